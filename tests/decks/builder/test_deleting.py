"""Decks that their maker deletes, many at once: asked with names and numbers, and undone."""
from __future__ import unicode_literals

import datetime

import mock
import pytest
from django.test import Client
from django.utils import timezone

from common.compat import reverse
from decks import deleted, limits, staging
from decks.models import ARCHIVED, PUBLISHED, Deck, WhiteCard
from decks.privacy import account_data
from decks.slugs import free_slugs
from tests.decks.builder.requests_sent import WHITES
from tests.decks.people import a_person, an_own_deck

pytestmark = pytest.mark.django_db


@pytest.fixture
def tea(ann):
    return an_own_deck(ann, WHITES + "\n_!", "Tea", PUBLISHED)


@pytest.fixture
def soup(ann):
    return an_own_deck(ann, "", "Soup", ARCHIVED)


def post(client, name, **fields):
    return client.post(reverse("decks:" + name), fields)


def page(client):
    return client.get(reverse("decks:mine")).content.decode("utf-8")


def delete(client, *decks):
    return post(client, "delete", deck=[deck.code for deck in decks], sure="yes")


def test_the_question_has_names_and_numbers_and_deletes_nothing(client, tea, soup):
    answer = post(client, "delete", deck=[tea.code, soup.code]).content.decode("utf-8")
    assert "Delete 2 decks?" in answer and "<li>Tea" in answer and "<li>Soup" in answer
    assert "<b>1</b> black and <b>3</b> white cards" in answer and Deck.objects.count() == 2


def test_after_a_yes_they_are_gone_and_one_press_brings_all_back(client, tea, soup):
    delete(client, tea, soup)
    assert not Deck.objects.exists() and "2 decks are deleted" in page(client)
    post(client, "bring_back", when=deleted.there().first().deleted.isoformat())
    assert sorted(Deck.objects.values_list("name", "status")) == [("Soup", ARCHIVED), ("Tea", PUBLISHED)]
    assert Deck.objects.get(name="Tea").white_cards.count() == 3


def test_one_of_many_is_brought_back(client, tea, soup):
    delete(client, tea, soup)
    post(client, "bring_back", only=soup.code)
    assert [deck.name for deck in Deck.objects.all()] == ["Soup"] and deleted.there().count() == 1


def test_nobody_deletes_or_brings_back_anothers_deck(client, ann):
    deck = an_own_deck(a_person("Bob"), "", "Bobs Deck")
    delete(client, deck)
    assert Deck.objects.exists()
    deleted.put_away(deck)
    post(client, "bring_back", only=deck.code)
    assert not Deck.objects.exists() and "Bobs Deck" not in page(client)


def test_without_a_tick_it_asks_for_one(client, tea):
    assert "Tick at least one deck" in post(client, "delete").content.decode("utf-8")


@pytest.mark.parametrize("when", ["", "yesterday", "2030-13-45T00:00", "9" * 99])
def test_a_moment_at_which_nothing_was_deleted_brings_nothing_back(client, tea, when):
    delete(client, tea)
    assert post(client, "bring_back", when=when).status_code == 302 and not Deck.objects.exists()


def test_what_nobody_brings_back_in_time_is_gone_with_its_cards(tea, soup):
    deleted.put_away(tea, soup)
    Deck.with_staged.filter(pk=tea.pk).update(deleted=timezone.now() - datetime.timedelta(days=limits.DELETED_DAYS + 1))
    deleted.clear_old()
    assert [deck.name for deck in deleted.there()] == ["Soup"] and not WhiteCard.objects.exists()


def test_what_can_be_brought_back_is_nothing_that_a_worker_has_forgotten(tea):
    deleted.put_away(tea)
    Deck.with_staged.update(updated=timezone.now() - 2 * staging.FORGOTTEN)
    staging.clear_staged()
    assert deleted.there().count() == 1


def test_deleting_for_good_leaves_no_way_back(client, tea):
    delete(client, tea)
    post(client, "delete_for_good", when=deleted.there().first().deleted.isoformat())
    assert not deleted.there().exists() and not WhiteCard.objects.exists()


def test_the_address_of_a_deleted_deck_is_free_and_its_own_again_when_it_comes_back(tea, soup):
    deleted.put_away(tea, soup)
    assert free_slugs(["tea"]) == ["tea"] and deleted.address_of(deleted.there().get(name="Tea")) == "tea"
    assert deleted.bring_back(deleted.there()) == 2
    assert sorted(Deck.objects.values_list("slug", flat=True)) == ["soup", "tea"]


def test_a_deck_that_comes_back_leaves_an_address_to_whom_it_has_by_then(ann, tea):
    deleted.put_away(tea)
    an_own_deck(ann, "", "Tea")
    deleted.bring_back(deleted.there())
    assert list(Deck.objects.order_by("pk").values_list("slug", flat=True)) == ["tea-2", "tea"]


def test_a_deck_that_was_deleted_with_its_address_keeps_it(tea):
    Deck.objects.update(staged=True, deleted=timezone.now())
    deleted.bring_back(deleted.there())
    assert Deck.objects.get().slug == "tea"


def test_who_deletes_without_end_keeps_what_anybody_may_own(ann, tea, soup):
    with mock.patch("decks.deleted.DECKS_EVER", 1):
        deleted.put_away(tea)
        deleted.put_away(soup)
    assert [deck.name for deck in deleted.there()] == ["Soup"]


def test_who_leaves_leaves_no_deleted_deck(ann, tea):
    deleted.put_away(tea)
    assert account_data.export(ann)["deleted_decks"][0]["name"] == "Tea"
    account_data.forget(ann)
    assert not Deck.with_staged.exists()


@pytest.mark.parametrize("name", ["mine", "delete"])
def test_who_is_signed_out_signs_in_and_comes_back(client, ann, name):
    answer = Client().get(reverse("decks:" + name))
    assert answer.status_code == 302 and answer["Location"].endswith("?next=" + reverse("decks:" + name))


def test_a_post_of_somebody_signed_out_leads_back_to_the_decks(client, tea):
    answer = Client().post(reverse("decks:unarchive", args=[tea.code]))
    assert answer["Location"].endswith("?next=" + reverse("decks:mine"))
