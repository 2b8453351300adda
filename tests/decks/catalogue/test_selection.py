"""What a host may choose from."""
from __future__ import unicode_literals

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.utils import translation

from decks.catalogue import favourites, selection
from decks.models import Deck
from tests.decks.shelf import a_deck, hide, starter

pytestmark = pytest.mark.django_db


def somebody(name="ann"):
    return get_user_model().objects.create_user(name)


def names(*args, **options):
    return [deck["name"] for deck in selection.choices(*args, **options)]


def counts(deck):
    summary, = selection.summaries([deck.pk])
    return summary["black"], summary["white"]


# ---- what a choice tells

def test_it_counts_black_and_white_cards_apart():
    deck = a_deck("Tea", black=[("_?", 1), ("_ _", 2)], white=["a", "b", "c"], tags="hot  wet", plays=4)
    assert selection.choices() == [{
        "id": deck.pk, "name": "Tea", "slug": "tea", "language": "en", "rating": "adult", "description": "",
        "tags": ["hot", "wet"],
        "plays": 4, "black": 2, "white": 3, "favourite": False, "own": False, "expansion": True}]


def test_it_does_not_count_black_cards_that_no_game_deals():
    assert counts(a_deck("Tea", black=[("_ _ _", 3), ("_ _ _ _", 4)])) == (1, 0)


@pytest.mark.parametrize("black, white, expansion", [(5, 10, False), (4, 10, True), (5, 9, True), (0, 30, True)])
def test_a_deck_with_few_cards_is_an_expansion(black, white, expansion):
    a_deck("Tea", [("Why %d? _" % number, 1) for number in range(black)], ["tea %d" % number for number in range(white)])
    assert [deck["expansion"] for deck in selection.choices()] == [expansion]


def test_it_does_not_count_hidden_cards():
    deck = a_deck("Tea", black=[("Why? _", 1), ("Who? _", 1)], white=["Milk", "Sugar"])
    hide("white", "milk.")
    hide("black", "Who?  _")
    assert counts(deck) == (1, 1)


def test_hiding_a_white_card_leaves_a_black_one_of_the_same_text():
    deck = a_deck("Tea", black=[("_", 1)], white=["_"])
    hide("white", "_")
    assert counts(deck) == (1, 0)


def test_cards_of_a_deck_that_read_the_same_count_once():
    assert counts(a_deck("Tea", white=["Milk", "milk.", "Sugar"])) == (0, 2)


def test_starter_decks_come_first_then_the_most_played_then_names():
    a_deck("apples", white=["a"])
    a_deck("Bananas", white=["a"])
    a_deck("Cherries", white=["a"], plays=1)
    starter("Zebras")
    assert names() == ["Zebras", "Cherries", "apples", "Bananas"]


def test_it_does_not_offer_an_empty_deck():
    a_deck("Nothing in here")
    assert names() == []


@pytest.mark.parametrize("decks", [1, 12])
def test_it_asks_four_queries_for_any_number_of_decks(decks, django_assert_num_queries):
    for number in range(decks):
        a_deck("Deck %d" % number, black=[("_", 1)], white=["a"])
    with django_assert_num_queries(4):
        selection.choices()


# ---- who may choose what

@pytest.mark.parametrize("status", ["draft", "review", "archived"])
def test_only_published_decks_are_offered(status):
    a_deck("Tea", white=["a"], status=status)
    assert names() == names(somebody()) == names(AnonymousUser()) == []


@pytest.mark.parametrize("status", ["published", "review"])
def test_an_unlisted_deck_is_offered_to_those_with_its_code_also_while_it_is_reviewed(status):
    deck = a_deck("Tea", white=["a"], listed=False, status=status)
    assert (names(), names(codes=[deck.code])) == ([], ["Tea"])
    assert selection.choices(codes=[deck.code])[0]["code"] == deck.code


@pytest.mark.parametrize("status", ["draft", "archived"])
def test_a_code_opens_neither_drafts_nor_the_archive(status):
    deck = a_deck("Tea", white=["a"], status=status)
    assert names(codes=[deck.code]) == []


@pytest.mark.parametrize("status, offered", [("draft", True), ("review", True), ("archived", False)])
def test_owners_are_offered_what_they_work_on(status, offered):
    ann, bob = somebody(), somebody("bob")
    a_deck("Tea", white=["a"], status=status, owner=ann)
    assert names(ann) == ["Tea"] * offered and names(bob) == []


def test_a_favourite_is_offered_without_its_code():
    ann, deck = somebody(), a_deck("Tea", white=["a"], listed=False)
    favourites.give(ann, deck)
    choice, = selection.choices(ann)
    assert choice["favourite"] and not choice["own"]
    Deck.objects.update(status="draft")
    assert names(ann) == []


def test_words_are_looked_for_in_the_facts_of_a_deck():
    a_deck("Tea", white=["a"], description="Hot water", author="Ann Lee", tags="kitchen")
    a_deck("Cake", white=["a"])
    for words in ("tea", "water HOT", "lee", "kitchen tea", "", "\0"):
        assert "Tea" in names(words=words), words
    assert names(words="cake water") == []


def test_what_is_near_is_offered_however_many_others_there_are(monkeypatch):
    monkeypatch.setattr(selection, "MOST", 2)
    for number in range(3):
        a_deck("Popular %d" % number, white=["a"], plays=9)
    ann, bob = somebody(), somebody("bob")
    own, chosen, heart = a_deck("Own", white=["a"],
                                owner=ann), a_deck("Chosen", white=["a"]), a_deck("Heart", white=["a"])
    coded = a_deck("Coded", white=["a"], listed=False)
    favourites.give(ann, heart)
    assert names(ann, [coded.code],
                 chosen=[chosen.pk]) == ["Popular 0", "Popular 1", "Chosen", "Coded", "Heart", "Own"]
    assert names(bob) == ["Popular 0", "Popular 1"] and own.owner == ann


