"""What visitors do with the shelf: look at it, open a deck by its address or its code."""
from __future__ import unicode_literals

from common.compat import reverse
from tests.game.pages import text_of


def look(client, **asked):
    return text_of(client.get(reverse("decks:shelf"), asked))


def names(client, **asked):
    response = client.get(reverse("decks:shelf"), asked)
    return [deck["name"] for deck in response.context["found"].decks]


def page_of(client, deck):
    return client.get(reverse("decks:deck", args=[deck.slug]))


def page_by_code(client, deck):
    return client.get(reverse("decks:deck_of_code", args=[deck.code]))
