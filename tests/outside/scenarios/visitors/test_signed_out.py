"""Signing out ends what the open sockets of that session may do; other devices of the account play on."""
import asyncio
import itertools
import os

import pytest

from tests.outside.scenarios import story
from tests.outside.tables import sit, turned_away
from tests.outside.visitors import Visitor

names = ("ann%d-%d" % (os.getpid(), number) for number in itertools.count(1))
ACCESS_CHANGED = (4401, "access_changed")


async def an_account_at_a_table(site):
    """(account's name, code, a signed-in Visitor, their bot), of a room that they host."""
    name, phone = next(names), Visitor(site)
    await asyncio.to_thread(phone.sign_up, name)
    code = await asyncio.to_thread(phone.open_room, "Ann")
    return name, code, phone, await sit(phone, code)


@story
async def test_after_signing_out_an_open_socket_makes_no_move(site):
    _, code, phone, bot = await an_account_at_a_table(site)
    await asyncio.to_thread(phone.sign_out)
    assert await bot.closed() == ACCESS_CHANGED
    with pytest.raises(ConnectionError):
        await bot.send("change_settings", settings={"hand_size": 5})
    assert await turned_away(phone, code) == (4403, "not_admitted")


@story
async def test_another_device_of_the_account_comes_back_and_plays_on(site):
    name, code, phone, _ = await an_account_at_a_table(site)
    tablet = await asyncio.to_thread(Visitor(site).sign_in, name)
    there = await sit(tablet, code)
    await asyncio.to_thread(phone.sign_out)
    assert await there.closed() == ACCESS_CHANGED
    back = await sit(tablet, code)
    assert back.number == "1"
    assert (await back.send("change_settings", settings={"hand_size": 5}))["type"] == "ok"
    await back.close()


@story
async def test_a_guest_seat_in_the_same_browser_ends_with_the_session(site):
    _, _, phone, _ = await an_account_at_a_table(site)
    code = await asyncio.to_thread(Visitor(site).open_room, "Host")
    assert await asyncio.to_thread(phone.take_seat, code, "Ann") == 200
    bot = await sit(phone, code)
    await asyncio.to_thread(phone.sign_out)
    assert await bot.closed() == ACCESS_CHANGED
    assert await turned_away(phone, code) == (4403, "not_admitted")


@story
async def test_others_at_the_table_hear_no_goodbye(site):
    _, code, phone, _ = await an_account_at_a_table(site)
    friend = Visitor(site)
    assert await asyncio.to_thread(friend.take_seat, code, "Bob") == 200
    bob = await sit(friend, code)
    await asyncio.to_thread(phone.sign_out)
    await bob.until(lambda bob: bob.table["players"]["1"]["presence"] == "gone")
    assert (await bob.hear('{"move": "ping"}'))["type"] == "pong"
    await bob.close()
