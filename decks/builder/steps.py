"""The steps of the deck builder: what its page asks for, checked, done by those who write, and told in full.

A step is a dict with a "verb"; nothing in it is trusted. Whether the person may edit the deck is `access`'s
to say, before. The page shows a deck as of some revision; a step made on another one is refused as Stale, so
that nobody writes over cards they have not seen.
"""
from __future__ import unicode_literals

import re

import six
from django.db import transaction
from django.db.models import Count, F, Q
from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from common.text import search_words
from decks import access
from decks.builder import metadata
from decks.catalogue import selection
from decks.editing import card_edits
from decks.editing.card_edits import EditError
from decks.editing.factory import kind_of
from decks.history import versions
from decks.limits import ALONE_BLACK, ALONE_WHITE
from decks.models import BLACK, MODELS, WHITE, Deck, Proposal
from decks.review import proposals

PER_PAGE, MOST_AT_ONCE, MOST_LINES, LONGEST_SEARCH = 50, 500, 5000, 200
# What a player holds, two in reserve among them; so many players has a deck white cards for.
CARDS_EACH = 12
LEAST = {BLACK: ALONE_BLACK, WHITE: ALONE_WHITE}
FIRST = {BLACK: "b", WHITE: "w"}
_KINDS = {first: kind for kind, first in FIRST.items()}
_CARD_ID = re.compile(r"^([bw])([1-9][0-9]{0,8})$")
_CARD_FACTS = ("text", "kind", "tags", "attribution")
GONE = N_("Somebody has removed this card meanwhile.")


class StaleRevisionError(Exception):
    """The deck has changed since the page looked at it; `card` is the card_document of the card that the step
    is about as it is now, None where it is gone or the step is about no card.
    """

    def __init__(self, card=None):
        self.card = card
        super(StaleRevisionError, self).__init__(_("The deck has changed."))


class BadStepError(ValueError):
    """No page of ours asks for this."""


def revision(deck):
    """A text that is another one after each change of the deck."""
    return "%d" % deck.revision


def standing(deck):
    """What the builder tells of a deck beside its cards.

    {"revision", "facts": facts.document, "code", "slug", "status", "listed", "review_note", "counts":
    {"black", "white"},
     "serves": players, "missing": {"black", "white"}: how many cards more it needs to be more than an
     expansion,
     "proposals": how many cards wait for an answer, "off": whether the site has switched it off}
    """
    counts = {kind: model.objects.filter(deck=deck.pk).count() for kind, model in MODELS.items()}
    dealt = {BLACK: selection.playable().filter(deck=deck.pk).count(),
             WHITE: selection.dealt().filter(deck=deck.pk).count()}
    return {"revision": revision(deck), "facts": metadata.document(deck), "code": deck.code,
            "slug": deck.slug,
            "status": deck.status, "listed": deck.listed, "review_note": deck.review_note, "counts": counts,
            "off": access.is_off(deck),
            "serves": dealt[WHITE] // CARDS_EACH, "proposals": proposals.waiting(deck).count(),
            "missing": {kind: max(0, least - dealt[kind]) for kind, least in LEAST.items()}}


def mine(user):
    """The decks of a person, those that were changed last first.

    [{"code", "name", "language", "rating", "status", "listed", "review_note", "plays", "black", "white",
    "proposals", "off"}]
    """
    decks = Deck.objects.filter(owner=user)
    on = set(selection.switched_on(decks).values_list("pk", flat=True))
    rows = decks.order_by("-updated").values(
        "id", "code", "name", "language", "rating", "status", "listed", "review_note", "plays")
    counts = {kind: dict(model.objects.filter(deck__owner=user).order_by(
        ).values_list("deck").annotate(Count("pk")))
              for kind, model in MODELS.items()}
    waits = dict(Proposal.objects.filter(deck__owner=user,
                                         status=Proposal.WAITING).order_by().values_list("deck")
                 .annotate(Count("pk")))
    return [dict(row, black=counts[BLACK].get(row["id"], 0), white=counts[WHITE].get(row["id"], 0),
                 proposals=waits.get(row["id"], 0), off=row["id"] not in on) for row in rows]


def page(deck, kind, words="", start=0, count=PER_PAGE):
    """{"kind", "start", "total", "cards": [card_document]}: cards from `start` on,
    all or those with all of the words.
    """
    if kind not in MODELS:
        raise BadStepError("There are black and white cards.")
    cards = MODELS[kind].objects.filter(deck=deck.pk)
    for word in search_words(words[:LONGEST_SEARCH]):
        cards = cards.filter(Q(text__icontains=word) | Q(tags__icontains=word)
                             | Q(attribution__icontains=word))
    end = start + max(1, min(count, MOST_AT_ONCE))
    return {"kind": kind, "start": start, "total": cards.count(),
            "cards": [card_document(card) for card in cards.order_by("position", "pk")[start:end]]}


