"""Rooms and rounds for administrators, who see no cards of anybody."""
from __future__ import unicode_literals

import pytest
from django.contrib import admin

from common.compat import reverse
from game.models import Room, RoundResult
from game.recap import links
from tests.game.pages import text_of
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


def page(client, name, *args, **query):
    return text_of(client.get(reverse("admin:game_" + name, args=args), query))


@pytest.fixture
def table():
    table = a_table()
    table.deal()
    table.play_round()
    table.act("ann", "next_round")
    return table


def secrets_of(table):
    """Whatever tells a hand, a pile, a seat or a password."""
    texts = {card["text"] for who in table.players for card in table.seat(who)["hand"]}
    keys = {table.player(who).key for who in table.players}
    return texts | keys | {"%d" % table.state["white_pile"]["seed"], '"hand"', "&quot;hand&quot;"}


def test_the_list_shows_where_each_room_stands(admin_client, table):
    shown = page(admin_client, "room_changelist")
    assert table.room.code in shown and "playing" in shown


def test_no_page_shows_a_hand_or_a_key(admin_client, table):
    Room.objects.update(password="md5$salt$hash")
    result = RoundResult.objects.get()
    pages = [page(admin_client, "room_changelist"), page(admin_client, "room_change", table.pk),
             page(admin_client, "roundresult_changelist")]
    assert result.black in pages[2]
    assert not [secret for secret in secrets_of(table) | {"md5$salt"} for shown in pages if secret in shown]


def test_a_room_shows_who_sits_there(admin_client, table):
    shown = page(admin_client, "room_change", table.pk)
    assert all(name in shown for name in ("Ann", "Bob", "Cat"))


def test_search_finds_a_room_by_code_and_by_name(admin_client, table):
    other = a_table("Zoe", name="Cake")
    for words in (other.room.code, "zoe"):
        shown = page(admin_client, "room_changelist", q=words)
        assert other.room.code in shown and table.room.code not in shown


def test_a_round_that_everybody_voted_on_says_so(admin_client, table):
    assert "everybody voted" not in page(admin_client, "roundresult_changelist")
    RoundResult.objects.update(judge=None, plays='[{"name": "Ann", "cards": ["Tea"], "won": true, "votes": 2}]')
    assert "everybody voted" in page(admin_client, "roundresult_changelist")


def test_search_finds_a_round_by_its_card(admin_client, table):
    black = RoundResult.objects.get().black
    assert black in page(admin_client, "roundresult_changelist", q="Tea")
    assert black not in page(admin_client, "roundresult_changelist", q="Marmalade")


@pytest.mark.parametrize("name", ["room_add", "roundresult_add"])
def test_nothing_is_added_by_hand(admin_client, name):
    assert admin_client.get(reverse("admin:game_" + name)).status_code == 403


def test_saving_a_room_changes_only_its_listing(admin_client, table):
    before = table.room
    players = table.room.players.order_by("number")
    form = {"listed": "on", "version": 99, "state": "{}", "code": "KX7PQ", "players-TOTAL_FORMS": 3,
            "players-INITIAL_FORMS": 3, "players-MIN_NUM_FORMS": 0, "players-MAX_NUM_FORMS": 1000}
    for place, player in enumerate(players):
        form.update({"players-%d-id" % place: player.pk, "players-%d-room" % place: table.pk})
    response = admin_client.post(reverse("admin:game_room_change", args=[table.pk]), form)
    after = table.room
    assert response.status_code == 302 and after.listed
    assert (after.code, after.version, after.state) == (before.code, before.version, before.state)


def test_saving_a_room_does_not_undo_a_move_made_meanwhile(table):
    stale = table.room
    stale.listed = True
    table.act("ann", "end_game")
    admin.site._registry[Room].save_model(None, stale, None, True)
    assert table.room.listed and table.phase == "game_over" and table.version == stale.version + 1


def test_deleting_a_room_takes_its_seats_and_history_along(admin_client, table):
    admin_client.post(reverse("admin:game_room_delete", args=[table.pk]), {"post": "yes"})
    assert not Room.objects.exists() and not RoundResult.objects.exists()


def test_guests_see_no_admin(client, table):
    assert client.get(reverse("admin:game_room_changelist")).status_code == 302


def test_rooms_are_kept_off_the_list_of_open_rooms(admin_client, table):
    Room.objects.update(listed=True)
    admin_client.post(reverse("admin:game_room_changelist"), {"action": "bar", "_selected_action": table.pk})
    assert table.room.barred and not table.room.listed


def test_links_to_recaps_are_withdrawn_and_never_shown(admin_client, table):
    table.act("ann", "end_game")
    recap = links.make(table.player("ann"))
    for name, args in (("changelist", []), ("change", [recap.pk])):
        page = admin_client.get(reverse("admin:game_recap_" + name, args=args))
        assert page.status_code == 200 and recap.key not in page.content.decode("utf-8")
    admin_client.post(reverse("admin:game_recap_delete", args=[recap.pk]), {"post": "yes"})
    assert links.find(recap.key) is None
