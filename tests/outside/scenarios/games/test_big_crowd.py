"""A room of many: heats, a final, and documents that do not grow with the people."""
import asyncio
import json

import pytest

from tests.outside.scenarios import story
from tests.outside.tables import a_table

PEOPLE = 64
SETTINGS = {"big_crowd": 8, "hand_size": 3, "timing": "off"}


@pytest.fixture(scope="module")
def crowd(server):
    """(players, messages of each) after a round of a crowd."""
    kept = []

    @story
    async def a_round():
        async with a_table(server.url, PEOPLE) as (_, bots, _):
            await bots[0].send("change_settings", settings=SETTINGS)
            await bots[0].send("start_game")
            await asyncio.gather(*[bot.until(lambda bot: bot.phase == "playing" and bot.hand) for bot in bots])
            await asyncio.gather(*[bot.play() for bot in bots])
            await asyncio.gather(*[bot.until(lambda bot: "heat" in bot.seat) for bot in bots])
            kept.append([bot.seat for bot in bots])
            await asyncio.gather(*[bot.send("vote", play=bot.seat["heat"][0]["play"]) for bot in bots])
            await asyncio.gather(*[bot.until(lambda bot: bot.table.get("plays")) for bot in bots])
            await asyncio.gather(*[bot.send("vote", play=next(
                play for play in bot.table["plays"] if play != bot.seat.get("mine"))) for bot in bots])
            await asyncio.gather(*[bot.until(lambda bot: bot.phase == "round_over") for bot in bots])
            kept.extend([[bot.table for bot in bots], [list(bot.messages) for bot in bots]])
    a_round()
    return kept


def test_each_reads_six_answers_of_others_and_all_are_read(crowd):
    read = [[play["play"] for play in seat["heat"]] for seat in crowd[0]]
    assert all(len(set(plays)) == 6 for plays in read)
    assert all(seat["mine"] not in plays for seat, plays in zip(crowd[0], read))
    assert len({play for plays in read for play in plays}) == PEOPLE


def test_everybody_sees_the_same_final_and_its_winner(crowd):
    assert all(table == crowd[1][0] for table in crowd[1])
    assert 2 <= len(crowd[1][0]["plays"]) <= 6 and crowd[1][0]["winner"]["play"] in crowd[1][0]["plays"]


def test_documents_stay_small(crowd):
    sizes = {"welcome": 0, "patch": 0}
    for message in crowd[2][-1]:
        sizes[message["type"]] = max(sizes.get(message["type"], 0), len(json.dumps(message)))
    assert sizes["patch"] < 3000 and sizes["welcome"] < 60000
    assert len(crowd[1][0]["players"]) < 20
