"""A television page in a player's browser: it shows the table, and neither plays, nor tells the hand,
nor keeps the player there.
"""
import asyncio

import pytest

from tests.outside.scenarios import story
from tests.outside.tables import a_table, lay_down, sit, turned_away
from tests.outside.visitors import Visitor

SCREEN = "?view=tv"
MOVES = ("start_game", "change_settings", "choose_decks", "kick", "make_host", "play_cards", "take_back",
         "reveal_play",
         "pick_winner", "next_round", "end_game", "rematch", "skip", "nudge", "here", "leave", "drop_card")


def keys_of(told):
    """Every key of these messages, however deep. Their texts are those of cards, which may name any word."""
    if isinstance(told, dict):
        return set(told).union(*map(keys_of, told.values()))
    return set().union(*map(keys_of, told)) if isinstance(told, list) else set()


@story
async def test_a_screen_in_a_players_browser_hears_no_hand(site):
    async with a_table(site, 3) as (code, bots, visitors):
        screens = [await sit(visitor, code, SCREEN) for visitor in visitors]
        await bots[0].send("start_game")
        await lay_down(bots)
        for screen in screens:
            await screen.until(lambda screen: screen.phase == "revealing")
            assert screen.seat is None and not [told for told in screen.messages if told["type"] == "seat"]
            assert "hand" not in keys_of(screen.messages)
            await screen.close()


@story
async def test_a_screen_in_the_hosts_browser_moves_nothing(site):
    async with a_table(site, 3) as (code, bots, visitors):
        screen = await sit(visitors[0], code, SCREEN)
        for name in MOVES:
            assert await screen.refused(name, player="2", decks=[1], cards=[1], settings={}) == "not_seated"
        await screen.close()


@story
async def test_a_screen_does_not_keep_its_player_there(site):
    async with a_table(site, 3) as (code, bots, visitors):
        screen = await sit(visitors[1], code, SCREEN)
        await bots[1].close()
        await bots[0].until(lambda bot: bot.table["players"]["2"]["presence"] == "gone")
        await screen.until(lambda screen: screen.table["players"]["2"]["presence"] == "gone")
        await screen.close()


@story
async def test_a_screen_stays_when_the_seat_goes_to_another_device(site):
    async with a_table(site, 2) as (code, bots, visitors):
        screen, page = await sit(visitors[1], code,
                                 SCREEN), await asyncio.to_thread(visitors[1].get, "/rooms/%s/" % code)
        link = "/seats/%s/" % page.text.split("/seats/")[1][:32]
        await asyncio.to_thread(Visitor(site).post, link)
        assert await bots[1].closed() == (4409, "seat_moved")
        assert (await screen.hear('{"move": "ping"}'))["type"] == "pong"
        await screen.close()


@story
async def test_a_seat_lets_a_screen_into_a_locked_room_and_nothing_does_not(site):
    async with a_table(site, 1, password="open sesame") as (code, _, visitors):
        assert await turned_away(Visitor(site), code, SCREEN) == (4403, "not_admitted")
        screen = await sit(visitors[0], code, SCREEN)
        assert screen.seat is None
        await screen.close()


@pytest.mark.parametrize("query", ["?view=TV", "?view=room", "?view=tv&view=seat", "?view=%00"])
def test_a_view_that_does_not_exist_is_refused(site, query):
    @story
    async def refused():
        async with a_table(site, 1) as (code, _, visitors):
            assert await turned_away(visitors[0], code, query) == (4400, "bad_view")
    refused()


@pytest.mark.parametrize("query", ["?", "?view=", "?watch=tv", "?%ff=%ff&&=;"])
def test_what_else_stands_in_the_address_does_not_matter(site, query):
    @story
    async def seated():
        async with a_table(site, 1) as (code, _, visitors):
            bot = await sit(visitors[0], code, query)
            assert bot.number == "1"
            await bot.close()
    seated()
