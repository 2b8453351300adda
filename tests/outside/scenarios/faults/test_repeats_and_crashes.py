"""Moves that are sent twice, and a server that dies in mid-round: nothing acknowledged is lost,
nothing counts twice.
"""
import asyncio

import pytest

from tests.outside.scenarios import story
from tests.outside.tables import a_table, agree, holds_soon, lay_down, next_round, play_round, sit


async def sit_again(visitors, code):
    return [await sit(visitor, code) for visitor in visitors]


def played(bots):
    """{number: cards} that the server says each player has laid down."""
    return {bot.number: bot.seat["play"] for bot in bots if "play" in bot.seat}


@story
async def test_a_move_sent_again_is_answered_ok_and_counts_once(site):
    async with a_table(site, 3) as (_, bots, _):
        await bots[0].send("start_game")
        judge = await lay_down(bots)
        await judge.send("reveal_play", "same-1", play="0")
        for _ in range(3):
            assert (await judge.send("reveal_play", "same-1", play="0"))["id"] == "same-1"
        assert await judge.refused("reveal_play", "new-1", play="0") == "already_revealed"
        assert len([entry for entry in judge.log if entry["type"] == "revealed"]) == 1


@story
async def test_a_refused_move_may_be_tried_again_with_its_id(site):
    async with a_table(site, 3) as (code, bots, visitors):
        assert await bots[0].refused("next_round", "later-1") == "not_now"
        await bots[0].send("start_game")
        await play_round(bots)
        await bots[0].send("next_round", "later-1")
        await bots[1].until(lambda bot: bot.table["round"] == 2)


@story
async def test_a_move_sent_again_after_a_reconnect_counts_once(site):
    async with a_table(site, 3) as (code, bots, visitors):
        await bots[0].send("start_game")
        await play_round(bots)
        await bots[0].send("next_round", "next-1")
        bots[0].socket.transport.abort()
        again = await sit(visitors[0], code)
        await again.send("next_round", "next-1")
        assert again.table["round"] == 2 and again.phase == "playing"
        await again.close()


@story
async def test_an_id_belongs_to_its_player_alone(site):
    async with a_table(site, 4) as (_, bots, _):
        await bots[0].send("start_game")
        await asyncio.gather(*[bot.until(lambda bot: bot.phase == "playing" and bot.hand) for bot in bots])
        players = [bot for bot in bots if bot.number != bot.table["judge"]]
        for bot in players:
            await bot.send("play_cards", "ours-1", cards=bot.hand[:bot.table["black_card"]["pick"]])
        await bots[0].until(lambda bot: bot.phase == "revealing")


@story
async def test_after_a_power_cut_no_acknowledged_play_is_lost(own_site):
    async with a_table(own_site.url, 6) as (code, bots, visitors):
        await bots[0].send("start_game")
        await asyncio.gather(*[bot.until(lambda bot: bot.phase == "playing" and bot.hand) for bot in bots])
        players = [bot for bot in bots if bot.number != bot.table["judge"]]
        acknowledged = {}

        async def keep_changing(bot):
            pick, turn = bot.table["black_card"]["pick"], 0
            while True:
                turn += 1
                cards = [bot.hand[(turn + place) % len(bot.hand)] for place in range(pick)]
                try:
                    await bot.send("play_cards", "t%d" % turn, cards=cards)
                except ConnectionError:
                    return turn, cards
                acknowledged[bot.number] = turn, cards
        # One of the five plays nothing yet, so the round stays open.
        changing = [asyncio.ensure_future(keep_changing(bot)) for bot in players[:-1]]
        assert await holds_soon(lambda: len(acknowledged) == 4 and min(acknowledged.values())[0] >= 5, 20)
        own_site.kill()
        last = dict(zip([bot.number for bot in players], await asyncio.gather(*changing)))
        await asyncio.to_thread(own_site.start)
        again = await sit_again(visitors, code)
        stored = played(again)
        for number, (turn, cards) in acknowledged.items():
            assert stored[number] in (cards, last[number][1]), "player %s, turn %d" % (number, turn)
        for bot in again:  # what was not acknowledged is sent again, with its id
            if bot.number in last:
                await bot.send("play_cards", "t%d" % last[bot.number][0], cards=last[bot.number][1])
                await bot.until(lambda bot: bot.seat["play"] == last[bot.number][1])
        await next(bot for bot in again if bot.number == players[-1].number).play()
        judge = await next(bot for bot in again
                           if bot.number == bot.table["judge"]).until(lambda bot: bot.phase == "revealing")
        assert len(judge.table["plays"]) == 5
        await agree(again)


@pytest.mark.one_stack
@story
async def test_a_move_sent_again_after_a_power_cut_counts_once(own_site):
    async with a_table(own_site.url, 3) as (code, bots, visitors):
        await bots[0].send("start_game")
        await play_round(bots)
        await bots[0].send("next_round", "next-1")
        own_site.kill()
        await asyncio.to_thread(own_site.start)
        again = await sit_again(visitors, code)
        await again[0].send("next_round", "next-1")
        assert again[0].table["round"] == 2
        await play_round(again)
        await next_round(again)
        assert again[1].table["round"] == 3


@story
async def test_everybody_is_here_again_after_a_power_cut_without_claims(own_site):
    async with a_table(own_site.url, 3) as (code, bots, visitors):
        own_site.kill()
        for bot in bots:
            assert (await bot.closed())[0] == 1006
        await asyncio.to_thread(own_site.start)
        again = await sit_again(visitors, code)
        for bot in again:
            await bot.until(lambda bot: {player["presence"] for player in bot.table["players"].values()} == {"here"})
