"""The shelf, the pages of decks, share codes and hearts."""
from __future__ import unicode_literals

import time

import pytest
from django.core.cache import cache

from common.compat import json_loads, reverse
from decks.catalogue import browsing, selection
from decks.models import Deck, FavouriteDeck
from game.models import Room
from tests.decks.shelf import a_deck, hide
from tests.game.pages import path_of, text_of
from tests.game.people import an_account, enter

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh(settings, monkeypatch):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now)


def look(client, **asked):
    return text_of(client.get(reverse("decks:shelf"), asked))


def names(client, **asked):
    response = client.get(reverse("decks:shelf"), asked)
    return [deck["name"] for deck in response.context["found"].decks]


def page_of(client, deck):
    return client.get(reverse("decks:deck", args=[deck.slug]))


def page_by_code(client, deck):
    return client.get(reverse("decks:deck_of_code", args=[deck.code]))


# ---- the shelf

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
    with django_assert_num_queries(7):
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


# ---- one deck

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


@pytest.mark.parametrize("status", ["published", "review"])
def test_an_unlisted_deck_is_seen_by_its_code_alone(client, status):
    deck = a_deck("Tea", listed=False, status=status)
    assert page_of(client, deck).status_code == 404
    assert "Share it" in text_of(page_by_code(client, deck))
    assert page_of(client, deck).status_code == 200  # this browser knows it now


def test_a_code_may_be_typed(client):
    deck, listed = a_deck("Tea", listed=False), a_deck("Cake")
    typed = {"code": " %s %s" % (deck.code[:4].lower(), deck.code[4:])}
    assert path_of(client.post(reverse("decks:find"), typed)) == reverse("decks:deck_of_code",
                                                                         args=[deck.code])
    assert path_of(client.post(reverse("decks:find"), {"code": listed.code})) == reverse("decks:deck",
                                                                                         args=["cake"])


def test_a_wrong_code_stays_in_its_field(client):
    response = client.post(reverse("decks:find"), {"code": "<no> code"})
    assert response.status_code == 404
    assert "eight letters" in text_of(response) and 'value="&lt;no&gt; code"' in text_of(response)


def test_codes_are_not_found_by_trying(client):
    deck = a_deck("Tea", listed=False)
    answers = {client.get("/decks/code/CDFGHJKM/").status_code for _ in range(60)}
    assert answers == {404}
    refusal = page_by_code(client, deck)
    assert refusal.status_code == 429 and refusal["Retry-After"] == "600" and "10 minutes" in text_of(refusal)
    assert client.post(reverse("decks:find"), {"code": deck.code}).status_code == 429
    assert client.post(reverse("decks:heart", args=[deck.code])).status_code == 429


# ---- hearts

def press_heart(client, deck, heart="yes"):
    return client.post(reverse("decks:heart", args=[deck.code]), {"heart": heart})


def test_a_heart_is_given_and_taken_back(client):
    ann, deck = an_account(), a_deck("Tea")
    enter(client, ann)
    for _ in range(2):
        assert path_of(press_heart(client, deck)) == reverse("decks:deck", args=["tea"])
    assert FavouriteDeck.objects.count() == 1
    assert 'aria-pressed="true"' in text_of(page_of(client, deck)) and "your favourite" in look(client)
    press_heart(client, deck, "no")
    assert not FavouriteDeck.objects.exists()


def test_ones_favourites_stand_together_also_those_that_are_not_listed(client):
    tea, secret = a_deck("Tea"), a_deck("Secret", listed=False)
    a_deck("Cake")
    enter(client, an_account())
    for deck in (tea, secret):
        press_heart(client, deck)
    assert names(client, hearts="yes", sort="name") == ["Secret", "Tea"]
    assert reverse("decks:deck_of_code", args=[secret.code]) in look(client, hearts="yes")
    assert names(client) == ["Cake", "Tea"]


def test_strangers_have_no_favourites_to_look_at(client):
    a_deck("Tea")
    assert names(client, hearts="yes") == ["Tea"] and "My favourites" not in look(client)


def test_without_an_account_a_heart_leads_to_the_door_and_back_to_the_deck(client):
    deck = a_deck("Tea")
    assert "next=/decks/tea/" in path_of(press_heart(client, deck))
    assert "Sign in to keep it" in text_of(page_of(client, deck)) and not FavouriteDeck.objects.exists()


def test_no_heart_for_a_deck_one_may_not_see(client):
    enter(client, an_account())
    assert press_heart(client, a_deck("Tea", status="draft")).status_code == 404
    assert not FavouriteDeck.objects.exists()


# ---- playing with it

def test_a_deck_leads_to_a_room_with_it(client):
    deck = a_deck("Tea", black=[("_", 1)], white=["Leaf %d" % number for number in range(40)], listed=False)
    assert "Tea" not in text_of(client.get("/", {"deck": deck.code}))
    page_by_code(client, deck)
    assert "You play with <b>Tea</b>" in text_of(client.get("/", {"deck": deck.code}))
    room = open_with(client, deck.code)
    assert [chosen["name"] for chosen in room["decks"]] == ["Tea"]


def test_a_deck_too_small_for_a_game_brings_the_family_deck_along(client):
    family = a_deck("Family", black=[("_", 1)], white=["a"], source="starter/family", rating="family")
    deck = a_deck("Tea", white=["a", "b"])
    room = open_with(client, deck.code)
    assert [chosen["id"] for chosen in room["decks"]] == [family.pk, deck.pk]
    assert room["doubles"] == {"black": 0, "white": 1}


def test_a_code_that_this_browser_does_not_know_opens_a_room_with_the_usual_deck(client):
    usual = a_deck("Usual", white=["a"])
    for code in (a_deck("Tea", white=["b"], listed=False).code, "x", "\0"):
        assert [chosen["id"] for chosen in open_with(client, code)["decks"]] == [usual.pk]


def open_with(client, code):
    client.post(reverse("game:open"), {"name": "Ann", "deck": code})
    return json_loads(Room.objects.latest("pk").state)


def test_the_catalogue_and_the_shelf_count_alike(client):
    deck = a_deck("Tea", black=[("_", 1)], white=["a", "A.", "b"])
    summary, = selection.summaries([deck.pk])
    found = browsing.browse(browsing.wishes({}), "1", None).decks[0]
    assert (found["black"], found["white"]) == (summary["black"], summary["white"]) == (1, 2)
