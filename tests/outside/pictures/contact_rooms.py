"""A room of so many bots that is played through every phase; a contact sheet is taken of what its people see meanwhile."""
from ..tables import here, sit
from ..visitors import Visitor

NAMES = ["Ann", "Bo", "Cleo", "Dimitri Papadopoulos", "Eve", "Wilhelmina MMMMMMMMM", "Zo\u00eb", "Hannah-Marie", "Ib", "Konstantin",
         "Featherstonehaugh", "Jo"]
LONG = {"timing": "fixed", "score_limit": 0, "seconds": {"playing": 300, "revealing": 300, "judging": 300, "round_over": 60}}
MOST_FULL_HANDS = 40  # the deck that a room begins with serves no more
FROM_CROWD = 12  # the fewest people of whom heats can be made
TV = "tv"


class Room:
    """A room in which so many bots sit; the first hosts."""

    def __init__(self, crowd, site, count):
        self.do, self.all, self.site, self.count = crowd.do, crowd.all, site, count
        names = [NAMES[n % len(NAMES)] + (" %d" % n if n >= len(NAMES) else "") for n in range(count)]
        self.visitors = [Visitor(site) for _ in names]
        self.code = self.visitors[0].open_room(names[0])
        for visitor, name in list(zip(self.visitors, names))[1:]:
            assert visitor.take_seat(self.code, name) == 200
        self.bots = [self.do(sit(visitor, self.code)) for visitor in self.visitors]
        self.do(self.host.until(lambda bot: here(bot.table) == count))
        self.do(self.host.send("change_settings", settings=dict(LONG, hand_size=6 if count > MOST_FULL_HANDS else 10)))

    @property
    def host(self):
        return self.bots[0]

    def judge(self):
        """The bot that judges this round."""
        return next(bot for bot in self.bots if bot.number == self.host.table["judge"])

    def others(self):
        """Bots that do not judge, the host's last."""
        return [bot for bot in self.bots[1:] + self.bots[:1] if bot.number != self.host.table.get("judge")]

    def visitor(self, bot):
        return self.visitors[self.bots.index(bot)]

    def everybody_knows(self, phase):
        """Wait until all bots have heard of this round's phase."""
        number = self.host.table.get("round")
        self.all(*[bot.until(lambda bot: bot.phase == phase and bot.table.get("round") == number) for bot in self.bots])

    def are_dealt_hands(self):
        self.everybody_knows("playing")
        self.all(*[bot.until(lambda bot: "play_cards" in bot.seat["can"] or bot.number == bot.table.get("judge")) for bot in self.bots])

    def start(self):
        self.do(self.host.send("start_game"))
        self.are_dealt_hands()

    def play(self, bots):
        self.all(*[bot.play() for bot in bots if "play_cards" in bot.seat["can"]])

    def turn(self, some=None):
        """The judge turns so many answers, or all that lie face down."""
        judge = self.judge()
        self.do(judge.until(lambda bot: bot.phase in ("revealing", "judging")))
        for number in [number for number, play in sorted(judge.table["plays"].items()) if not play][:some]:
            self.do(judge.send("reveal_play", play=number))

    def finish_round(self):
        """From wherever the round is to its verdict."""
        self.play(self.others())
        self.turn()
        self.do(self.judge().send("pick_winner", play="0"))
        self.everybody_knows("round_over")

    def next_round(self):
        self.do(self.host.send("next_round"))
        self.are_dealt_hands()

    def newcomer(self, name):
        """Somebody who takes a seat now."""
        visitor = Visitor(self.site)
        assert visitor.take_seat(self.code, name) == 200
        self.visitors.append(visitor)
        self.bots.append(self.do(sit(visitor, self.code)))
        return visitor

    def spectator(self):
        visitor = Visitor(self.site)
        visitor.watch(self.code)
        return visitor

    def end(self):
        self.all(*[bot.close() for bot in self.bots])


def moments(room):
    """Play from the lobby to the end, stopping at each phase; yields {screen: whose eyes see it}: a visitor's, or TV."""
    first, second = room.visitors[:2]
    yield {"lobby-host": first, "lobby-guest": second, "lobby-tv": TV}
    room.start()
    player, last = room.others()[0], room.others()[-1]
    yield {"playing": room.visitor(player), "judge-waits": room.visitor(room.judge()), "playing-tv": TV, "watching": room.spectator()}
    room.play([bot for bot in room.others() if bot is not last])
    yield {"played": room.visitor(player), "played-tv": TV}
    room.play([last])
    room.turn(1)
    yield {"revealing-judge": room.visitor(room.judge()), "revealing": room.visitor(player), "revealing-tv": TV}
    room.turn()
    yield {"judging-judge": room.visitor(room.judge()), "judging": room.visitor(player), "judging-tv": TV}
    room.finish_round()
    yield {"verdict": room.visitor(player), "verdict-judge": room.visitor(room.judge()), "verdict-tv": TV}
    yield from second_round(room)
    room.finish_round()
    room.do(room.host.send("end_game"))
    yield {"game-over-host": first, "game-over": second, "game-over-tv": TV}
    if len(room.bots) >= FROM_CROWD:
        yield from heats(room)
    yield from too_few(room)


def second_round(room):
    """Somebody is away, somebody comes late, and the time stands still."""
    room.next_round()
    away = room.others()[0]
    room.do(room.host.send("skip", player=away.number))
    yield {"away": room.visitor(away), "late": room.newcomer("Latecomer Lu")}
    room.do(room.host.send("stop_clock"))
    yield {"clock-stopped-host": room.visitors[0], "clock-stopped": room.visitors[-2], "clock-stopped-tv": TV}
    room.do(room.host.send("start_clock"))
    room.do(away.send("here"))


def heats(room):
    """A game that the crowd decides by reading a few answers each."""
    room.do(room.host.send("rematch"))
    room.do(room.host.send("change_settings", settings={"decides": "vote", "big_crowd": FROM_CROWD}))
    room.start()
    room.play(room.others())
    room.everybody_knows("judging")
    yield {"heat": room.visitors[1], "heat-tv": TV}
    room.do(room.host.send("end_game"))


def too_few(room):
    """A round at whose end two are left, so that the game waits for others."""
    room.do(room.host.send("rematch"))
    room.do(room.host.send("change_settings", settings={"decides": "judge", "big_crowd": 0}))
    room.start()
    room.finish_round()
    room.all(*[bot.send("leave") for bot in room.bots[2:]])
    room.do(room.host.send("next_round"))
    yield {"paused-host": room.visitors[0], "paused": room.visitors[1], "paused-tv": TV}