def card_document(card):
    """{"id": "b12", "kind", "text"}, for black cards "pick",
    and "tags" and "attribution" where there are some.
    """
    kind = kind_of(card)
    document = {"id": FIRST[kind] + "%d" % card.pk, "kind": kind, "text": card.text}
    if kind == BLACK:
        document["pick"] = card.pick
    for name in ("tags", "attribution"):
        if getattr(card, name):
            document[name] = getattr(card, name)
    return document


def do(deck, user, step):
    """Do one step. Returns what the page needs to go on: `standing`, and by verb

    add, change, undo: {"cards": [card_document], "errors": [{"line", "text", "problem", "double"}], "undo"};
    remove, move: the same without cards; facts: {"before": the facts that were replaced}. Raises
    StaleRevisionError, BadStepError, EditError.
    """
    verb = step.get("verb")
    if verb not in _VERBS:
        raise BadStepError("There is no such step.")
    versions.prepare([deck.pk])
    with transaction.atomic():
        # Writing first locks on both databases, and this write leaves the revision alone.
        Deck.objects.filter(pk=deck.pk).update(version=F("version"))
        locked = Deck.objects.get(pk=deck.pk)
        # An undo finds by itself what is left to undo.
        if verb != "undo" and step.get("revision") != revision(locked):
            raise StaleRevisionError(_now(locked, step.get("card")))
        answer = _VERBS[verb](locked, user, step)
        changed = Deck.objects.get(pk=deck.pk)
    # The revision is that of this step; what is counted need not wait for the lock.
    answer.update(standing(changed))
    return answer


def _add(deck, user, step):
    lines, kind = step.get("lines"), step.get("kind")
    if not isinstance(lines, list) or not all(isinstance(line, six.text_type) for line in lines):
        raise BadStepError("Lines are a list of texts.")
    if len(lines) > MOST_LINES:
        raise EditError(_("Paste at most %d lines at once, or import a file.") % MOST_LINES)
    if kind is not None and kind not in MODELS:
        raise BadStepError("There are black and white cards.")
    return _told(card_edits.add(deck, kind, lines, user, _text(step, "attribution")))


def _change(deck, user, step):
    wanted = step.get("facts")
    if not isinstance(wanted, dict) or not wanted or set(wanted) - set(_CARD_FACTS):
        raise BadStepError("A card has no such facts.")
    for name in wanted:
        _text(wanted, name)
    if wanted.get("kind", BLACK) not in MODELS:
        raise BadStepError("There are black and white cards.")
    return _told(card_edits.change(_card(deck, step.get("card")), user, **wanted))


def _remove(deck, user, step):
    card = _card(deck, step.get("card"))
    return _told(card_edits.remove(deck, kind_of(card), [card.pk], user))


def _move(deck, user, step):
    """Put a card right behind another one, or with "after": None before all."""
    card, anchor = _card(deck, step.get("card")), None
    kind = kind_of(card)
    if step.get("after") is not None:
        anchor = _card(deck, step["after"])
        if kind_of(anchor) != kind or anchor.pk == card.pk:
            raise BadStepError("A card goes behind another one of its kind.")
    # Only the cards that it passes on its way.
    passed = MODELS[kind].objects.filter(deck=deck.pk,
                                         position__lte=max(card.position, anchor.position if anchor else 0))
    if anchor is not None:
        passed = passed.filter(position__gte=min(card.position, anchor.position))
    rest = [pk for pk in passed.order_by("position", "pk").values_list("pk", flat=True) if pk != card.pk]
    rest.insert(0 if anchor is None else rest.index(anchor.pk) + 1, card.pk)
    return _told(card_edits.reorder(deck, kind, rest, user))


def _undo(deck, user, step):
    return _told(card_edits.undo(_text(step, "token"), user))


def _facts(deck, user, step):
    wanted = step.get("facts")
    if not isinstance(wanted, dict) or not wanted:
        raise BadStepError("Facts are {name: value}.")
    return {"before": metadata.change(deck, user, wanted), "cards": [], "errors": [], "undo": ""}


_VERBS = {"add": _add, "change": _change, "remove": _remove, "move": _move, "undo": _undo, "facts": _facts}


def _told(done):
    return {"cards": [card_document(card) for card in done.cards], "undo": done.undo,
            "errors": [{"line": error.line, "text": error.text, "problem": error.problem,
                        "double": error.problem == _(card_edits.DOUBLE)} for error in done.errors]}


def _now(deck, name):
    """The card_document of a card as it is stored, or None."""
    try:
        return card_document(_card(deck, name))
    except (BadStepError, EditError):
        return None


def _card(deck, name):
    match = _CARD_ID.match(name) if isinstance(name, six.text_type) else None
    if not match:
        raise BadStepError("There is no such card.")
    kind = _KINDS[match.group(1)]
    card = MODELS[kind].objects.filter(pk=int(match.group(2)), deck=deck.pk).first()
    if card is None:
        raise EditError(_(GONE))
    return card


def _text(step, name):
    value = step.get(name, "")
    if not isinstance(value, six.text_type):
        raise BadStepError("A text was expected.")
    return value
