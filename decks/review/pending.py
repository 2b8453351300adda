"""What waits for a reviewer: decks that ask to be published, cards proposed to decks of the site, and
reported cards.

Which of it a page shows is `finding`'s to say; here it is described, in a fixed number of queries for each
deck shown. Mends the text of a reported card; all other verdicts are `workflow`'s, `proposals`' and
`reports`'.
"""
from __future__ import unicode_literals

from collections import Counter, OrderedDict, namedtuple

from django.db import transaction

from decks.editing import card_edits
from decks.models import ARCHIVED, MODELS, REVIEW, CardReport, Deck, HiddenCard, Proposal
from decks.review import reports

SAMPLE = {"black": 6, "white": 12}

# `black` and `white` are numbers of cards, `sample` is {kind: cards from all over the deck}.
Waiting = namedtuple("Waiting", "deck black white sample")
# A card with open reports: `reasons` is [(words, how often)], `decks` those it is in, `mendable` whether one
# is the site's.
Reported = namedtuple("Reported", "kind fingerprint text reports reasons since decks hidden mendable")


def waiting_decks():
    """Decks in review, whose owners have waited longest first."""
    return Deck.objects.filter(status=REVIEW).order_by("updated")


def waiting_proposals():
    """Cards proposed to decks that belong to nobody but the site, the oldest first."""
    return Proposal.objects.filter(status=Proposal.WAITING,
                                   deck__owner=None).exclude(deck__status=ARCHIVED).order_by("pk")


def open_reports():
    return CardReport.objects.filter(resolved=None)


def counts():
    """{"decks", "proposals", "reports"}: how much waits; reports are counted by card."""
    cards = open_reports().order_by().values("kind", "fingerprint").distinct()
    return {"decks": waiting_decks().count(), "proposals": waiting_proposals().count(),
            "reports": cards.count()}


def described_decks(decks):
    """[Waiting] of these decks."""
    return [_waiting(deck) for deck in decks]


def described_reports(cards):
    """[Reported] of cards as finding.reports has them, in their order."""
    marks = [card["fingerprint"] for card in cards]
    reasons, texts = {}, {}
    for kind, mark, reason, text in open_reports().filter(fingerprint__in=marks).values_list(
            "kind", "fingerprint", "reason", "text"):
        reasons.setdefault((kind, mark), Counter())[reason] += 1
        texts[kind, mark] = text
    hidden = set(HiddenCard.objects.filter(fingerprint__in=marks).values_list("kind", "fingerprint"))
    places = places_of(marks)
    return [_reported(card, reasons, texts, hidden, places.get((card["kind"], card["fingerprint"]), []))
            for card in cards]


def mend(kind, fingerprint, text, user):
    """Give a reported card another text in all decks of the site, and close its reports.

    Returns {id of a deck: whether another card of it reads like this now}. Raises EditError.
    """
    decks = {}
    with transaction.atomic():
        cards = list(MODELS[kind].objects.filter(fingerprint=fingerprint,
                                                 deck__owner=None).exclude(deck__status=ARCHIVED))
        for card in cards:
            doubles = card_edits.change(card, user, text=text).errors
            decks[card.deck_id] = decks.get(card.deck_id, False) or bool(doubles)
        reports.dismiss(kind, fingerprint, user)
    return decks


def _waiting(deck):
    numbers, sample = {}, {}
    for kind, model in MODELS.items():
        ids = list(model.objects.filter(deck=deck).order_by("position", "pk").values_list("pk", flat=True))
        numbers[kind], step = len(ids), max(1, len(ids) // SAMPLE[kind])
        sample[kind] = list(model.objects.filter(pk__in=ids[::step][:SAMPLE[kind]]).order_by("position",
                                                                                             "pk"))
    return Waiting(deck, numbers["black"], numbers["white"], sample)


def places_of(marks):
    """{(kind, fingerprint): [Card with its deck]} of all cards with these fingerprints."""
    places = {}
    for kind, model in MODELS.items():
        cards = model.objects.filter(fingerprint__in=marks).filter(deck__staged=False)
        for card in cards.select_related("deck").order_by("deck__name", "pk"):
            places.setdefault((kind, card.fingerprint), []).append(card)
    return places


def decks_of(cards):
    """The decks of these cards, each once, in their order."""
    return list(OrderedDict((card.deck_id, card.deck) for card in cards).values())


def _reported(card, reasons, texts, hidden, cards):
    key = card["kind"], card["fingerprint"]
    words = OrderedDict(CardReport.REASONS)
    counted = [(words[reason], count) for reason, count in reasons[key].most_common()]
    mendable = any(card.deck.owner_id is None and card.deck.status != ARCHIVED for card in cards)
    return Reported(key[0], key[1], cards[0].text if cards else texts[key], card["count"], counted,
                    card["since"],
                    decks_of(cards), key in hidden, mendable)
