"""Whatever a client sends, it gets one clear error or a close; the others play on and the log stays clean."""
import asyncio
import json

import pytest

from tests.outside.bots import Refusal
from tests.outside.scenarios import story
from tests.outside.tables import a_table, play_round, sit
from tests.outside.visitors import Visitor

FRAME_BYTES = 16384
NOT_OBJECTS = ["", "hello", "{", "[]", "[1]", '"text"', "12", "null", "true", "NaN", "1e999",
               '{"id": "a"} {}',
               "[" * 4000, '{"a":' * 600 + "1" + "}" * 600, "\u0000",
               '{"move": "ping", "args": {"half": "\\ud800"}}', "{'move': 'ping'}"]
NOT_MOVES = [
    {}, {"move": 1}, {"move": None}, {"move": []}, {"move": {}}, {"id": 7, "move": "here"},
    {"id": None, "move": "here"},
    {"id": [], "move": "here"}, {"id": {}, "move": "here"}, {"id": "x" * 33, "move": "here"},
    {"move": "here"},
    {"id": "", "move": "here"}, {"id": "n1", "move": "here", "args": []},
    {"id": "n2", "move": "here", "args": None},
    {"id": "n3", "move": "here", "args": "all"}, {"id": "n4", "move": "here", "args": 0},
    {"id": "n5", "args": {}}]
UNKNOWN = ["fly", "join", "connect", "disconnect", "__class__", "play", "Here", "expire ", "\u2603"]
STRANGE = [None, 1, -1, 1.5, 10 ** 30, True, "", "x", "0", "\u0000", [], [None], [[]], [{}], {}, {"a": None},
           [-7] * 500,
           ["1"], [True], [1.0], "9" * 100, "\u0663"]
# In which phase each move is tried, and the codes that may refuse it.
ARGUMENTS = [
    ("lobby", "change_settings", "settings", {"bad_frame", "bad_setting"}),
    ("lobby", "choose_decks", "decks", {"bad_decks"}),
    ("lobby", "kick", "player", {"unknown_player"}), ("lobby", "make_host", "player", {"unknown_player"}),
    ("playing", "play_cards", "cards", {"bad_frame", "wrong_count", "same_card_twice", "not_your_card"}),
    ("playing", "skip", "player", {"unknown_player"}),
    ("revealing", "reveal_play", "play", {"unknown_play"}),
    ("judging", "pick_winner", "play", {"unknown_play"})]


@story
async def test_what_is_not_an_object_is_a_bad_frame(site):
    async with a_table(site, 3) as (_, bots, _):
        for frame in NOT_OBJECTS:
            assert (await bots[1].hear(frame))["code"] == "bad_frame", frame[:50]
        await bots[0].send("start_game")
        await play_round(bots)


@story
async def test_a_wrong_id_move_or_args_is_a_bad_frame_with_the_id_where_there_is_one(site):
    async with a_table(site, 3) as (_, bots, _):
        for content in NOT_MOVES:
            reply = await bots[1].hear(json.dumps(content))
            assert reply["code"] == "bad_frame" and len(reply["message"]) > 10, content
            assert reply.get("id") == (content["id"] if str(content.get("id")).startswith("n") else None)


@story
async def test_unknown_moves_are_told_by_name_and_the_servers_own_are_unknown(site):
    async with a_table(site, 3) as (_, bots, _):
        for name in UNKNOWN:
            assert await bots[1].refused(name) == "unknown_move"
        assert (await bots[1].hear('{"move": "ping"}'))["type"] == "pong"


@story
async def test_a_binary_frame_is_a_bad_frame(site):
    async with a_table(site, 3) as (_, bots, _):
        for frame in (b"\x00\xff\xfe", b'{"move": "ping"}', b"{}"):
            assert (await bots[2].hear(frame))["code"] == "bad_frame"


async def reach(phase, bots):
    await bots[0].send("start_game")
    await asyncio.gather(*[bot.until(lambda bot: bot.phase == "playing" and bot.hand) for bot in bots])
    judge = next(bot for bot in bots if bot.number == bot.table["judge"])
    if phase in ("revealing", "judging"):
        await asyncio.gather(*[bot.play() for bot in bots if bot is not judge])
        await judge.until(lambda bot: bot.phase == "revealing")
    if phase == "judging":
        for play in sorted(judge.table["plays"]):
            await judge.send("reveal_play", play=play)
    return judge


@pytest.mark.parametrize("phase, move, name, codes", ARGUMENTS)
def test_strange_arguments_are_refused_and_change_nothing(site, phase, move, name, codes):
    @story
    async def strange():
        async with a_table(site, 4) as (_, bots, _):
            judge = await reach(phase, bots) if phase != "lobby" else None
            sender = {"playing": next(bot for bot in bots if bot is not judge and bot is not bots[0])}.get(
                phase, judge)
            sender = bots[0] if sender is None or move == "skip" else sender
            before = sender.table
            for value in [None] + STRANGE:
                harmless = value == {} if move == "change_settings" else value == [] and move == "choose_decks"
                if harmless or (value == "0" and name == "play"):
                    continue
                arguments = {} if value is None else {name: value}
                assert await sender.refused(move, **arguments) in codes, value
            assert sender.table == before
    strange()


