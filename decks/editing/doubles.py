"""Texts that stand in several places, and taking all but one of their cards out. A text is all cards of one
kind that read the same: no case, no spacing, no final period.

Games deal each of them once anyway, and those that are being played have their own copies; so this is for
people who look after many decks.
"""
from __future__ import unicode_literals

from collections import OrderedDict, namedtuple

from django.db import transaction
from django.db.models import Count

from common.text import search_words
from decks import staging
from decks.editing import card_edits
from decks.editing.factory import EditError
from decks.history import versions
from decks.models import MODELS, Deck
from decks.progress import Progress

# `cards` are the cards with their decks, in the order in which a game would come upon them.
Text = namedtuple("Text", "kind fingerprint cards")


def texts(kind, decks, words="", deck=None):
    """[{"fingerprint", "copies"}] of the texts that stand more than once in these decks (a queryset), the
    most frequent first; with `deck` only those that stand in it, too.
    """
    found = MODELS[kind].objects.filter(deck__in=_ids(decks))
    for word in search_words(words):
        found = found.filter(text__icontains=word)
    if deck is not None:
        found = found.filter(fingerprint__in=MODELS[kind].objects.filter(deck=deck.pk).order_by()
                             .values("fingerprint"))
    return found.order_by().values("fingerprint").annotate(copies=Count("pk")).filter(
        copies__gt=1).order_by("-copies", "fingerprint")


def with_cards(kind, fingerprints, decks):
    """[Text] of these fingerprints, in their order."""
    found = OrderedDict((mark, []) for mark in fingerprints)
    for chunk in staging.chunks(found):
        cards = MODELS[kind].objects.filter(fingerprint__in=chunk, deck__in=_ids(decks))
        for card in cards.select_related("deck").order_by("deck_id", "position", "pk"):
            found[card.fingerprint].append(card)
    return [Text(kind, mark, cards) for mark, cards in found.items() if cards]


def keep(wanted, decks, user, progress=None):
    """Let one card of each text stay and take the others out of these decks. `wanted` is {(kind,
    fingerprint): the id of the card that stays}; what is no double any more, or whose card is gone, is left
    as it is and counted `late`.

    Each deck is changed in a transaction of its own and keeps a version of before; each is a piece of the
    progress. Returns {"texts": how many stand once now, "lost": [[deck's id, how many cards it lost]],
    "late", "problems": [[deck's name, reason]]}.
    """
    progress = progress or Progress()
    plan = progress.left.get("plan") or _planned(wanted, decks)
    progress.begin(len(plan["going"]), plan=plan)
    lost, problems = progress.left.get("lost", []), progress.left.get("problems", [])
    for pk, name, cards in plan["going"][progress.done:]:
        versions.prepare([pk])
        with staging.short_transaction():  # with the count, or another worker would do it twice
            try:
                _take_out(pk, cards, user)
            except (EditError, Deck.DoesNotExist) as problem:
                problems.append([name, "%s" % problem])
            else:
                lost.append([pk, sum(map(len, cards.values()))])
            progress.step(1, lost=lost, problems=problems)
    return {"texts": plan["texts"], "late": plan["late"], "lost": lost, "problems": problems}


def _planned(wanted, decks):
    """{"texts", "late", "going": [[deck's id, its name, {kind: ids of the cards that go}]]}"""
    going, names, late = {}, {}, 0
    for kind in MODELS:
        marks = OrderedDict((mark, stays) for (one, mark), stays in wanted.items() if one == kind)
        there = {text.fingerprint: text.cards for text in with_cards(kind, marks, decks)}
        for mark, stays in marks.items():
            cards = there.get(mark, [])
            if len(cards) < 2 or stays not in [card.pk for card in cards]:
                late += 1
                continue
            for card in cards:
                if card.pk != stays:
                    names[card.deck_id] = card.deck.name
                    going.setdefault(card.deck_id, {}).setdefault(kind, []).append(card.pk)
    return {"texts": len(wanted) - late, "late": late,
            "going": [[pk, names[pk], cards] for pk, cards in sorted(going.items())]}


def _take_out(pk, cards, user):
    with transaction.atomic():
        deck = staging.lock(pk)
        if not deck.version:
            # Drafts have none before somebody needs a way back.
            versions.keep(deck, None, versions.BEFORE)
        for kind, ids in sorted(cards.items()):
            card_edits.remove(deck, kind, ids, user)


def _ids(decks):
    return decks.order_by().values("pk")
