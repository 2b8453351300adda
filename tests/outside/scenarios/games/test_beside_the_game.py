"""Faces, phrases and the chat over sockets: bounds, spectators, muting, and nothing of it in the stored room."""
import asyncio
import sqlite3
from contextlib import closing

from tests.outside.bots import Refusal
from tests.outside.scenarios import story
from tests.outside.tables import a_table, faces_of, holds_soon, said_to, sit
from tests.outside.visitors import Visitor


async def spectator(site, code):
    fan = Visitor(site)
    await asyncio.to_thread(fan.watch, code)
    return await sit(fan, code)


@story
async def test_a_spectator_shows_a_face_and_says_nothing(site):
    async with a_table(site) as (code, bots, _):
        watching = await spectator(site, code)
        await watching.send("react", face="wow")
        assert await holds_soon(lambda: all(faces_of(bot) == {(None, 1)} for bot in bots + [watching]))
        assert await watching.refused("phrase", phrase="robbed") == "not_seated"
        await watching.close()


@story
async def test_everything_above_three_faces_a_second_is_refused_and_answered(site):
    async with a_table(site) as (_, bots, _):
        answers = await asyncio.gather(*[bots[1].send("react", face="joy") for _ in range(12)],
                                       return_exceptions=True)
        refused = [answer.code for answer in answers if isinstance(answer, Refusal)]
        assert len(answers) == 12 and set(refused) == {"slow_down"}
        assert await holds_soon(lambda: faces_of(bots[2]) == {("2", 12 - len(refused))})


@story
async def test_a_table_that_reacts_at_once_hears_few_messages(site):
    async with a_table(site, 6) as (_, bots, _):
        await asyncio.gather(*[bot.send("react", face="love") for bot in bots for _ in range(3)])
        assert await holds_soon(lambda: faces_of(bots[0]) == {("%d" % number, 3) for number in range(1, 7)})
        told = [message for message in bots[0].messages if message["type"] == "reactions"]
        assert len(told) < 18


@story
async def test_the_chat_is_the_hosts_to_switch_on(site):
    async with a_table(site) as (_, bots, _):
        assert await bots[1].refused("say", text="Hello") == "talk_off"
        await bots[0].send("change_settings", settings={"talk": "chat"})
        await bots[1].send("say", text="Hello, what the fuck")
        assert await holds_soon(lambda: said_to(bots[2]) == [{"player": "2", "text": "Hello, what the \u2217\u2217\u2217\u2217"}])


@story
async def test_whom_the_host_mutes_nobody_hears(site):
    async with a_table(site) as (_, bots, _):
        await bots[0].send("mute", player="2")
        await bots[1].until(lambda bot: bot.seat.get("muted"))
        assert await bots[1].refused("react", face="joy") == "muted"
        await bots[0].send("unmute", player="2")
        await bots[1].send("react", face="joy")
        assert await holds_soon(lambda: faces_of(bots[2]) == {("2", 1)})


@story
async def test_nothing_of_it_is_stored(site, server):
    async with a_table(site) as (code, bots, _):
        await bots[0].send("change_settings", settings={"talk": "chat"})
        version = bots[0].version
        await bots[0].send("react", face="joy")
        await bots[1].send("phrase", phrase="robbed")
        await bots[2].send("say", text="nowhere to be found")
        assert await holds_soon(lambda: len(said_to(bots[0])) == 2)
        with closing(sqlite3.connect(str(server.var / "db.sqlite3"))) as connection:
            (stored, state), = connection.execute("SELECT version, state FROM game_room WHERE code = ?", [code])
        assert stored == version and "nowhere" not in state and "robbed" not in state


@story
async def test_a_screen_hears_phrases_and_no_line_of_the_chat(site):
    async with a_table(site) as (code, bots, visitors):
        await bots[0].send("change_settings", settings={"talk": "chat"})
        screen = await sit(visitors[1], code, "?view=tv")
        await bots[1].send("say", text="Hello")
        await bots[1].send("phrase", phrase="robbed")
        assert await holds_soon(lambda: len(said_to(bots[2])) == 2)
        assert await holds_soon(lambda: said_to(screen) == [{"player": "2", "phrase": "robbed"}])
        await screen.close()
