"""My decks: a new one is made, all are listed, and nobody keeps too many."""
from __future__ import unicode_literals

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.compat import reverse
from decks import limits
from decks.builder import metadata
from decks.models import ARCHIVED, DRAFT, REVIEW, Deck
from tests.decks.builder.requests_sent import WHITES, address
from tests.decks.people import a_person, an_own_deck

pytestmark = pytest.mark.django_db


def test_a_new_deck_is_a_draft_of_its_maker_and_opens_in_the_builder(client, ann):
    response = client.post(reverse("decks:mine"),
                           {"name": " Cards  About Cheese ", "language": "de", "rating": "teen"})
    deck = Deck.objects.get()
    assert response["Location"].endswith(address("edit", deck))
    assert (deck.name, deck.slug, deck.language,
            deck.rating) == ("Cards About Cheese", "cards-about-cheese", "de", "teen")
    assert (deck.owner, deck.status, deck.listed) == (ann, DRAFT, False)


@pytest.mark.parametrize("fields, advice", [
    ({"name": " "}, "Give the deck a name"), ({"name": "x\u202ey"}, "control character"),
    ({"language": "tlh"}, "tlh"),
    ({"rating": "rude"}, "rude")])
def test_a_new_deck_that_cannot_be_is_refused_with_advice(client, ann, fields, advice):
    response = client.post(reverse("decks:mine"),
                           dict({"name": "Tea", "language": "en", "rating": "family"}, **fields))
    assert response.status_code == 400 and advice in response.content.decode("utf-8")
    assert not Deck.objects.exists()


def test_names_that_are_taken_reserved_or_have_no_letters_get_addresses_of_their_own(ann):
    slugs = [metadata.create(ann, name, "en", "family").slug for name in ("Tea", "Tea", "Mine", "\u8336")]
    assert slugs[0] == "tea" and slugs[1].startswith("tea-") and slugs[2].startswith("mine-")
    assert len(set(slugs)) == 4 and all(slugs)


def test_nobody_keeps_more_decks_than_the_limit(client, ann, monkeypatch):
    monkeypatch.setattr(metadata, "DECKS_EACH", 1)
    an_own_deck(ann)
    response = client.post(reverse("decks:mine"), {"name": "More", "language": "en", "rating": "family"})
    assert response.status_code == 400 and "already" in response.content.decode("utf-8")


def test_the_archive_counts_to_what_anybody_keeps(client, ann, monkeypatch):
    monkeypatch.setattr(limits, "DECKS_EVER", 1)
    an_own_deck(ann, "", "Old One", ARCHIVED)
    response = client.post(reverse("decks:mine"), {"name": "More", "language": "en", "rating": "family"})
    assert response.status_code == 400 and "archive is full" in response.content.decode("utf-8")


def test_my_decks_are_mine_with_their_counts_and_states(client, ann):
    an_own_deck(ann, WHITES + "\n_!", "Mine Alone", REVIEW)
    an_own_deck(a_person("Bob"), "", "Bobs Deck")
    an_own_deck(ann, "", "Old One", ARCHIVED)
    page = client.get(reverse("decks:mine")).content.decode("utf-8")
    assert "Mine Alone" in page and "1 black, 3 white" in page and "In review" in page
    assert "Bobs Deck" not in page and page.index("In the archive") < page.index("Old One")


def test_my_decks_take_as_many_queries_for_thirty_as_for_one(client, ann):
    asked = []
    for start in (0, 1):
        for number in range(start, 1 + start * 29):
            an_own_deck(ann, "tea", "Deck %d" % number)
        with CaptureQueriesContext(connection) as seen:
            client.get(reverse("decks:mine"))
        asked.append(len(seen))
    assert asked[0] == asked[1] <= 10