def test_a_new_room_begins_with_the_family_deck_unless_it_was_put_away():
    tea = a_deck("Tea", white=["a"])
    zebras = starter("Zebras", rating="family")
    assert selection.first_choice() == [zebras.pk]
    Deck.objects.filter(pk=zebras.pk).update(status="archived")
    assert selection.first_choice() == [tea.pk]
    Deck.objects.update(listed=False)
    assert selection.first_choice() == []


@pytest.mark.parametrize("speaks, name", [
    ("de", "Familie"), ("de-at", "Familie"), ("fr", "Famille"), ("en", "Family"), ("pl", "Family"), (None, "Family")])
def test_a_new_room_begins_with_the_family_deck_in_the_language_of_its_host(speaks, name):
    for deck, language in ("Familie", "de"), ("Famille", "fr-CA"), ("Family", "en"):
        starter(deck, language=language, rating="family")
    starter("Nacht", language="de", rating="adult")
    with translation.override(speaks):
        assert selection.first_choice() == [Deck.objects.get(name=name).pk]


def test_a_new_room_begins_with_another_family_deck_where_there_is_none_in_its_language_nor_english():
    famille = starter("Famille", language="fr", rating="family")
    with translation.override("pl"):
        assert selection.first_choice() == [famille.pk]


# ---- checking what was chosen

def refused(*args, **options):
    with pytest.raises(selection.UnknownDeckError) as caught:
        selection.check_choice(*args, **options)
    return caught.value.ids


def test_a_listed_deck_may_be_chosen_by_everybody():
    tea = a_deck("Tea", white=["a"])
    selection.check_choice([tea.pk])
    assert refused([tea.pk, 4711, 10 ** 30, -1]) == [4711, 10 ** 30, -1]


def test_an_unlisted_deck_may_be_chosen_with_its_own_code_alone():
    tea, cake = a_deck("Tea", white=["a"], listed=False), a_deck("Cake", white=["a"], listed=False)
    selection.check_choice([tea.pk], codes={tea.pk: tea.code})
    for codes in (None, {}, {tea.pk: cake.code}, {cake.pk: tea.code}, {tea.pk: None}, {tea.pk: [tea.code]}):
        assert refused([tea.pk], codes=codes) == [tea.pk]


def test_what_a_room_has_chosen_may_stay_chosen():
    tea = a_deck("Tea", white=["a"], status="archived")
    assert refused([tea.pk]) == [tea.pk]
    selection.check_choice([tea.pk], kept=[tea.pk])
    assert refused([4711], kept=[4711]) == [4711]


def test_owners_may_choose_their_drafts():
    ann = somebody()
    tea = a_deck("Tea", white=["a"], status="draft", owner=ann)
    selection.check_choice([tea.pk], ann)
    assert refused([tea.pk], somebody("bob"), {tea.pk: tea.code}) == [tea.pk]


def test_a_family_table_refuses_what_is_not_for_children():
    family, teen = a_deck("Tea", white=["a"], rating="family"), a_deck("Gin", white=["a"], rating="teen")
    selection.check_choice([family.pk], family=True)
    with pytest.raises(selection.NotForFamiliesError):
        selection.check_choice([family.pk, teen.pk], family=True)


# ---- summaries

def test_summaries_come_in_the_order_given():
    tea, cake = a_deck("Tea", white=["a", "b"]), a_deck("Cake", black=[("_", 1)])
    assert selection.summaries([cake.pk, tea.pk]) == [
        {"id": cake.pk, "name": "Cake", "language": "en", "black": 1, "white": 0},
        {"id": tea.pk, "name": "Tea", "language": "en", "black": 0, "white": 2}]


def test_summaries_tell_which_decks_are_for_families():
    tea, gin = a_deck("Tea", white=["a"], rating="family"), a_deck("Gin", white=["a"], rating="teen")
    assert [summary.get("family") for summary in selection.summaries([tea.pk, gin.pk])] == [True, None]


def test_summaries_are_told_of_decks_that_were_put_away():
    assert counts(a_deck("Tea", white=["a"], status="archived")) == (0, 1)


def test_summaries_refuse_a_deck_that_does_not_exist():
    tea = a_deck("Tea", white=["a"])
    with pytest.raises(selection.UnknownDeckError) as caught:
        selection.summaries([tea.pk, 10 ** 30, 4711])
    assert caught.value.ids == [10 ** 30, 4711]
    assert "4711" in str(caught.value)


# ---- where a card can be proposed

def test_cards_are_proposed_to_published_decks_that_one_is_offered():
    tea = a_deck("Tea")
    a_deck("Cake")
    closed = [a_deck("Gin", status="review", listed=True), a_deck("Rum", listed=False), a_deck("Beer", off=True)]
    ids = [deck.pk for deck in [tea] + closed] + [10 ** 30]
    assert list(selection.open_to_proposals(ids)) == [tea]


def test_the_code_of_a_deck_opens_it_to_proposals():
    rum, draft = a_deck("Rum", listed=False), a_deck("Ale", status="draft")
    assert list(selection.open_to_proposals([rum.pk, draft.pk], codes=[rum.code, draft.code])) == [rum]
