"""Short ways to send what the builder's page sends, and to read the answer."""
from __future__ import unicode_literals

import json

from common.compat import reverse
from decks.builder import steps
from decks.models import Deck
from tests.decks.people import ids

WHITES = "tea\nsoup\na duck"


def address(name, deck):
    return reverse("decks:" + name, args=[deck.code])


def send(client, deck, where="change", **body):
    """Post a step as the page would, on the revision that the deck has now unless another one is named."""
    body.setdefault("revision", steps.revision(Deck.objects.get(pk=deck.pk)))
    return client.post(address(where, deck), json.dumps(body), content_type="application/json")


def read(response, status=200):
    assert response.status_code == status, response.content
    return json.loads(response.content.decode("utf-8"))


def done(client, deck, verb, **body):
    return read(send(client, deck, verb=verb, **body))


def refused(client, deck, status, code, where="change", **body):
    """The message with which it says no."""
    answer = read(send(client, deck, where, **body), status)
    assert answer["code"] == code
    return answer["message"]


def white(deck, place=0):
    return "w%d" % ids(deck)[place]
