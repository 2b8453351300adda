"""Who is not let in, by pages and by sockets, and what they are told."""
import asyncio
import itertools

import pytest
import requests
import websockets
from requests.adapters import HTTPAdapter

from tests.outside.scenarios import story
from tests.outside.tables import a_table, sit, turned_away
from tests.outside.visitors import Visitor
from tests.outside.windows import calm_address

STATE_CHANGING = ["/join/", "/rooms/new/", "/rooms/{0}/seat/", "/rooms/{0}/watch/", "/client-errors/"]


class FromElsewhere(HTTPAdapter):
    """Comes from another address of this machine, so that its wrong tries are counted apart."""

    def __init__(self, address):
        self.address = address
        super().__init__()

    def init_poolmanager(self, *args, **kwargs):
        super().init_poolmanager(*args, source_address=(self.address, 0), **kwargs)


def visitor_from(site, address):
    visitor = Visitor(site)
    visitor.http.mount("http://", FromElsewhere(address))
    return visitor


def in_a_row(answers):
    """[(status, how often in a row)]"""
    return [(status, len(list(group))) for status, group in itertools.groupby(answers)]


@pytest.mark.parametrize("origin", ["http://evil.example", "https://127.0.0.1.evil.example", "null"])
def test_a_foreign_origin_is_refused_before_the_handshake(site, origin):
    @story
    async def foreign():
        async with a_table(site, 1) as (code, _, visitors):
            with pytest.raises(websockets.InvalidStatus) as refusal:
                await visitors[0].connect(code, origin=origin)
            assert refusal.value.response.status_code in (400, 403)  # daphne 1 itself finds "null" malformed
    foreign()


@story
async def test_a_missing_origin_is_refused_before_the_handshake(site):
    async with a_table(site, 1) as (code, _, visitors):
        with pytest.raises(websockets.InvalidStatus) as refusal:
            await visitors[0].connect(code, origin=None)
        assert refusal.value.response.status_code == 403


@story
async def test_a_stranger_is_not_admitted_to_the_socket(site):
    async with a_table(site, 1) as (code, _, _):
        assert await turned_away(Visitor(site), code) == (4403, "not_admitted")


@story
async def test_a_seat_in_one_room_opens_no_other(site):
    async with a_table(site, 1) as (code, _, visitors), a_table(site, 1) as (other, _, _):
        assert code != other and await turned_away(visitors[0], other) == (4403, "not_admitted")


@story
async def test_an_unknown_code_is_told_on_the_socket(site):
    assert await turned_away(Visitor(site), "CCCCC") == (4403, "not_admitted")


@story
async def test_an_impossible_address_is_no_socket(site):
    with pytest.raises(websockets.InvalidStatus) as refusal:
        await Visitor(site).connect("nope")
    assert refusal.value.response.status_code == 403


@story
async def test_a_locked_room_opens_only_with_its_password(site):
    async with a_table(site, 2, password="open sesame") as (code, bots, _):
        guest = visitor_from(site, "127.0.0.3")
        for wrong in ({}, {"password": ""}, {"password": "Open Sesame"}):
            assert await asyncio.to_thread(guest.take_seat, code, "Guest", **wrong) == 400
            assert await asyncio.to_thread(guest.watch, code, **wrong) == 400
        page = await asyncio.to_thread(guest.get, "/tv/%s/" % code)
        assert 'data-testid="take-seat"' in page.text
        assert await turned_away(guest, code) == (4403, "not_admitted")
        assert await asyncio.to_thread(guest.watch, code, password="open sesame") == 200
        screen = await sit(guest, code)
        assert "sesame" not in str(screen.table) and len(bots[0].table["players"]) == 2
        await screen.close()


def test_guessing_a_password_is_stopped_after_ten_wrong_tries(site):
    code = Visitor(site).open_room("Ann", password="open sesame")
    guest = visitor_from(site, calm_address("127.0.1.%d", 300))
    answers = in_a_row(guest.take_seat(code, "Guest", password="guess %d" % number) for number in range(12))
    assert answers == [(400, 10), (429, 2)]
    assert visitor_from(site, "127.0.0.5").take_seat(code, "Other", password="open sesame") == 200


def test_guessing_codes_is_stopped_after_twenty_wrong_tries(site):
    address = calm_address("127.0.2.%d", 600)
    host, guest = visitor_from(site, address), visitor_from(site, address)
    code = host.open_room("Ann")
    doors = ["/rooms/%s/", "/tv/%s/", "/rooms/%s/decks.json", "/rooms/%s/qr.svg"]
    codes = ["CC%s%s%s" % (a, b, c) for a in "DFG" for b in "DFG" for c in "DFG"]
    answers = in_a_row(guest.get(doors[number % 4] % guess).status_code
                       for number, guess in enumerate(codes[:24]))
    assert answers == [(404, 20), (429, 4)]
    page = guest.post("/join/", code="CCCCC")
    assert page.status_code == 429 and int(page.headers["Retry-After"]) > 0
    # Or else the only answer that is not 429 would be the right code.
    assert guest.get("/rooms/%s/" % code).status_code == 429
    assert host.get("/rooms/%s/" % code).status_code == 200


@pytest.mark.parametrize("path", STATE_CHANGING)
def test_addresses_that_change_something_refuse_get_and_posts_without_a_token(site, path):
    host = Visitor(site)
    address = path.format(host.open_room("Ann"))
    for session in (host.http, requests.Session()):
        assert session.get(site + address, timeout=20).status_code == 405
        assert session.post(site + address, data={"name": "Eve"}, timeout=20).status_code == 403


def test_the_personal_link_moves_no_seat_without_a_token(site):
    host = Visitor(site)
    code = host.open_room("Ann")
    link = host.get("/rooms/%s/" % code).text.split("/seats/")[1][:32]
    assert requests.post(site + "/seats/%s/" % link, timeout=20).status_code == 403
    assert 'data-testid="take-seat"' not in host.get("/rooms/%s/" % code).text


def test_names_that_look_alike_are_taken_once(site):
    code = Visitor(site).open_room("Ann")
    assert [Visitor(site).take_seat(code, name)
            for name in ("ANN", " a n n ", "\uff21nn", "Anne")] == [409, 409, 409, 200]


@pytest.mark.parametrize("name", ["", "   ", "x" * 25, "tab\x07bell", "\u202eevil", "\u200d"])
def test_names_that_cannot_be_shown_are_refused(site, name):
    code = Visitor(site).open_room("Ann")
    assert Visitor(site).take_seat(code, name) == 400
