"""Claims on time: what is due happens once, what is not due does not,
and nobody waits for a sleeper for ever.
"""
import asyncio

from tests.outside.bots import Refusal
from tests.outside.scenarios import story
from tests.outside.tables import a_table, lay_down, next_round, play_round, sit
from tests.outside.visitors import Visitor


async def claim(bot):
    """What becomes of an `expire`: "ok" or the code of its refusal."""
    try:
        return (await bot.send("expire"))["type"]
    except Refusal as refusal:
        return refusal.code


async def reach(bot, moment):
    """Sleep until this time (ms) by the server's clock, which follows a clock that was set only slowly."""
    while (left := moment - (await bot.hear('{"move": "ping"}'))["now"]) > 0:
        await asyncio.sleep(left / 1000)


@story
async def test_a_claim_with_nothing_due_changes_nothing(site):
    async with a_table(site, 3) as (_, bots, _):
        assert await claim(bots[1]) == "nothing_due"
        await bots[0].send("start_game")
        await bots[1].until(lambda bot: bot.phase == "playing")
        version = bots[1].version
        assert await claim(bots[1]) == "nothing_due"
        assert bots[1].version == version


@story
async def test_a_pause_that_is_over_is_claimed_once_however_many_claim_it(site):
    async with a_table(site, 4) as (_, bots, _):
        await bots[0].send("change_settings", settings={"seconds": {"round_over": 3}})
        await bots[0].send("start_game")
        await play_round(bots)
        await reach(bots[0], bots[0].table["deadline"])
        assert sorted(await asyncio.gather(*map(claim, bots))) == ["nothing_due"] * 3 + ["ok"]
        await bots[0].until(lambda bot: bot.phase == "playing")
        assert bots[0].table["round"] == 2


@story
async def test_a_spectator_may_claim(site):
    async with a_table(site, 3) as (code, bots, _):
        fan = Visitor(site)
        await asyncio.to_thread(fan.watch, code)
        screen = await sit(fan, code)
        await bots[0].send("change_settings", settings={"seconds": {"round_over": 3}})
        await bots[0].send("start_game")
        await play_round(bots)
        await screen.until(lambda bot: bot.phase == "round_over")
        await reach(screen, screen.table["deadline"])
        assert await claim(screen) == "ok"
        await screen.close()


@story
async def test_with_all_timers_off_no_phase_has_a_deadline(site):
    async with a_table(site, 3) as (_, bots, _):
        off = {"playing": 0, "revealing": 0, "judging": 0, "round_over": 0}
        await bots[0].send("change_settings", settings={"seconds": off})
        await bots[0].send("start_game")
        await play_round(bots)
        assert not any("deadline" in (message.get("table") or {}) for message in bots[2].messages)
        await next_round(bots)


@story
async def test_a_round_goes_on_without_who_was_gone_for_twenty_seconds(site):
    async with a_table(site, 4) as (code, bots, visitors):
        await bots[0].send("start_game")
        await bots[0].until(lambda bot: bot.phase == "playing")
        judge = bots[0].table["judge"]
        gone = next(bot for bot in bots[1:] if bot.number != judge)
        others = [bot for bot in bots if bot is not gone]
        gone.socket.transport.abort()
        await others[0].until(lambda bot: bot.table["players"][gone.number]["presence"] == "gone")
        await asyncio.gather(*[bot.play() for bot in others if bot.number != judge])
        assert (await claim(others[0]), others[0].phase) == ("nothing_due", "playing")
        await reach(others[0], others[0].table["players"][gone.number]["gone_at"] + 20000)
        assert sorted(await asyncio.gather(*map(claim, others))) == ["nothing_due"] * 2 + ["ok"]
        await others[0].until(lambda bot: bot.phase == "revealing")
        assert others[0].table["players"][gone.number]["presence"] == "away"
        assert set(others[0].table["plays"]) == {"0", "1"}
        back = await sit(visitors[int(gone.number) - 1], code)
        await others[0].until(lambda bot: bot.table["players"][gone.number]["presence"] == "here")
        await back.close()


@story
async def test_a_nudge_asks_once_and_a_sign_of_life_answers(site):
    async with a_table(site, 3) as (_, bots, _):
        await bots[0].send("start_game")
        judge = await lay_down(bots)
        judge.answers_nudges = False
        asking = next(bot for bot in bots if bot is not judge)
        await asking.send("nudge")
        await asking.until(lambda bot: bot.table["players"][judge.number].get("nudged"))
        assert await asking.refused("nudge") == "nudged_already"
        await judge.send("here")
        await asking.until(lambda bot: "nudged" not in bot.table["players"][judge.number])


@story
async def test_losing_one_of_two_tabs_makes_nobody_gone(site):
    async with a_table(site, 3) as (code, bots, visitors):
        tab = await sit(visitors[2], code)
        tab.socket.transport.abort()
        await asyncio.sleep(0.5)
        assert bots[0].table["players"]["3"]["presence"] == "here"
        assert [entry for entry in bots[0].log if entry["type"] == "gone"] == []


@story
async def test_a_skipped_player_is_away_until_they_say_here(site):
    async with a_table(site, 4) as (_, bots, _):
        await bots[0].send("start_game")
        await bots[0].until(lambda bot: bot.phase == "playing")
        waited = next(bot for bot in bots[1:] if bot.number != bots[0].table["judge"])
        assert await waited.refused("skip", player="1") == "not_host"
        await bots[0].send("skip", player=waited.number)
        await waited.until(lambda bot: bot.table["players"][bot.number]["presence"] == "away"
                           and "here" in bot.seat["can"])
        await waited.send("here")
        await bots[0].until(lambda bot: bot.table["players"][waited.number]["presence"] == "here")
