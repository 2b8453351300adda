"""Decks that come or go in short pieces are in the database, and nobody finds them anywhere."""
from __future__ import unicode_literals

import pytest

from common.compat import reverse
from decks import access
from decks.builder import steps
from decks.cards.texts import fingerprint
from decks.models import ARCHIVED, WHITE, CardReport, Deck
from decks.privacy import account_data
from decks.review import finding, pending
from tests.decks.admins import Admin
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


@pytest.fixture
def root():
    return Admin("root")


@pytest.fixture
def half(root):
    """A deck of root's that is being taken away, and beside it one that an import puts together."""
    _coming, going = [a_deck(name, black=[("Halfway _", 1)], white=["Halfway"], status=ARCHIVED, staged=True,
                             owner=owner)
                     for name, owner in (("Half here", None), ("Half gone", root.user))]
    return going


@pytest.fixture
def attic(root):
    return a_deck("Attic", black=[("Upstairs _", 1)], white=["Upstairs"], status=ARCHIVED, owner=root.user)


@pytest.mark.parametrize("query", [{}, {"status": "archived"}, {"q": "a"}, {"whose": "site"},
                                   {"whose": "players"}])
def test_the_admins_list_of_decks_has_none(root, half, attic, query):
    page = root.see("admin:decks_deck_changelist", **query)
    assert "Half" not in page and (">Attic<" in page) == (query != {"whose": "site"})


@pytest.mark.parametrize("kind", ["black", "white"])
def test_their_cards_are_in_no_list(root, half, attic, kind):
    page = root.see("decks_admin:cards", kind=kind)
    assert "Upstairs" in page and "Halfway" not in page


@pytest.mark.parametrize("page", ["cards", "statistics"])
def test_they_have_no_pages_in_the_admin(root, half, attic, page):
    statuses = [root.look("admin:decks_deck_" + page, deck.pk).status_code for deck in (attic, half)]
    assert statuses == [200, 404]


@pytest.mark.parametrize("address", ["deck", "export"])
def test_they_have_no_page_for_their_owner_either(root, half, attic, address):
    more = ["deck"] if address == "export" else []
    statuses = [root.client.get(reverse("decks:" + address, args=[deck.slug] + more)).status_code
                for deck in (attic, half)]
    assert statuses == [200, 404] and not access.may_see(root.user, half)


def test_no_action_takes_them(root, half, attic):
    page = root.act([attic, half], "merge")
    assert "Attic" in page and "Half" not in page


def test_whom_they_belong_to_does_not_find_them(root, half, attic):
    assert [deck["name"] for deck in steps.mine(root.user)] == ["Attic"]
    assert [deck["name"] for deck in account_data.export(root.user)["decks"]] == ["Attic"]
    assert "Half" not in root.client.get(reverse("decks:mine")).content.decode("utf-8")


def test_their_owner_takes_no_step_with_them(root, half):
    assert root.client.post(reverse("decks:unarchive", args=[half.code])).status_code == 404
    root.client.post(reverse("decks:delete"), {"deck": half.code, "sure": "yes"})
    assert Deck.with_staged.get(pk=half.pk).status == ARCHIVED


def test_a_reported_card_is_in_none_of_them(half, attic):
    for text in ("Upstairs", "Halfway"):
        CardReport.objects.create(kind=WHITE, text=text, fingerprint=fingerprint(text), reason="typo",
                                  reporter="1-1")
    found = pending.described_reports(finding.reports({}))
    assert sorted((card.text, [deck.name for deck in card.decks]) for card in found) == [
        ("Halfway", []), ("Upstairs", ["Attic"])]
