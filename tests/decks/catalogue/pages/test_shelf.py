"""The shelf: which decks stand on it, in which order, and how they are found."""
from __future__ import unicode_literals

import pytest
from django.contrib.auth import get_user_model

from decks.catalogue import browsing, selection
from decks.models import Deck, DeckSet
from tests.decks.catalogue.pages.visits import look, names, page_of
from tests.decks.shelf import a_deck, hide
from tests.game.pages import text_of

pytestmark = pytest.mark.django_db


def test_only_published_and_listed_decks_stand_on_the_shelf(client):
    a_deck("Tea")
    for status in ("draft", "review", "archived"):
        a_deck("Not %s" % status, status=status)
    a_deck("Secret", listed=False)
    assert names(client) == ["Tea"]


def test_a_box_tells_how_many_cards_are_in_it(client):
    a_deck("Tea", black=[("Why? _", 1)], white=["Milk", "Sugar"])
    hide("white", "Milk")
    assert "1 black, 1 white" in look(client)


def test_the_tag_one_looks_for_can_be_taken_off_however_rare_it_is(client):
    for number in range(13):
        a_deck("Common %d" % number, tags="common-%d shared" % number)
    a_deck("Rare", tags="zebras")
    page = client.get("/decks/?tag=zebras").content.decode("utf-8")
    assert 'data-testid="chosen-tag">zebras' in page
    assert "zebras" not in client.get("/decks/?tag=shared").content.decode("utf-8").split("</nav>")[0]


def test_sets_stand_first_and_each_leads_to_its_decks(client):
    tea = a_deck("Tea", white=["Milk"])
    a_deck("Gin", white=["Ice"])
    made = DeckSet.objects.create(name="Hot", description="For cold days")
    made.decks.add(tea)
    page = look(client)
    assert page.index("For cold days") < page.index("Gin") and 'href="?set=%d' % made.pk in page
    assert names(client, set="%d" % made.pk) == ["Tea"]


def test_a_set_of_somebody_or_none_shows_no_deck(client):
    kept = DeckSet.objects.create(name="Mine", owner=get_user_model().objects.create_user("ann"))
    kept.decks.add(a_deck("Tea", white=["Milk"]))
    assert names(client, set="%d" % kept.pk) == names(client, set="999") == []
    assert names(client, set="x") == ["Tea"]


def test_decks_are_found_by_words_language_rating_and_tag(client):
    a_deck("Tea", language="de", rating="family", tags="hot drinks")
    a_deck("Gin", language="en", rating="adult", tags="drinks drinking")
    a_deck("Cake", language="en", rating="family", tags="drink")
    assert names(client, q="TEA") == ["Tea"] == names(client, language="de")
    assert names(client, rating="family") == ["Cake", "Tea"]
    assert names(client, tag="drinks") == ["Gin", "Tea"]
    assert names(client, rating="family", tag="drinks", q="e", language="de", sort="name") == ["Tea"]
    assert "Nobody has packed that box yet" in look(client, q="coffee")


def test_what_makes_no_sense_finds_what_there_is(client):
    a_deck("Tea")
    for asked in ({"rating": "x"}, {"sort": "x"}, {"page": "x"}, {"page": "-1"}, {"page": "99"},
                  {"page": "9" * 99},
                  {"q": "\0"}):
        assert names(client, **asked) == ["Tea"], asked


def test_the_most_played_come_first_or_the_newest_or_by_name(client):
    a_deck("Tea", plays=3)
    a_deck("Cake", plays=9)
    a_deck("Apples", plays=5)
    assert names(client) == ["Cake", "Apples", "Tea"]
    assert names(client, sort="new") == ["Apples", "Cake", "Tea"]
    assert names(client, sort="name") == ["Apples", "Cake", "Tea"]


def test_a_page_has_twenty_five_decks_and_leads_on_with_the_same_wishes(client):
    for number in range(26):
        a_deck("Deck %02d" % number, rating="family")
    page = look(client, rating="family")
    assert "Page 1 of 2" in page and "page=2&amp;rating=family" in page
    assert names(client, rating="family", page="2") == ["Deck 25"]


@pytest.mark.parametrize("decks", [1, 25])
def test_a_page_takes_a_fixed_number_of_queries(client, decks, django_assert_num_queries):
    for number in range(decks):
        a_deck("Deck %d" % number, black=[("_", 1)], white=["a"])
    with django_assert_num_queries(9):
        look(client)


def test_what_people_write_is_never_markup(client):
    a_deck("<b>Tea</b>", black=[("<i>Why</i>? _", 1)], white=["<script>"], description="<u>", tags="<s>",
           slug="tea")
    for page in (look(client, q="<"), text_of(page_of(client, Deck.objects.get()))):
        assert "<b>Tea" not in page and "<i>" not in page and "<u>" not in page and "<s>" not in page
        assert "&lt;b&gt;Tea" in page


def test_a_language_is_called_as_its_people_call_it():
    assert [browsing.language_name(tag) for tag in ("de", "pt-BR", "de-CH", "tlh")] == [
        "Deutsch", "Portugu\xeas brasileiro", "Deutsch", "tlh"]


def test_the_catalogue_and_the_shelf_count_alike(client):
    deck = a_deck("Tea", black=[("_", 1)], white=["a", "A.", "b"])
    summary, = selection.summaries([deck.pk])
    found = browsing.browse(browsing.wishes({}), "1", None).decks[0]
    assert (found["black"], found["white"]) == (summary["black"], summary["white"]) == (1, 2)
