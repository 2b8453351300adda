"""Bots as companions of a person at a browser: they run on a thread of their own,
because Playwright holds this one.
"""
import asyncio
import threading

from ..tables import sit
from ..visitors import Visitor

SECONDS = 60


class Crowd:
    def __init__(self):
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True).start()

    def do(self, coroutine):
        """Run `coroutine` where the bots live and return what it gives."""
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(SECONDS)

    def all(self, *coroutines):
        async def together():
            return await asyncio.gather(*coroutines)
        return self.do(together())

    def stop(self):
        self.loop.call_soon_threadsafe(self.loop.stop)


class Table:
    """A room with one person at a browser (`me`) and bots. `me` hosts, or the first bot does."""

    def __init__(self, crowd, site, me, companions=2, hosts=False, **fields):
        self.crowd, self.me = crowd, me
        visitors = [Visitor(site) for _ in range(companions + 1)]
        names = [me.name] + ["Bo", "Cleo", "Dan", "Eve"][:companions]
        order = list(range(len(visitors))) if hosts else list(range(1, len(visitors))) + [0]
        self.code = visitors[order[0]].open_room(names[order[0]], **fields)
        password = {"password": fields["password"]} if "password" in fields else {}
        for index in order[1:]:
            assert visitors[index].take_seat(self.code, names[index], **password) == 200
        self.visitor, self.visitors = visitors[0], visitors[1:]
        me.sit(visitors[0], self.code)
        self.bots = [crowd.do(sit(visitor, self.code)) for visitor in self.visitors]

    @property
    def number(self):
        """The person's player number."""
        return next(number for number, player in self.bots[0].table["players"].items()
                    if player["name"] == self.me.name)

    def start(self, judge=False):
        """Start a game in which the person judges the first round, or one in which somebody else does."""
        host = self.bots[0]
        self.crowd.do(host.until(lambda bot: all(one["presence"] == "here"
                                                 for one in bot.table["players"].values())))
        self.crowd.do(host.send("start_game"))
        while (host.table["judge"] == self.number) != judge:
            for move in ("end_game", "rematch", "start_game"):
                self.crowd.do(host.send(move))
        game = host.table["game"]
        self.crowd.all(*[bot.until(lambda bot: bot.table.get("game") == game and bot.phase == "playing")
                         for bot in self.bots])
        self.me.wait_for("playing", game=game)
        self.me.see("status" if judge else "hand-card").first.wait_for()
        return self

    def play(self):
        """Every bot but the judge plays."""
        players = [bot for bot in self.bots if bot.number != bot.table["judge"]]
        self.crowd.all(*[bot.until(lambda bot: "play_cards" in bot.seat["can"]) for bot in players])
        self.crowd.all(*[bot.play() for bot in players])

    def judge(self):
        return next(bot for bot in self.bots if bot.number == bot.table["judge"])

    def turn_all(self):
        judge = self.judge()
        self.crowd.do(judge.until(lambda bot: bot.phase == "revealing"))
        for play in sorted(judge.table["plays"]):
            self.crowd.do(judge.send("reveal_play", play=play))

    def leave(self):
        self.crowd.all(*[bot.close() for bot in self.bots])
