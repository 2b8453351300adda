"""People who come late, leave, come back, are shown out, bring a second screen or change devices."""
import asyncio
import re

import pytest

from tests.outside.scenarios import story
from tests.outside.tables import (
    a_table,
    agree,
    come_in,
    lay_down,
    next_round,
    play_round,
    share_a_seat,
    sit,
    turned_away,
)
from tests.outside.visitors import Visitor


def presence(number, value):
    return lambda bot: bot.table["players"][number]["presence"] == value


async def personal_link(visitor, code):
    page = await asyncio.to_thread(visitor.get, "/rooms/%s/" % code)
    return re.search(r"/seats/\w{32}/", page.text).group()


@story
async def test_a_latecomer_gets_a_hand_at_once_and_plays_from_the_next_round(site):
    async with a_table(site, 3) as (code, bots, _):
        await bots[0].send("start_game")
        await bots[0].until(lambda bot: bot.phase == "playing")
        _, late = await come_in(site, code, "Late")
        assert len(late.hand) == 10 and late.table["players"]["4"]["next_round"] is True
        assert await late.refused("play_cards", cards=late.hand[:1]) == "not_waiting_for_you"
        await play_round(bots)
        await next_round(bots)
        await late.until(lambda bot: "play_cards" in bot.seat["can"] or bot.table["judge"] == "4")
        assert "next_round" not in late.table["players"]["4"]
        everybody = bots + [late]
        await play_round(everybody)
        await agree(everybody)
        assert len(bots[0].table["plays"]) == 3
        await late.close()


@story
async def test_who_leaves_and_returns_has_the_same_hand_and_score(site):
    async with a_table(site, 4) as (code, bots, visitors):
        await bots[0].send("start_game")
        winner = await play_round(bots)
        leaver = await next(bot for bot in bots
                            if bot.number == winner).until(lambda bot: bot.phase == "round_over")
        hand = leaver.seat["hand"]
        await leaver.send("leave")
        await bots[0].until(presence(winner, "left"))
        visitor = visitors[int(winner) - 1]
        assert await asyncio.to_thread(visitor.take_seat, code, "ignored") == 200
        back = await sit(visitor, code)
        assert back.number == winner and back.table["players"][winner]["score"] == 1
        assert [card for card in back.seat["hand"] if card in hand] == hand
        await back.close()


@story
async def test_who_left_is_asked_at_the_door_and_only_watches_on_the_socket(site):
    async with a_table(site, 3) as (code, bots, visitors):
        await bots[1].send("leave")
        page = await asyncio.to_thread(visitors[1].get, "/rooms/%s/" % code)
        assert 'data-testid="take-seat"' in page.text
        again = await sit(visitors[1], code)
        assert again.seat is None and await again.refused("nudge") == "not_seated"
        await again.close()


@story
async def test_a_kicked_player_is_told_and_comes_back_by_no_door(site):
    async with a_table(site, 4) as (code, bots, visitors):
        link = await personal_link(visitors[3], code)
        await bots[0].send("start_game")
        assert await bots[1].refused("kick", player="4") == "not_host"
        await bots[0].send("kick", player="4")
        assert await bots[3].closed() == (4410, "kicked")
        assert (await asyncio.to_thread(visitors[3].get, "/rooms/%s/" % code)).status_code == 403
        assert await asyncio.to_thread(visitors[3].take_seat, code, "Other") == 403
        assert (await asyncio.to_thread(visitors[3].get, link)).status_code == 404
        await asyncio.to_thread(visitors[3].watch, code)
        assert await turned_away(visitors[3], code) == (4410, "kicked")
        await bots[1].until(presence("4", "left"))


@story
async def test_kicking_in_the_lobby_forgets_the_player(site):
    async with a_table(site, 3) as (code, bots, visitors):
        await bots[0].send("kick", player="3")
        assert await bots[2].closed() == (4410, "kicked")
        await bots[1].until(lambda bot: set(bot.table["players"]) == {"1", "2"})
        _, newcomer = await come_in(site, code, "Newcomer")
        assert newcomer.number == "4"
        await newcomer.close()


@story
async def test_the_host_hands_over_and_loses_the_right(site):
    async with a_table(site, 3) as (_, bots, _):
        assert await bots[1].refused("make_host", player="2") == "not_host"
        await bots[0].send("make_host", player="3")
        await bots[2].until(lambda bot: bot.table["host"] == "3" and "start_game" in bot.seat["can"])
        assert await bots[0].refused("start_game") == "not_host"
        await bots[2].send("start_game")


