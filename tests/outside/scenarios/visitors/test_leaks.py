"""Clients that send whatever they like, for FUZZ_SECONDS: no answer,
patch or seat shows what its receiver may not know.
"""
import asyncio
import json
import os
import random
import re
import time

from tests.outside.harness.process import patience
from tests.outside.scenarios import in_a_thread
from tests.outside.secrets_seen import check_hands, check_messages, hands_of
from tests.outside.tables import a_table, come_in, sit
from tests.outside.visitors import Visitor

SECONDS = float(os.environ.get("FUZZ_SECONDS", 20))  # 300 before a release
SEED = int(os.environ.get("FUZZ_SEED", random.randrange(10 ** 6)))
MOVES = ("play_cards take_back reveal_play pick_winner next_round start_game end_game rematch "
         "change_settings choose_decks "
         "vote choose_black write_black kick make_host skip drop_card nudge here expire sync ping join connect disconnect rename fly").split()
SEAT_KEY = re.compile(r"/seats/(\w{32})/")
FRAMES_A_SECOND = 15  # below the limit, so that every frame must be answered


class Fuzzer:
    """One client that sends well-formed and broken frames, and counts those that were answered."""

    def __init__(self, bot, luck, keys):
        self.bot, self.luck, self.keys, self.sent = bot, luck, keys, []

    def value(self):
        table, luck = self.bot.table, self.luck
        numbers = [str(number) for number in range(8)]
        return luck.choice([
            luck.choice(numbers), luck.randrange(600),
            [luck.randrange(600) for _ in range(luck.randrange(4))],
            luck.sample(self.bot.hand, 1) if self.bot.seat and self.bot.hand else [], luck.choice(self.keys),
            None, True, -1, 1e9,
            "\u0000", {}, {"seat": "1"}, [[]], "white", "black", table["round"] if "round" in table else 1,
            ["1", 2, None]])

    def frame(self):
        names = ("cards", "play", "player", "settings", "decks", "codes", "kind", "card", "round", "place",
                 "seat", "state", "who")
        args = {self.luck.choice(names): self.value() for _ in range(self.luck.randrange(4))}
        frame = {"id": "f%d" % len(self.sent), "move": self.luck.choice(MOVES), "args": args}
        self.sent.append(frame["id"] if frame["move"] not in ("sync", "ping") else None)
        if not self.luck.randrange(12):
            frame[self.luck.choice(["seat", "player", "who", "now", "version", "table"])] = self.value()
        return json.dumps(frame)

    async def run(self, end):
        while time.monotonic() < end:
            await self.bot.socket.send(self.frame())
            await asyncio.sleep(1 / FRAMES_A_SECOND)

    async def all_answered(self):
        """Wait for the answer to every frame with an id."""
        wanted = {move for move in self.sent if move}

        def answered():
            return {message["id"] for message in self.bot.messages if message["type"] in ("ok", "error")
                    and "id" in message}
        end = time.monotonic() + patience(10)
        while wanted - answered() and time.monotonic() < end:
            await asyncio.sleep(0.1)
        assert not wanted - answered(), "%d frames were never answered" % len(wanted - answered())


async def play_on(bots, end):
    """What sensible people do meanwhile: play, judge, skip whoever holds up the table, begin again."""
    while time.monotonic() < end:
        for bot in bots:
            for name in bot.seat["can"]:
                args = _sensible(name, bot)
                if args is not None:
                    try:
                        await bot.send(name, **args)
                    except Exception as refusal:  # somebody was faster, or the fuzzer has changed the phase
                        assert type(refusal).__name__ in ("Refusal", "AssertionError"), refusal
                    break
        await asyncio.sleep(0.2)


def _sensible(name, bot):
    table = bot.table
    if name == "play_cards" and "play" not in bot.seat:
        return {"cards": bot.hand[:table["black_card"]["pick"]]}
    if name == "reveal_play":
        return {"play": next((number for number, play in sorted(table["plays"].items()) if not play), "0")}
    if name == "pick_winner":
        return {"play": "0"}
    if name == "vote" and "vote" not in bot.seat:
        return {"play": "1" if bot.seat.get("mine") == "0" else "0"}
    if name == "skip" and table["waiting_for"]:
        return {"player": table["waiting_for"][0]}
    return {} if name in ("start_game", "next_round", "rematch") else None


def seat_key(visitor, code):
    return SEAT_KEY.search(visitor.get("/rooms/%s/" % code).text).group(1)


def test_no_frame_shows_what_its_receiver_may_not_know(site):
    print("fuzz seed %d" % SEED)
    in_a_thread(lambda: fuzzed(site, random.Random(SEED)), SECONDS + 60)


async def fuzzed(site, luck):
    async with a_table(site, 4) as (code, bots, visitors):
        hostile_visitor, hostile = await come_in(site, code, "Mallory")
        fan = Visitor(site)
        await asyncio.to_thread(fan.watch, code)
        screen = await sit(fan, code)
        keys = [seat_key(visitor, code) for visitor in visitors + [hostile_visitor]]
        await bots[0].send("change_settings", settings={"score_limit": 3})
        await bots[0].send("start_game")
        fuzzers, end = [Fuzzer(hostile, luck, keys), Fuzzer(screen, luck, keys)], time.monotonic() + SECONDS
        await asyncio.gather(play_on(bots, end), *[fuzzer.run(end) for fuzzer in fuzzers])
        for fuzzer in fuzzers:
            await fuzzer.all_answered()
        seen = sum(check_messages(bot.messages, bot.number, keys) for bot in bots + [hostile, screen])
        check_hands([hands_of(bot.messages) for bot in bots + [hostile]])
        rounds = len([entry for entry in screen.log if entry["type"] == "won"])
        print("%d frames sent, %d received, %d rounds" % (sum(len(fuzzer.sent) for fuzzer in fuzzers), seen,
                                                          rounds))
        assert rounds, "nothing was played meanwhile"
