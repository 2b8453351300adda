"""The page of open rooms, the host's switch, and reports."""
from __future__ import unicode_literals

import pytest
from django.test import Client
from django.utils import timezone

from common.compat import json_dumps, reverse
from common.web import sites
from game.models import Room, RoomReport
from game.rooms import listing
from game.views import open_rooms
from tests.game.pages import address, json_of, sit, text_of
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    table = a_table("Ann", "Bob", "Cat", rating="teen")
    listing.show(table.room, True)
    return table


def look(**wishes):
    return text_of(Client().get(address("open_rooms"), wishes))


def switch(client, table, listed):
    return client.post(address("list_room", table.room.code), json_dumps({"listed": listed}),
                       content_type="application/json")


def report(client, table, reason="name"):
    return client.post(address("report_room", table.room.code), {"reason": reason})


def test_a_stranger_sees_the_table_and_its_door(table):
    page = look()
    assert "Ann" in page and "Tea" in page and table.room.get_absolute_url() in page
    assert "Bob" not in page


def test_an_empty_list_says_how_one_gets_into_it():
    assert "among friends tonight" in look()


def test_it_is_narrowed_down(table):
    assert "Ann" in look(rating="teen", language="en")
    assert "No table like that" in look(rating="family")


@pytest.mark.parametrize("page", ["2", "0", "-1", "x", "9" * 40])
def test_any_page_shows_something(table, page):
    assert "Ann" in look(page=page)


def test_many_rooms_have_pages(monkeypatch, table):
    listing.show(a_table("Dora", "Emil", "Finn", name="Cake").room, True)
    monkeypatch.setattr(open_rooms, "PER_PAGE", 1)
    assert "Page 1 of 2" in look() and "Page 2 of 2" in look(page="2")


def test_the_host_switches_it(client, table):
    sit(client, table.player("ann"))
    assert json_of(switch(client, table, False)) == {"listed": False, "why_not": ""}
    assert json_of(client.get(address("listing", table.room.code)))["listed"] is False
    assert json_of(switch(client, table, True))["listed"] is True


@pytest.mark.parametrize("who", ["bob", None])
def test_nobody_else_does(client, table, who):
    if who:
        sit(client, table.player(who))
    assert switch(client, table, False).status_code == 404 and table.room.listed


def test_a_room_with_a_password_says_why_not(client, table):
    Room.objects.update(password="x", listed=False)
    sit(client, table.player("ann"))
    answer = switch(client, table, True)
    assert answer.status_code == 409 and "among friends" in json_of(answer)["message"]


def test_few_rooms_of_an_address_are_shown_in_a_day(client, settings, table):
    settings.LISTED_ROOMS_A_DAY = 1
    sit(client, table.player("ann"))
    switch(client, table, False)
    assert switch(client, table, True).status_code == 200
    switch(client, table, False)
    assert switch(client, table, True).status_code == 429 and not table.room.listed


@pytest.mark.parametrize("listed", [1, "yes", None])
def test_nonsense_is_refused(client, table, listed):
    sit(client, table.player("ann"))
    assert switch(client, table, listed).status_code == 400


def test_a_report_reaches_the_administrators(client, admin_client, table):
    assert report(client, table).status_code == 302
    assert "Ann, Tea" in text_of(admin_client.get("/admin/game/roomreport/"))


def test_the_review_queue_leads_to_what_is_not_settled(client, admin_client, table):
    report(client, table)
    unsettled = "/admin/game/roomreport/?resolved__isnull=True"
    assert unsettled in text_of(admin_client.get(reverse("decks_admin:review")))
    assert "Ann, Tea" in text_of(admin_client.get(unsettled))
    RoomReport.objects.update(resolved=timezone.now())
    assert "Ann, Tea" not in text_of(admin_client.get(unsettled))


def test_a_room_that_is_not_in_the_list_has_no_reports(client, table):
    listing.show(table.room, False)
    assert report(client, table).status_code == 404


def test_reports_of_one_address_are_counted(client, monkeypatch, table):
    monkeypatch.setattr(open_rooms, "REPORTS_OF_AN_ADDRESS", "1/h")
    report(client, table)
    report(client, table, "decks")
    assert RoomReport.objects.count() == 1


def test_an_administrator_takes_the_room_off(client, admin_client, table):
    report(client, table)
    admin_client.post("/admin/game/roomreport/", {
        "action": "bar", "_selected_action": RoomReport.objects.get().pk})
    assert not table.room.listed and table.room.barred


def test_a_link_to_the_room_is_previewed_with_what_its_door_tells(client, table):
    page = text_of(client.get(table.room.get_absolute_url()))
    assert 'og:title" content="Ann invites you, 3 at the table"' in page
    assert 'og:image" content="%s' % sites.address("/static/img/share") in page
    Room.objects.update(password="x")
    page = text_of(client.get(table.room.get_absolute_url()))
    assert "Ann" not in page and 'og:title" content="A table for friends"' in page
