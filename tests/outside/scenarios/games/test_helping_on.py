"""What a host does where the table waits, over real sockets; and how the others choose another host."""
import asyncio

from tests.outside.scenarios import story
from tests.outside.tables import a_table, agree
from tests.outside.visitors import Visitor


async def begins(bots):
    """A round in which the last one judges; returns its players."""
    await bots[0].send("start_game")
    while bots[0].table["judge"] != bots[-1].number:
        for move in ("end_game", "rematch", "start_game"):
            await bots[0].send(move)
    game = bots[0].table["game"]
    await asyncio.gather(*[bot.until(lambda bot: bot.table.get("game") == game and bot.phase == "playing")
                           for bot in bots])


@story
async def test_the_host_plays_for_one_and_lets_the_table_vote(site):
    async with a_table(site, players=4) as (_, bots, _):
        host, sleeper = bots[0], bots[1]
        await begins(bots)
        await host.send("play_for", player=sleeper.number)
        await sleeper.until(lambda bot: bot.table["players"][bot.number].get("played") and bot.seat["play"])
        assert "play" not in host.seat
        await asyncio.gather(host.play(), bots[2].play())
        await host.until(lambda bot: bot.phase == "revealing")
        await host.send("replace_judge")
        await host.until(lambda bot: bot.table["former_judge"]["why"] == "judge_replaced")
        await agree(bots)


@story
async def test_a_bot_sits_in_until_somebody_is_back(site):
    async with a_table(site, players=4) as (_, bots, _):
        sleeper = bots[1]
        await begins(bots)
        await bots[0].send("bot_takes", player=sleeper.number)
        await sleeper.until(lambda bot: "here" in bot.seat["can"])
        await sleeper.send("here")
        await bots[0].until(lambda bot: "stand_in" not in bot.table["players"][sleeper.number])
        await agree(bots)


@story
async def test_half_of_the_people_choose_another_host(site):
    async with a_table(site, players=4) as (_, bots, _):
        await bots[1].send("vote_host", player="3")
        assert bots[1].table["host_vote"]["votes"] == [{"player": "3", "name": "Player 3", "votes": 1}]
        await bots[2].send("vote_host", player="3")
        await bots[0].until(lambda bot: bot.table["host"] == "3" and "host_vote" not in bot.table)
        await agree(bots)


@story
async def test_a_cohost_locks_the_room(site):
    async with a_table(site) as (code, bots, _):
        await bots[0].send("make_cohost", player="2")
        await bots[1].send("change_settings", settings={"door": "locked"})
        assert await asyncio.to_thread(Visitor(site).take_seat, code, "Late") == 409
