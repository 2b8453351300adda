"""Run under the Python under test, with the server's environment: changes single cards of a published deck of
30,000.

Prints a line when the deck is there, and one after the changes that each line of its input asks for.
"""
from __future__ import print_function, unicode_literals

import sys

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402

from decks.cards.texts import fingerprint  # noqa: E402
from decks.editing import card_edits  # noqa: E402
from decks.models import PUBLISHED, Deck, WhiteCard  # noqa: E402

CARDS, CHANGES = 30000, 5

ann = get_user_model().objects.create_superuser("ann", "ann@example.org", "walnut-pudding-7")
deck = Deck.objects.create(name="Big", slug="big", status=PUBLISHED)
texts = ["Card number %d" % number for number in range(CARDS)]
WhiteCard.objects.bulk_create([WhiteCard(deck=deck, text=text, fingerprint=fingerprint(text),
                                         position=position)
                               for position, text in enumerate(texts)], batch_size=500)
cards = list(deck.white_cards.order_by("position")[:1000])
card_edits.change(cards.pop(), ann, text="The first change")
print("ready")
sys.stdout.flush()
while sys.stdin.readline():
    for _ in range(CHANGES):
        card = cards.pop()
        card_edits.change(card, ann, text="Changed: %s" % card.text)
    print("done")
    sys.stdout.flush()
