"""Guests who come by an invitation's link, seen from outside: pages, sockets,
and what the host's screen hears.
"""
import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.outside.harness.server import SCRIPTS, Server
from tests.outside.links import a_link, told
from tests.outside.scenarios import story
from tests.outside.tables import a_table, lay_down, next_round, sit, turned_away
from tests.outside.visitors import Visitor

RACE = str(SCRIPTS / "guest_race.py")


async def invite(server, code):
    return await asyncio.to_thread(a_link, server, code)


async def look(visitor, link):
    return await asyncio.to_thread(visitor.get, link)


async def press(visitor, link, **fields):
    return await asyncio.to_thread(lambda: visitor.post(link, link, **fields))


async def see(visitor, link):
    """What the page's script does when somebody looks at it."""
    await asyncio.to_thread(lambda: visitor.post(link.replace("/accept/", "/opened/"), link))


async def come_by_link(site, link, code, name):
    """A newcomer at the table: (visitor, bot)."""
    visitor = Visitor(site)
    page = await press(visitor, link, name=name)
    assert page.url == site + "/rooms/%s/" % code
    return visitor, await sit(visitor, code)


def hears(status, **more):
    """What a host's screen hears of an invitation."""
    def heard(bot):
        news = [message["invitation"] for message in bot.messages if message["type"] == "invitation"]
        return any(one["status"] == status and all(one[name] == value for name, value in more.items())
                   for one in news)
    return heard


@story
async def test_the_host_sees_a_guest_open_the_letter_and_sit_down(quiet_server, site):
    async with a_table(site, 2) as (code, bots, _):
        link, guest = await invite(quiet_server, code), Visitor(site)
        assert "Ann, Player 2 are here" in (await look(guest, link)).text
        await see(guest, link)
        await bots[0].until(hears("opened"))
        assert len(bots[0].table["players"]) == 2
        page = await press(guest, link, name="Bob")
        await bots[0].until(hears("joined", player="Bob"))
        assert page.url == site + "/rooms/%s/" % code and link.split("/")[3] not in page.text
        bob = await sit(guest, code)
        assert bob.number == "3"
        await bots[1].until(lambda bot: "3" in bot.table["players"]
                            and bot.table["players"]["3"]["name"] == "Bob")
        assert not [message for message in bots[1].messages + bob.messages if message["type"] == "invitation"]
        await bob.close()
    assert link.split("/")[3] not in quiet_server.log()


async def win_a_point(bots, winner):
    """Play until this bot has won a round; the last one stays on the table."""
    while True:
        judge = await lay_down(bots)
        for play in sorted(judge.table["plays"]):
            await judge.send("reveal_play", play=play)
        await winner.until(lambda bot: bot is judge or "mine" in bot.seat)
        await judge.send("pick_winner", play="0" if judge is winner else winner.seat["mine"])
        if judge is not winner:
            return
        await next_round(bots)


@story
async def test_on_a_second_device_the_link_has_the_same_hand_and_score(quiet_server, site):
    async with a_table(site, 2) as (code, bots, _):
        link = await invite(quiet_server, code)
        phone, bob = await come_by_link(site, link, code, "Bob")
        await bots[0].send("start_game")
        await win_a_point(bots + [bob], bob)
        laptop = Visitor(site)
        assert "Welcome back, Bob." in (await look(laptop, link)).text and not bob.socket.close_code
        await press(laptop, link, seat=bob.number)
        assert await bob.closed() == (4409, "seat_moved")
        assert await turned_away(phone, code) == (4409, "seat_moved")
        again = await sit(laptop, code)
        assert (again.number, again.seat["hand"]) == (bob.number, bob.seat["hand"])
        assert again.table["players"]["3"]["score"] == 1 and len(again.table["players"]) == 3
        assert (await look(laptop, link)).url == site + "/rooms/%s/" % code
        await again.close()


@story
async def test_after_the_game_the_link_is_good_for_the_next_one(quiet_server, site):
    async with a_table(site, 3) as (code, bots, _):
        link = await invite(quiet_server, code)
        await bots[0].send("start_game")
        await bots[0].send("end_game")
        _, bob = await come_by_link(site, link, code, "Bob")
        await bots[0].send("rematch")
        await bots[0].send("start_game")
        await bob.until(lambda bot: bot.phase == "playing" and len(bot.hand) >= 10)
        assert "next_round" not in bob.table["players"]["4"]
        await bob.close()


@story
async def test_who_left_comes_back_by_the_link_with_the_same_hand(quiet_server, site):
    async with a_table(site, 3) as (code, bots, _):
        link = await invite(quiet_server, code)
        phone, bob = await come_by_link(site, link, code, "Bob")
        await bots[0].send("start_game")
        await bob.until(lambda bot: bot.phase == "playing" and bot.hand)
        hand = bob.seat["hand"]
        await bob.send("leave")
        await bob.close()
        assert "still warm" in (await look(phone, link)).text
        await press(phone, link)
        again = await sit(phone, code)
        assert again.number == "4" and again.seat["hand"] == hand
        await again.close()


@story
async def test_the_kicked_find_the_link_closed_on_every_device(quiet_server, site):
    async with a_table(site, 3) as (code, bots, _):
        link = await invite(quiet_server, code)
        phone, bob = await come_by_link(site, link, code, "Bob")
        await bots[0].send("kick", player="4")
        assert await bob.closed() == (4410, "kicked")
        for visitor in (phone, Visitor(site)):
            assert (await look(visitor, link)).status_code == 403
            assert (await asyncio.to_thread(lambda: visitor.post(link, name="Bob"))).status_code == 403
        assert set(bots[0].table["players"]) == {"1", "2", "3"}


def test_of_ten_phones_that_press_at_once_one_sits_and_the_others_may_continue_there(quiet_server, site):
    code = Visitor(site).open_room("Ann")
    link, phones = a_link(quiet_server, code), [Visitor(site) for _ in range(10)]
    with ThreadPoolExecutor(10) as pool:
        pages = list(pool.map(lambda pair: pair[1].post(link, name="Bob %d" % pair[0]), enumerate(phones)))
    assert {page.status_code for page in pages} == {200}
    assert [page.url.endswith("/rooms/%s/" % code) for page in pages].count(True) == 1
    assert ["Welcome back, Bob" in page.text for page in pages].count(True) == 9


@pytest.fixture(scope="module", params=["SQLite", pytest.param("PostgreSQL", marks=pytest.mark.one_stack)])
def outcome(request, tmp_path_factory, var_template):
    """What came of many devices that pressed at once, on this database."""
    folder = tmp_path_factory.mktemp("guests")
    if request.param == "SQLite":
        return told(Server(folder, var_template=var_template), RACE)
    address = request.getfixturevalue("new_database")("guest_race")
    return told(Server(folder, env={"DATABASE_URL": address}), RACE)


def test_of_many_devices_at_one_link_one_gets_the_seat(outcome):
    winners = [[number for number, _ in devices if number] for devices in outcome["links"]]
    print("links %d, devices at each %d, seats taken %d" % (
        len(winners), len(outcome["links"][0]), sum(map(len, winners))))
    assert [len(numbers) for numbers in winners] == [1] * len(winners)
    assert [[number, True] for number, in winners] == outcome["stamped"]
    assert all(remembered == bool(number) for devices in outcome["links"] for number, remembered in devices)


def test_nobody_has_lost_a_seat_to_them(outcome):
    seats = len(outcome["links"]) + len(outcome["neighbours"]) + 1
    assert outcome["rows"] == outcome["seated"] == list(range(1, seats + 1))
