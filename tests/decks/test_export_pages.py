"""Decks as files, from the page of a deck."""
from __future__ import unicode_literals

import pytest

from common.compat import reverse
from decks.views import exports
from tests.decks.shelf import a_deck
from tests.game.people import enter

pytestmark = pytest.mark.django_db


def test_whoever_may_see_a_deck_may_take_it_with_them(client, ann):
    enter(client, ann)
    own, foreign = a_deck("Own", white=["Milk"], owner=ann,
                          status="draft"), a_deck("Foreign", white=["a"], status="draft")
    answer = client.get(reverse("decks:export", args=[own.slug, "csv"]))
    assert answer["Content-Disposition"] == 'attachment; filename="own.csv"' and "white,Milk" in answer.content.decode("utf-8")
    assert client.get(reverse("decks:export", args=[foreign.slug, "csv"])).status_code == 404
    assert client.get(reverse("decks:export", args=[own.slug, "docx"])).status_code == 404


def test_nobody_takes_decks_as_files_without_end(client, monkeypatch, standing_clock):
    monkeypatch.setattr(exports, "PATIENCE", "2/10m")
    deck = a_deck("Open", white=["Milk"])
    asked = [client.get(reverse("decks:export", args=[deck.slug, form])) for form in ("csv", "deck", "jah")]
    assert [answer.status_code for answer in asked] == [200, 200, 429] and asked[2]["Retry-After"] == "600"
