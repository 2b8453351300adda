"""Seats that the server plays: one person alone plays a whole game with two of them, two people one with one.

"Robots" here, since the clients of these tests are called bots.
"""
import asyncio
from contextlib import suppress
from urllib.parse import urlsplit

from tests.outside.bots import Refusal
from tests.outside.harness.process import patience
from tests.outside.scenarios import story
from tests.outside.tables import a_table, agree, sit
from tests.outside.visitors import Visitor

FIRST = "1000001"


async def claims(bot):
    """Say again and again that something is due, as a page does."""
    while bot.phase != "game_over":
        if "due" in bot.table:
            await bot.socket.send('{"id": "due-%d", "move": "expire"}' % bot.version)
        await asyncio.sleep(0.5)


async def plays_along(bot):
    """What a person does until the game is over: whatever the seat says is to be done."""
    while bot.phase != "game_over":
        with suppress(Refusal, IndexError):  # what a seat offers may be out of date for a moment
            await does_something(bot, bot.seat["can"])
        await asyncio.sleep(0.2)


async def does_something(bot, can):
    if "play_cards" in can and "take_back" not in can:
        await bot.play()
    elif "reveal_play" in can:
        hidden = [number for number, play in sorted(bot.table["plays"].items()) if not play]
        await bot.send("reveal_play", play=hidden[0])
    elif "pick_winner" in can:
        await bot.send("pick_winner", play="0")
    elif "next_round" in can and bot.number == bot.table["host"]:
        await bot.send("next_round")


async def play_to_the_end(*people):
    tasks = [task for one in people for task in (claims(one), plays_along(one))]
    await asyncio.wait_for(asyncio.gather(*tasks), patience(120))


@story
async def test_somebody_alone_plays_a_whole_game_at_one_press(site):
    visitor = Visitor(site)
    page = await asyncio.to_thread(visitor.post, "/rooms/alone/")
    me = await sit(visitor, urlsplit(page.url).path.split("/")[-2])
    assert me.phase == "playing" and "play_cards" in me.seat["can"]
    judges = {me.table["judge"]}
    await me.send("change_settings", settings={"score_limit": 2})
    await play_to_the_end(me)
    assert max(player["score"] for player in me.table["players"].values()) == 2
    assert judges <= {FIRST, "1000002"}
    await me.close()


@story
async def test_two_people_and_a_bot_play_a_whole_game(site):
    async with a_table(site, 2) as (_, people, _):
        ann, bob = people
        assert await ann.refused("start_game") == "too_few_players"
        await ann.send("add_bot", taste="sharp")
        await ann.send("change_settings", settings={"score_limit": 2})
        await ann.send("start_game")
        await play_to_the_end(ann, bob)
        await agree(people)
        judges = {entry["judge"] for entry in bob.log if entry["type"] == "round_started"}
        assert judges <= {"1", "2"} and FIRST in bob.table["players"]
        played = {entry["player"] for entry in bob.log if entry["type"] == "played"}
        assert FIRST in played
