"""Who sees and does what in the admin: editors edit and send to review, reviewers decide,
the support looks after rooms.
"""
from __future__ import unicode_literals

import pytest

from common.compat import reverse
from decks.models import Deck
from tests.decks.admins import a_player, a_reviewer, a_support, an_editor
from tests.decks.shelf import a_deck
from tests.game.table import a_table

pytestmark = pytest.mark.django_db
DECK_PAGES = ("admin:decks_deck_changelist", "decks_admin:cards", "decks_admin:review")


@pytest.fixture
def tea():
    return a_deck("Tea", [("Why %d? _" % n, 1) for n in range(5)], ["thing %d" % n for n in range(10)],
                  status="draft", slug="leaves")


def status(admin, name, *args):
    return admin.look(name, *args).status_code


def step(admin, deck, name):
    answer = admin.client.post(reverse("admin:decks_deck_step", args=[deck.pk]), {"step": name})
    return answer.status_code, Deck.objects.get(pk=deck.pk).status


def facts(**changes):
    return dict({"name": "Mine", "slug": "leaves", "language": "en", "rating": "family", "description": ""},
                **changes)


def test_an_editor_edits_and_sends_to_review_but_publishes_nothing(tea):
    edith = an_editor()
    assert status(edith, "admin:decks_deck_cards", tea.pk) == 200
    edith.press("admin:decks_deck_change", tea.pk, **facts())
    assert Deck.objects.get(pk=tea.pk).name == "Mine"
    assert step(edith, tea, "publish") == (403, "draft")
    assert step(edith, tea, "ask") == (302, "review") and step(edith, tea, "withdraw") == (302, "draft")
    answer = edith.client.post(reverse("decks_admin:review"), {"many": "hide", "all": "1"})
    assert answer.status_code == 403


def test_an_editor_rates_only_what_no_reviewer_has_seen(tea):
    edith = an_editor()
    edith.press("admin:decks_deck_change", tea.pk, **facts(rating="teen"))
    Deck.objects.filter(pk=tea.pk).update(status="published")
    edith.press("admin:decks_deck_change", tea.pk, **facts(rating="family"))
    assert Deck.objects.get(pk=tea.pk).rating == "teen"


def test_an_editor_looks_at_a_players_deck_but_changes_nothing(tea):
    edith = an_editor()
    Deck.objects.filter(pk=tea.pk).update(owner=a_player())
    assert "thing" not in edith.see("admin:decks_deck_change",
                                    tea.pk) and "Tea" in edith.see("admin:decks_deck_change", tea.pk)
    answer = edith.client.post(reverse("admin:decks_deck_change", args=[tea.pk]), facts())
    assert answer.status_code == 403 and Deck.objects.get(pk=tea.pk).name == "Tea"
    assert status(edith, "admin:decks_deck_cards",
                  tea.pk) == 403 and step(edith, tea, "ask") == (403, "draft")


def test_a_reviewer_sees_all_and_publishes_but_edits_nothing(tea):
    rex = a_reviewer()
    for name in DECK_PAGES:
        assert status(rex, name) == 200, name
    assert status(rex, "decks_admin:doubles") == 403
    assert "Tea" in rex.see("admin:decks_deck_change", tea.pk)
    answer = rex.client.post(reverse("admin:decks_deck_change", args=[tea.pk]), facts())
    assert answer.status_code == 403 and Deck.objects.get(pk=tea.pk).name == "Tea"
    assert status(rex, "admin:decks_deck_cards", tea.pk) == 403 and status(rex, "admin:decks_deck_add") == 403
    assert step(rex, tea, "ask") == (403, "draft") and step(rex, tea, "publish") == (302, "published")


def test_an_editor_sees_every_page_of_decks(tea):
    edith = an_editor()
    for name in DECK_PAGES + ("decks_admin:doubles", "admin:decks_deck_add"):
        assert status(edith, name) == 200, name
    assert status(edith, "admin:game_room_changelist") == 403
    assert reverse("decks:import") in edith.see("admin:decks_deck_changelist")


def test_the_support_sees_rooms_and_letters_and_no_decks(tea):
    hope, table = a_support(), a_table()
    for name in ("game_room_changelist", "game_roundresult_changelist", "invitations_invitation_changelist",
                 "invitations_gamenight_changelist"):
        assert status(hope, "admin:" + name) == 200, name
    assert table.room.code in hope.see("admin:game_room_change", table.pk)
    for name in DECK_PAGES + ("decks_admin:doubles",):
        assert status(hope, name) == 403, name


def test_the_support_deletes_no_room_and_makes_none():
    hope, table = a_support(), a_table()
    assert status(hope, "admin:game_room_delete", table.pk) == status(hope, "admin:game_room_add") == 403
    before = table.room
    hope.press("admin:game_room_changelist", action="delete_selected", _selected_action=table.pk, post="yes")
    assert table.room.code == before.code and table.room.state == before.state


def test_players_do_not_come_in(client, tea):
    a_player()
    client.login(username="ann", password="walnut-pudding-7")
    for name in DECK_PAGES + ("decks_admin:doubles",):
        assert client.get(reverse(name)).status_code == 302
