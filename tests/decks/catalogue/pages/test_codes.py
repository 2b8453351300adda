"""Share codes: the way to decks that are not listed, typed or followed, and not found by trying."""
from __future__ import unicode_literals

import pytest

from common.compat import reverse
from tests.decks.catalogue.pages.visits import page_by_code, page_of
from tests.decks.shelf import a_deck
from tests.game.pages import path_of, text_of

pytestmark = pytest.mark.django_db


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


def test_codes_are_not_found_by_trying(client, standing_clock):
    deck = a_deck("Tea", listed=False)
    answers = {client.get("/decks/code/CDFGHJKM/").status_code for _ in range(60)}
    assert answers == {404}
    refusal = page_by_code(client, deck)
    assert refusal.status_code == 429 and refusal["Retry-After"] == "600" and "10 minutes" in text_of(refusal)
    assert client.post(reverse("decks:find"), {"code": deck.code}).status_code == 429
    assert client.post(reverse("decks:heart", args=[deck.code])).status_code == 429
