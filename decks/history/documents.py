"""What a deck and its stored versions tell: their facts and all their cards, as our deck file.

`versions` stores them, `differences` compares them, `restoring` brings one back.
"""
from __future__ import unicode_literals

from collections import OrderedDict

from common.compat import json_dumps, json_loads
from decks.history import version_cards
from decks.history.differences import CARDS
from decks.models import DeckVersion

# What a version brings back. The rating stays as reviewers left it, and an address once given stays good.
RESTORED = ("name", "language", "description", "author", "licence", "source_note", "tags")
FACTS = ("name", "slug", "language", "rating") + RESTORED[2:]


def document(deck):
    """The deck as our deck file (version_cards.document)."""
    return version_cards.document(facts_of(deck), version_cards.whole(deck))


def content(version):
    """The document of a stored version."""
    if version.base is None:
        return json_loads(version.document)
    told = json_loads(version.facts)
    return version_cards.document([(fact, told[fact]) for fact in FACTS], cards_of(version))


def facts_of(deck):
    """The facts of a deck by their names, in the order of FACTS."""
    return OrderedDict((fact, getattr(deck, fact)) for fact in FACTS)


def cards_of(version):
    """The cards of a version that is not in the old form, put together from what it differs in."""
    chain = DeckVersion.objects.filter(deck=version.deck_id, number__gte=version.base,
                                       number__lte=version.number)
    return version_cards.added_up(json_loads(text)
                                  for text in chain.order_by("number").values_list("document", flat=True))


def tells(version, facts, cards):
    """Whether a version tells just these facts and cards."""
    if version.base is None:
        return content(version) == version_cards.document(facts, cards)
    return version.facts == json_dumps(facts) and version_cards.read_alike(cards_of(version), cards)


def pass_through(version, author, attribution):
    """Pass what a stored version tells of people through author(text) and attribution(card text, text)."""
    told = json_loads(version.document if version.base is None else version.facts)
    told["author"] = author(told["author"])
    if version.base is None:
        for kind in CARDS:
            told[kind] = [_attributed(card, attribution) for card in told[kind]]
        facts, cards = "", json_dumps(told)
    else:
        facts = json_dumps(OrderedDict((fact, told[fact]) for fact in FACTS))
        cards = json_dumps(version_cards.with_attributions(json_loads(version.document), attribution))
    if (facts, cards) != (version.facts, version.document):
        DeckVersion.objects.filter(pk=version.pk).update(facts=facts, document=cards)


def _attributed(card, attribution):
    """A card of a deck file, with its attribution passed through attribution(text, old)."""
    if not isinstance(card, dict) or "attribution" not in card:
        return card
    rest = {name: value for name, value in card.items() if name != "attribution"}
    given = attribution(card["text"], card["attribution"])
    if given:
        return dict(rest, attribution=given)
    return rest if len(rest) > 1 else card["text"]
