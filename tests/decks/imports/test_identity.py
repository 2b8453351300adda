"""The same pack from a file of another kind is the same deck; what a file says of each of its packs is kept."""
from __future__ import unicode_literals

import pytest

from decks import export as files
from decks.imports import formats, planning, storing
from decks.models import Deck
from tests.decks.shelf import as_bytes, import_document, starter

pytestmark = pytest.mark.django_db
BLACK = [{"text": "Who hid the kettle number %d? _" % number, "pick": 1} for number in range(5)]
WHITE = ["sock number %d" % number for number in range(10)]
FULL = [{"name": "Tea", "black": BLACK, "white": WHITE, "description": "Hot.", "official": True}]
LISTS = {"name": "Tea", "black_cards": BLACK, "white_cards": WHITE}


def plan(document, **options):
    return planning.plan(formats.parse(as_bytes(document)), **options).decks


def test_another_kind_of_file_with_the_same_pack_changes_nothing():
    import_document(FULL)
    planned, = plan(LISTS)
    assert (planned.status, planned.deck) == ("same", Deck.objects.get())


def test_facts_that_the_other_kind_does_not_say_stay():
    import_document(FULL, rating="teen", language="de")
    import_document(dict(LISTS, white_cards=WHITE + ["one more sock"]))
    deck = Deck.objects.get()
    assert (deck.white_cards.count(), deck.description, deck.tags) == (11, "Hot.", "official")
    assert (deck.rating, deck.language) == ("teen", "de")


def test_the_first_kind_finds_its_deck_again_afterwards():
    import_document(FULL)
    import_document(dict(LISTS, white_cards=WHITE + ["one more sock"]))
    planned, = plan(FULL)
    assert (planned.status, planned.deck) == ("changed", Deck.objects.get())


def test_another_pack_of_the_same_name_is_another_deck():
    import_document(FULL)
    other = dict(LISTS, white_cards=["spoon number %d" % number for number in range(40)])
    assert [planned.status for planned in plan(other)] == ["new"]


def test_decks_of_others_and_starter_decks_are_not_found(django_user_model):
    ann = django_user_model.objects.create_user("ann")
    storing.store(planning.plan(formats.parse(as_bytes(FULL)), owner=ann), owner=ann)
    starter("Tea")
    assert [planned.status for planned in plan(LISTS)] == ["new"]


@pytest.mark.parametrize("form", ["jah", "manydecks", "deck", "csv"])
def test_what_a_deck_exports_is_that_deck_in_every_form(form):
    import_document(FULL)
    name, _, content = files.export(Deck.objects.get(), form)
    planned, = planning.plan(formats.parse(content, name)).decks
    assert (planned.status, planned.deck) == ("same", Deck.objects.get())


def test_each_pack_of_a_file_keeps_its_own_rating_and_language():
    storing.store(planning.plan(formats.parse(as_bytes([
        dict(LISTS, name="Tee", lang="de", rating="family"), dict(LISTS, name="Tea", nsfw=True),
        dict(LISTS, name="Other")])), rating="teen", language="fr"))
    assert set(Deck.objects.values_list("name", "language", "rating")) == {
        ("Tee", "de", "family"), ("Tea", "fr", "adult"), ("Other", "fr", "teen")}