@story
async def test_arguments_of_moves_without_any_are_ignored(site):
    async with a_table(site, 3) as (_, bots, _):
        assert (await bots[0].send("here", cards=[1], player="2", now=5))["type"] == "ok"
        assert await bots[0].refused("expire", now=10 ** 15) == "nothing_due"


@story
async def test_a_frame_that_is_too_big_is_refused_by_its_id_and_the_socket_stays(site):
    async with a_table(site, 3) as (_, bots, _):
        assert await bots[0].refused("choose_decks", decks=list(range(1, 5000))) == "too_big"
        assert (await bots[0].hear('{"move": "ping", "args": {"x": "%s"}}' % ("x" * FRAME_BYTES)))["code"] == "too_big"
        assert (await bots[0].hear('{"move": "ping"}'))["type"] == "pong"


@story
async def test_more_decks_than_fit_are_refused_with_the_number_that_does(site):
    async with a_table(site, 3) as (_, bots, _):
        with pytest.raises(Refusal) as refusal:
            await bots[0].send("choose_decks", decks=list(range(1, 302)))
        assert refusal.value.code == "too_many_decks" and "300" in refusal.value.reply["message"]


@story
async def test_seventy_kilobytes_close_and_the_others_play_on(site):
    async with a_table(site, 4) as (_, bots, _):
        await bots[3].socket.send('{"move": "ping", "args": {"x": "%s"}}' % ("x" * 70000))
        assert await bots[3].closed() == (4413, "too_big")
        await bots[0].send("kick", player="4")
        await bots[0].send("start_game")
        await play_round(bots[:3])


@story
async def test_a_frame_of_sixteen_kilobytes_is_served(site):
    async with a_table(site, 3) as (_, bots, _):
        frame = json.dumps({"move": "ping", "args": {"x": ""}})
        frame = frame.replace('""', '"%s"' % ("x" * (FRAME_BYTES - len(frame))))
        assert len(frame) == FRAME_BYTES and (await bots[0].hear(frame))["type"] == "pong"


@story
async def test_a_megabyte_ends_the_connection_before_it_is_read(site):
    async with a_table(site, 3) as (_, bots, _):
        try:
            await bots[2].socket.send("x" * 1000000)
        except Exception:
            pass
        code, _ = await bots[2].closed()
        assert code in (1006, 1009, 4413)
        assert (await bots[0].hear('{"move": "ping"}'))["type"] == "pong"


@story
async def test_text_that_is_not_utf_8_ends_the_connection(site):
    async with a_table(site, 3) as (_, bots, _):
        await bots[2].socket.send(b'{"move": "\xff\xfe"}', text=True)
        code, _ = await bots[2].closed()
        assert code in (1006, 1007)
        assert (await bots[0].hear('{"move": "ping"}'))["type"] == "pong"


@story
async def test_many_frames_at_once_get_one_too_fast_and_the_socket_stays(site):
    async with a_table(site, 3) as (_, bots, _):
        for _ in range(150):
            await bots[1].socket.send('{"move": "ping"}')
        await asyncio.sleep(3)
        assert await bots[1].refused(
            "expire") == "nothing_due"  # frames keep their order, so all before it were heard
        kinds = [message.get("code", message["type"]) for message in bots[1].messages]
        assert kinds.count("too_fast") == 1 and 50 <= kinds.count("pong") < 150
        assert (await bots[1].hear('{"move": "ping"}'))["type"] == "pong"


@story
async def test_frames_that_never_rest_end_the_connection_and_the_others_play_on(site):
    async with a_table(site, 4) as (code, bots, visitors):
        await bots[0].send("start_game")
        await asyncio.gather(*[bot.until(lambda bot: bot.phase == "playing" and bot.hand) for bot in bots])
        flood = await sit(visitors[3], code)

        async def pour():
            try:
                for _ in range(1000):
                    await flood.socket.send('{"id": "same", "move": "nudge"}')
            except Exception:
                pass
            return await flood.closed()
        closed, _ = await asyncio.gather(pour(), play_round(bots))
        assert closed == (4429, "too_fast")


@story
async def test_a_spectator_may_not_move_anything(site):
    async with a_table(site, 3) as (code, bots, _):
        fan = Visitor(site)
        await asyncio.to_thread(fan.watch, code)
        screen = await sit(fan, code)
        for name in ("start_game", "change_settings", "choose_decks", "kick", "make_host", "play_cards",
                     "take_back",
                     "reveal_play", "pick_winner", "next_round", "end_game", "rematch", "skip", "nudge",
                     "here", "leave"):
            assert await screen.refused(name, player="1", cards=[1]) == "not_seated"
        await screen.close()