@pytest.mark.parametrize("running", [False, True])
def test_when_the_host_leaves_the_next_one_hosts(site, running):
    @story
    async def leaving():
        async with a_table(site, 4) as (_, bots, _):
            if running:
                await bots[0].send("start_game")
            await bots[0].send("leave")
            await bots[1].until(lambda bot: bot.table["host"] == "2" and "kick" in bot.seat["can"])
            await bots[1].send("kick", player="4")
    leaving()


@story
async def test_when_the_judge_leaves_the_others_decide_and_the_game_goes_on(site):
    async with a_table(site, 4) as (_, bots, _):
        await bots[0].send("start_game")
        judge = await lay_down(bots)
        await judge.send("leave")
        others = [bot for bot in bots if bot is not judge]
        await asyncio.gather(*[bot.until(lambda bot: "vote" in bot.seat["can"]) for bot in others])
        for bot in others:
            await bot.send("vote", play="0" if bot.seat["mine"] != "0" else "1")
        await others[0].until(lambda bot: bot.phase == "round_over" and bot.table["winner"]["play"] == "0")
        await next_round(others)
        await play_round(others)


@story
async def test_spectators_and_televisions_see_the_table_and_no_seat(site):
    async with a_table(site, 3) as (code, bots, _):
        fan, tv = Visitor(site), Visitor(site)
        assert await asyncio.to_thread(fan.watch, code) == 200
        assert (await asyncio.to_thread(tv.get, "/tv/%s/" % code)).status_code == 200
        screens = [await sit(fan, code), await sit(tv, code)]
        await bots[0].send("start_game")
        await play_round(bots)
        await agree(bots + screens)
        for screen in screens:
            assert {message["type"] for message in screen.messages} == {"welcome", "patch"}
            assert screen.seat is None and set(screen.table["players"]) == {"1", "2", "3"}
            assert await screen.refused("leave") == "not_seated"
            await screen.close()


@story
async def test_two_tabs_of_one_seat_hear_the_same_and_one_may_close(site):
    async with a_table(site, 3) as (code, bots, visitors):
        tab = await sit(visitors[1], code)
        await bots[0].send("start_game")
        await asyncio.gather(*[one.until(lambda bot: bot.seat.get("hand")) for one in (tab, bots[1])])
        await share_a_seat([tab, bots[1]])
        await play_round(bots)
        await share_a_seat([tab, bots[1]])
        await bots[1].close()
        await next_round([bots[0], bots[2], tab])
        assert tab.table["players"]["2"]["presence"] == "here"
        assert [entry for entry in tab.log if entry["type"] == "gone"] == []
        await play_round([bots[0], tab, bots[2]])
        await tab.close()
        await bots[0].until(presence("2", "gone"))


@story
async def test_the_personal_link_moves_the_seat_with_hand_and_score(site):
    async with a_table(site, 3) as (code, bots, visitors):
        await bots[0].send("start_game")
        await bots[1].until(lambda bot: bot.phase == "playing" and bot.hand)
        tab = await sit(visitors[1], code)
        link, phone = await personal_link(visitors[1], code), Visitor(site)
        await asyncio.to_thread(phone.get, link)
        assert not bots[1].socket.close_code
        assert (await asyncio.to_thread(phone.post, link, link)).status_code == 200
        assert await bots[1].closed() == (4409, "seat_moved") and await tab.closed() == (4409, "seat_moved")
        assert await turned_away(visitors[1], code) == (4409, "seat_moved")
        moved = await sit(phone, code)
        assert (moved.number, moved.seat["hand"]) == ("2", bots[1].seat["hand"])
        assert (await asyncio.to_thread(visitors[0].get, link)).status_code == 404
        await bots[0].until(presence("2", "here"))
        await play_round([bots[0], moved, bots[2]])
        await moved.close()


@story
async def test_a_lost_connection_shows_and_heals(site):
    async with a_table(site, 3) as (code, bots, visitors):
        bots[2].socket.transport.abort()
        await bots[0].until(presence("3", "gone"))
        assert bots[0].table["players"]["3"]["gone_at"] > 1.7e12
        back = await sit(visitors[2], code)
        await bots[0].until(presence("3", "here"))
        assert "gone_at" not in bots[0].table["players"]["3"]
        await back.close()
