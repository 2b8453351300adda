"""Sets of decks: what a host is offered, what an account keeps, and what a site has switched off."""
from __future__ import unicode_literals

import pytest
from django.contrib.auth import get_user_model

from decks.catalogue import selection, sets
from decks.models import DRAFT, Deck, DeckSet
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


def somebody(name="ann"):
    return get_user_model().objects.create_user(name)


def a_set(name, *decks, **fields):
    made = DeckSet.objects.create(name=name, **fields)
    made.decks.add(*decks)
    return made


def offered(*args):
    return [(one["name"], one["own"], len(one["decks"])) for one in sets.offered(*args)]


def listed():
    return [deck.name for deck in selection.listed().order_by("name")]


def test_sets_of_the_site_come_in_its_order_and_before_ones_own():
    ann, tea = somebody(), a_deck("Tea", white=["a"])
    a_set("Mine", tea, owner=ann)
    a_set("German", tea, position=2)
    a_set("Official", tea, position=1)
    assert offered(ann) == [("Official", False, 1), ("German", False, 1), ("Mine", True, 1)]


def test_nobody_sees_what_others_keep():
    a_set("Mine", a_deck("Tea", white=["a"]), owner=somebody())
    assert offered() == offered(somebody("bob")) == []


def test_a_set_holds_only_what_one_may_choose_and_an_empty_one_is_left_out():
    tea, draft = a_deck("Tea", white=["a"]), a_deck("Draft", white=["a"], status=DRAFT)
    a_set("Both", tea, draft)
    a_set("Drafts", draft)
    assert offered() == [("Both", False, 1)]


def test_a_deck_that_is_switched_off_is_offered_to_nobody():
    a_deck("Tea", white=["a"], off=True, owner=somebody())
    assert listed() == [] and selection.choices(get_user_model().objects.get()) == []


def test_a_set_that_is_switched_off_takes_along_the_decks_of_no_other_set():
    tea, gin = a_deck("Tea", white=["a"]), a_deck("Gin", white=["a"])
    a_set("Off", tea, gin, off=True)
    a_set("On", tea)
    assert listed() == ["Tea"] and offered() == [("On", False, 1)]


def test_a_private_set_switches_nothing_off():
    a_set("Mine", a_deck("Tea", white=["a"]), off=True, owner=somebody())
    assert listed() == ["Tea"]


def test_what_a_table_has_chosen_stays_chosen_when_it_is_switched_off():
    tea = a_deck("Tea", white=["a"], off=True)
    selection.check_choice([tea.pk], kept=[tea.pk])
    with pytest.raises(selection.UnknownDeckError):
        selection.check_choice([tea.pk])


def test_a_kept_choice_takes_the_place_of_an_earlier_one_of_its_name():
    ann, tea, gin = somebody(), a_deck("Tea", white=["a"]), a_deck("Gin", white=["a"])
    sets.keep(ann, "Friday", [tea.pk])
    sets.keep(ann, " Friday ", [tea.pk, gin.pk])
    assert offered(ann) == [("Friday", True, 2)]


@pytest.mark.parametrize("name, count, said", [("  ", 1, "name"), ("Friday", 0, "Choose some decks")])
def test_a_choice_without_a_name_or_decks_is_not_kept(name, count, said):
    tea = a_deck("Tea", white=["a"])
    with pytest.raises(sets.BadSetError) as refused:
        sets.keep(somebody(), name, [tea.pk] * count)
    assert said in "%s" % refused.value


def test_so_many_choices_are_kept_and_no_more(monkeypatch):
    monkeypatch.setattr(sets, "MOST_OWN", 1)
    ann, tea = somebody(), a_deck("Tea", white=["a"])
    sets.keep(ann, "Friday", [tea.pk])
    with pytest.raises(sets.BadSetError):
        sets.keep(ann, "Sunday", [tea.pk])


def test_only_ones_own_choice_can_be_let_go():
    ann, tea = somebody(), a_deck("Tea", white=["a"])
    kept, site = sets.keep(ann, "Friday", [tea.pk]), a_set("Official", tea)
    assert not sets.forget(somebody("bob"), kept.pk) and not sets.forget(ann, site.pk)
    assert sets.forget(ann, kept.pk) and offered(ann) == [("Official", False, 1)]


def test_many_sets_ask_the_database_no_more_than_one(django_assert_num_queries):
    decks = [a_deck("Deck %d" % number, white=["a"]) for number in range(5)]
    for number in range(5):
        a_set("Set %d" % number, *decks)
    with django_assert_num_queries(3):
        assert len(sets.offered()) == 5
    assert Deck.objects.count() == 5


def test_decks_that_are_tagged_so_are_all_official_until_the_site_has_such_a_set():
    tea = a_deck("Tea", white=["a"], tags="hot official")
    a_deck("Gin", white=["a"], tags="unofficial")
    a_deck("Draft", white=["a"], tags="official", status=DRAFT)
    assert sets.offered() == [{"id": 0, "name": "All official", "description": "", "own": False, "decks": [tea.pk]}]
    a_set("Official", a_deck("Milk", white=["a"]))
    assert offered() == [("Official", False, 1)]


def test_the_shelf_shows_all_official_ones_too(client):
    a_deck("Tea", white=["a"], tags="official")
    a_deck("Gin", white=["a"])
    assert 'href="?sort=popular&amp;tag=official"' in client.get("/decks/").content.decode("utf-8")
    shown = client.get("/decks/?tag=official").content.decode("utf-8")
    assert "Tea" in shown and "Gin" not in shown and 'aria-current="true" data-testid="set"' in shown
