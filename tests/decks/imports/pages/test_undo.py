"""An import that is taken back: all of it, or single decks, and what was changed since."""
from __future__ import unicode_literals

import re

import pytest

from decks import deleted, staging
from decks.models import Deck, WhiteCard
from tests.decks.imports.pages.visits import a_file, looked, page_of, shown
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


@pytest.fixture
def job(browser):
    """An import of three decks that is stored."""
    job, _ = looked(browser, upload=a_file())
    browser.post(page_of(job))
    return job


def take_back(browser, job, **fields):
    return browser.post(page_of(job, "import_undo"), fields)


def names():
    return sorted(Deck.objects.values_list("name", flat=True))


def asked_fields(page):
    """What the first form of the question would send."""
    form = page[page.index("undo-asked"):].split("</form>")[0]
    fields = {}
    for name, value in re.findall(r'name="(what|deck|even)" value="([^"]*)"', form):
        fields.setdefault(name, []).append(value)
    return fields


def test_an_import_is_taken_back(browser, job):
    assert take_back(browser, job, what="all").status_code == 302
    assert "Everything is as it was" in shown(browser.get(page_of(job))) and not Deck.objects.exists()


def test_one_deck_is_taken_back_and_the_others_stay(browser, job):
    deck = Deck.objects.get(name="Tea Pack")
    take_back(browser, job, only=deck.pk)
    page = shown(browser.get(page_of(job)))
    assert "Tea Pack" not in names() and len(names()) == 2
    assert "Taken back: Tea Pack" in page and page.count('data-testid="undo-one"') == 2


def test_the_ticked_decks_are_taken_back(browser, job):
    first, second = Deck.objects.order_by("pk")[:2]
    take_back(browser, job, deck=[first.pk, second.pk])
    assert Deck.objects.count() == 1


def test_without_a_tick_nothing_happens(browser, job):
    assert "Tick at least one deck." in shown(take_back(browser, job)) and Deck.objects.count() == 3


def test_what_was_changed_since_is_asked_about_by_name(browser, job):
    staging.lock(Deck.objects.get(name="Tea Pack").pk)
    assert "changed since" in shown(browser.get(page_of(job)))
    answer = take_back(browser, job, what="all")
    assert answer.status_code == 409 and "Tea Pack was changed after the import" in shown(answer)
    assert Deck.objects.count() == 3


def test_after_a_yes_the_changed_deck_goes_and_can_be_brought_back(browser, job):
    staging.lock(Deck.objects.get(name="Tea Pack").pk)
    take_back(browser, job, **asked_fields(shown(take_back(browser, job, what="all"))))
    assert not Deck.objects.exists()
    assert [deck.name for deck in deleted.there()] == ["Tea Pack"]
    assert WhiteCard.objects.exists()


def test_only_the_unchanged_ones_are_taken_back_where_that_is_wanted(browser, job):
    changed = Deck.objects.get(name="Tea Pack")
    staging.lock(changed.pk)
    page = shown(take_back(browser, job, what="all"))
    others = re.findall(r'name="deck" value="(\d+)"', page.split("undo-even")[1].split("</form>")[1])
    take_back(browser, job, deck=others)
    assert names() == ["Tea Pack"]


def test_a_change_after_the_question_is_asked_about_again(browser, job):
    deck = Deck.objects.get(name="Tea Pack")
    staging.lock(deck.pk)
    fields = asked_fields(shown(take_back(browser, job, what="all")))
    staging.lock(deck.pk)
    assert take_back(browser, job, **fields).status_code == 409 and Deck.objects.count() == 3


def test_a_deck_that_was_there_before_is_as_it_was_and_its_history_has_the_change(browser, ann):
    deck = a_deck("Tea", white=["Milk"], owner=ann)
    job, _ = looked(browser, "/decks/import/?deck=" + deck.code, pasted="Honey")
    browser.post(page_of(job))
    staging.lock(deck.pk)
    take_back(browser, job, **asked_fields(shown(take_back(browser, job, what="all"))))
    assert [card.text for card in deck.white_cards.all()] == ["Milk"]
    assert deck.versions.count() >= 3
