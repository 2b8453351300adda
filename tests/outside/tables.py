"""What bots do together: come in, sit down, play rounds, agree on what they saw."""
import asyncio
import collections
import itertools
import time
from contextlib import asynccontextmanager, suppress

import websockets

from .bots import Bot
from .harness.process import patience
from .visitors import Visitor


async def sit(visitor, code, query=""):
    """A Bot on a new socket of this visitor, welcomed."""
    bot = Bot(await visitor.connect(code, query))
    return await bot.until(lambda bot: bot.table)


async def turned_away(visitor, code, query=""):
    """(close code, code of the error) of a socket that is not let in."""
    return await Bot(await visitor.connect(code, query)).closed()


async def come_in(site, code, name, **fields):
    """A newcomer with a seat and a socket: (visitor, bot)."""
    visitor = Visitor(site)
    assert await asyncio.to_thread(visitor.take_seat, code, name, **fields) == 200
    return visitor, await sit(visitor, code)


@asynccontextmanager
async def a_table(sites, players=3, **fields):
    """A room with so many bots in their seats; yields (code, bots, visitors). The first one hosts.

    `sites` is one address, or a list over which the bots are spread.
    """
    sites = [sites] if isinstance(sites, str) else sites
    visitors = [Visitor(site) for site, _ in zip(itertools.cycle(sites), range(players))]
    code = await asyncio.to_thread(visitors[0].open_room, "Ann", **fields)
    for number, visitor in enumerate(visitors[1:], 2):
        status = await asyncio.to_thread(visitor.take_seat, code, "Player %d" % number,
                                         **({"password": fields["password"]} if "password" in fields else {}))
        assert status == 200, status
    bots = [await sit(visitor, code) for visitor in visitors]
    await bots[0].until(lambda bot: here(bot.table) == players)
    try:
        yield code, bots, visitors
    finally:
        for bot in bots:
            await bot.close()


def here(table):
    """How many players are there now; a crowd is counted, not listed."""
    present = [player for player in table["players"].values() if player["presence"] == "here"]
    return table["crowd"]["here"] if "crowd" in table else len(present)


async def lay_down(bots):
    """Everybody but the judge plays; returns the judge's bot once all plays are on the table."""
    number = bots[0].table["round"]
    await asyncio.gather(*[bot.until(lambda bot: bot.phase == "playing" and bot.table["round"] == number
                                     and ("play_cards" in bot.seat["can"]
                                          or bot.number == bot.table["judge"]))
                           for bot in bots])
    judge = next(bot for bot in bots if bot.number == bot.table["judge"])
    await asyncio.gather(*[bot.play() for bot in bots if bot is not judge])
    return await judge.until(lambda bot: bot.phase == "revealing")


async def play_round(bots):
    """Everybody but the judge plays, the judge turns all plays and picks one; returns the winner's number."""
    judge = await lay_down(bots)
    for play in sorted(judge.table["plays"]):
        await judge.send("reveal_play", play=play)
    await judge.send("pick_winner", play="0")
    await bots[0].until(lambda bot: bot.phase in ("round_over", "game_over"))
    return bots[0].table["winner"]["player"]


async def next_round(bots):
    """The judge (or the host, without a judge here) goes on to the next round,
    and everybody has heard of it.
    """
    number = bots[0].table["round"]
    await next((bot for role in ("judge", "host") for bot in bots if bot.number == bot.table.get(role))).send(
        "next_round")
    await asyncio.gather(*[bot.until(
        lambda bot: bot.table["round"] > number or bot.phase == "game_over") for bot in bots])


async def holds_soon(condition, seconds=5):
    """Wait until a condition about several bots holds, each of which hears in its own time;
    returns whether it does.
    """
    begun = time.monotonic()
    while not condition() and time.monotonic() - begun < patience(seconds):
        await asyncio.sleep(0.05)
    return condition()


def faces_of(bot):
    """{(player or None, how often)} of all faces that a bot has been shown."""
    counts = collections.Counter()
    for message in bot.messages:
        for one in message.get("reactions", ()):
            counts[one.get("player")] += one["count"]
    return set(counts.items())


def said_to(bot):
    """What a bot has heard of phrases and the chat."""
    return [line for message in bot.messages for line in message.get("said", ())]


async def agree(bots):
    """Wait until all are at the same version, then check that their tables are the same."""
    assert await holds_soon(lambda: len({bot.version for bot in bots}) == 1), [bot.version for bot in bots]
    assert all(bot.table == bots[0].table for bot in bots)


async def share_a_seat(tabs):
    """Wait until all tabs of one seat know the same, of the table and of the seat."""
    await agree(tabs)
    assert await holds_soon(lambda: all(tab.seat == tabs[0].seat for tab in tabs)), [tab.seat for tab in tabs]


async def keep_up(bot, visitor, code):
    """What a browser does every few seconds: ask whether news was missed, and connect again where it hung up.

    Returns the bot, or the new one. A server that lets nobody in yet is asked again the next time.
    """
    try:
        pong = await bot.hear('{"move": "ping"}', 3)
        if pong.get("version", 0) > bot.version:
            await bot.socket.send('{"move": "sync"}')
    except asyncio.TimeoutError:
        pass
    except (ConnectionError, websockets.ConnectionClosed):
        with suppress(OSError, asyncio.TimeoutError, websockets.WebSocketException):
            return await sit(visitor, code)
    return bot
