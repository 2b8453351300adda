"""The page of one deck: what it shows of the deck, and to whom."""
from __future__ import unicode_literals

import pytest

from decks.catalogue import browsing
from tests.decks.catalogue.pages.visits import page_by_code, page_of
from tests.decks.shelf import a_deck, hide
from tests.game.pages import text_of
from tests.game.people import an_account, enter

pytestmark = pytest.mark.django_db


def test_a_page_shows_facts_and_a_dozen_cards(client):
    deck = a_deck("Tea", black=[("Why %d? _" % number, 1) for number in range(9)],
                  white=["Leaf %d." % number for number in range(30)], author="Ann Lee", licence="CC BY 4.0",
                  plays=7)
    page = text_of(page_of(client, deck))
    for fact in ("Ann Lee", "CC BY 4.0", "7 times", "9 black, 30 white", deck.code[:4] + " " + deck.code[4:]):
        assert fact in page, fact
    assert (page.count("card black"), page.count("card white")) == (4, 8)


def test_samples_come_from_all_over_a_deck_and_are_seen_by_games_too():
    deck = a_deck("Tea", black=[("_ _ _ _", 4)], white=["Leaf %d" % number for number in range(16)])
    hide("white", "Leaf 0")
    found = browsing.samples(deck)
    assert found["black"] == []
    assert [card.text for card in found["white"]][:3] == ["Leaf 1", "Leaf 2", "Leaf 4"]
    assert len(found["white"]) == 8


def test_cards_are_drawn_as_at_the_table(client):
    page = text_of(page_of(client, a_deck("Tea", black=[("*Who* is _{2^} or _?", 2)], white=["snake_case"])))
    assert '<em>Who</em> is <span class="blank">' in page and "{2^}" not in page and "Pick <b>2</b>" in page
    assert "snake_case" in page


@pytest.mark.parametrize("status", ["draft", "archived"])
def test_strangers_see_no_draft_and_no_deck_of_the_archive(client, status):
    deck = a_deck("Tea", status=status)
    assert page_of(client, deck).status_code == page_by_code(client, deck).status_code == 404


@pytest.mark.parametrize("status, plays, shares",
                         [("draft", True, False), ("review", True, True), ("archived", False, False)])
def test_owners_see_their_own_decks_in_every_state(client, status, plays, shares):
    ann = an_account()
    enter(client, ann)
    page = page_of(client, a_deck("Tea", status=status, owner=ann))
    assert page.status_code == 200 and ("Play with this deck" in text_of(page)) == plays
    assert ("Share it" in text_of(page)) == shares == ("Favourite" in text_of(page))


@pytest.mark.parametrize("slug", ["tea", "no-such-deck"])
def test_who_is_signed_out_is_offered_to_sign_in_whether_there_is_a_deck_or_not(client, slug):
    a_deck("Tea", status="draft")
    answer = client.get("/decks/%s/" % slug)
    page = answer.content.decode("utf-8")
    assert answer.status_code == 404 and "/login/?next=/decks/%s/" % slug in page


def test_who_signs_in_from_there_comes_back_to_the_deck(client):
    ann = an_account()
    deck = a_deck("Tea", status="draft", owner=ann)
    assert "?next=/decks/tea/export/deck/" in client.get("/decks/tea/export/deck/").content.decode("utf-8")
    enter(client, ann)
    assert page_of(client, deck).status_code == 200
