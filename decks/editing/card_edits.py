"""The only writer of single cards: add, change, remove, tag, order, move and copy, each with a way back.

Every verb is one transaction that locks its decks, keeps the limits and makes a version where one is due.
Whether the person may do it is for `access` to say, before.
"""
from __future__ import unicode_literals

from collections import OrderedDict, namedtuple
from contextlib import contextmanager

import six
from django.utils.translation import gettext_noop as N_

from common.compat import gettext
from decks import access
from decks.cards.texts import CardError
from decks.editing import lookups
from decks.editing.factory import EditError, altered, kind_of, new_card, tidy_line, tidy_tags
from decks.editing.undo import StaleUndoError, apply, as_row, create, pack, unpack
from decks.history import versions
from decks.limits import DECK_CARDS
from decks.models import ARCHIVED, BLACK, MODELS, WHITE, Deck

# `cards` were added, changed or brought back, in their order; `errors` are LineErrors; `undo` is a text for
# `undo`, or "" when there is no way back: nothing was done, or it is too much to carry.
Done = namedtuple("Done", "cards errors undo")
# `line` counts from 1, `text` is what was typed.
LineError = namedtuple("LineError", "line text problem")

_FULL = N_("the deck is full: %d cards at most")
DOUBLE = N_("the deck has it already")
TWICE = N_("it stands here twice")


def full():
    """Why no more cards fit."""
    return gettext(_FULL) % DECK_CARDS


def add(deck, kind, lines, user, attribution="", pick=None):
    """Add cards at the end of the deck: every card that can be used, and an error for every other.

    `lines` is a text with one card on each line, or a list of texts of one card each, which may have line
    breaks. With `kind` None a text with a blank is a black card, any other a white one. `pick` is for black
    cards that shall not take as many answers as they have blanks. Raises EditError.
    """
    lines = lines.splitlines() if isinstance(lines, six.text_type) else lines
    attribution = tidy_line(attribution, gettext("The attribution"))
    cards, errors = [], []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                cards.append((number, line, new_card(kind, line, attribution, pick)))
            except CardError as error:
                errors.append(LineError(number, line, six.text_type(error)))
    if not cards and not errors:
        raise EditError(gettext("Write at least one card."))
    with _open(user, deck.pk) as decks:
        fitting, refused = _fitting(decks[deck.pk], cards)
        cards, inverse = _append(decks[deck.pk], fitting)
        return _done(user, decks, inverse, cards, sorted(errors + refused))


def change(card, user, **facts):
    """Change `text`, `pick`, `draw`, `tags`, `attribution` or `kind` of a card; what is not named stays as it
    is.

    A card of another kind begins anew at the end of that kind. One that reads like another of the deck from
    now on is stored, and told in `errors`. Raises EditError.
    """
    kind = kind_of(card)
    with _open(user, card.deck_id) as decks:
        stored = MODELS[kind].objects.filter(pk=card.pk, deck=card.deck_id).first()
        if stored is None:
            raise EditError(gettext("Somebody has removed this card meanwhile."))
        before = stored.fingerprint
        try:
            changed = altered(stored, facts)
        except CardError as error:
            raise EditError(gettext("This card cannot be used: %s.") % error)
        errors = []
        if (changed is not stored or changed.fingerprint != before) and lookups.alike(stored.deck, [changed]):
            errors = [LineError(1, changed.text, gettext(DOUBLE))]
        if changed is stored:
            return _put(user, decks, kind, [changed], errors)
        inverse = apply({kind: {"remove": [stored.pk]}}, decks)
        cards, other = _append(decks[card.deck_id], [changed])
        return _done(user, decks, dict(inverse, **other), cards, errors)


def remove(deck, kind, ids, user):
    """Take the cards of one kind with these ids out of the deck; those that are gone already are no error."""
    with _open(user, deck.pk) as decks:
        return _done(user, decks, apply({kind: {"remove": list(ids)}}, decks))


def tag(deck, kind, ids, user, give="", take=""):
    """Give these cards the tags in the text `give`, and take from them those in `take`. Raises EditError."""
    taken = set(tidy_tags(take).split())
    with _open(user, deck.pk) as decks:
        cards = lookups.cards_of(kind, ids, decks)
        for card in cards:
            card.tags = tidy_tags(" ".join([word for word in card.tags.split() if word not in taken]
                                           + [give]))
        return _put(user, decks, kind, cards)


def reorder(deck, kind, ids, user):
    """Put the cards with these ids into this order, on the places that they have now;
    all others stay where they are.
    """
    with _open(user, deck.pk) as decks:
        order = lookups.places_between(MODELS[kind], deck, ids)
        chosen = set(ids).intersection(pk for pk, _ in order)
        wanted = iter([pk for pk in OrderedDict.fromkeys(ids) if pk in chosen])
        places = [[next(wanted) if pk in chosen else pk, place] for pk, place in order]
        return _done(user, decks, apply({kind: {"places": places}}, decks))


def move(deck, kind, ids, target, user):
    """Move cards to the end of another deck; those that it has already stay and are the errors.

    Raises EditError.
    """
    with _open(user, deck.pk, target.pk) as decks:
        found = lookups.cards_of(kind, ids, [deck.pk])
        cards, errors = _fitting(decks[target.pk],
                                 [(place, card.text, card) for place, card in enumerate(found, 1)])
        for position, card in enumerate(cards, lookups.end_of(target, kind)):
            card.deck, card.position = decks[target.pk], position
        return _put(user, decks, kind, cards, errors)


def copy(deck, kind, ids, target, user):
    """Copy cards to the end of another deck; those that it has already are the errors. Raises EditError."""
    with _open(user, target.pk) as decks:
        found = lookups.cards_of(kind, ids, [deck.pk])
        fitting, errors = _fitting(decks[target.pk],
                                   [(place, card.text, card) for place, card in enumerate(found, 1)])
        cards, inverse = _append(decks[target.pk], fitting)
        return _done(user, decks, inverse, cards, errors)


def undo(token, user):
    """Take back what one of the above did, given its `undo`; the `undo` of this does it once more.

    Raises EditError.

    Looks itself whether the person may edit the decks, which the text names.
    """
    try:
        step, ids = unpack(token, user)
    except StaleUndoError:
        raise EditError(gettext("This step cannot be undone any more."))
    with _open(user, *ids) as decks:
        if not all(access.may_edit(user, deck) for deck in decks.values()):
            raise EditError(gettext("You may not change this deck any more."))
        inverse = apply(step, decks)
        if any(lookups.count(deck) > DECK_CARDS for deck in decks.values()):
            raise EditError(gettext("This step cannot be undone: %s.") % full())
        cards = [card for kind, part in sorted(step.items())
                 for card in lookups.cards_of(kind, [row[0] for row in part.get("put", ())], decks)]
        return _done(user, decks, inverse, cards)


@contextmanager
def _open(user, *ids):
    """The decks with these ids, locked, as {id: deck}."""
    try:
        with versions.changing_all(ids, user) as decks:
            if any(deck.status == ARCHIVED for deck in decks.values()):
                raise EditError(gettext("This deck is archived; take it out of the archive first."))
            yield decks
    except Deck.DoesNotExist:
        raise EditError(gettext("Somebody has deleted this deck meanwhile."))


def _done(user, decks, inverse, cards=(), errors=()):
    versions.touch(decks.values(), inverse)
    nothing = not any(inverse.values())
    return Done(list(cards), list(errors), "" if nothing else pack(inverse, list(decks), user))


def _put(user, decks, kind, cards, errors=()):
    inverse = apply({kind: {"put": [as_row(card) for card in cards]}}, decks)
    return _done(user, decks, inverse, cards, errors)


def _append(deck, cards):
    """Store new cards at the end of the locked deck.

    Returns (the stored cards, the change that removes them).
    """
    stored, inverse = [], {}
    for kind in (BLACK, WHITE):
        fresh, start = [card for card in cards if kind_of(card) == kind], lookups.end_of(deck, kind)
        for position, card in enumerate(fresh, start):
            card.pk, card.deck, card.position = None, deck, position
        if fresh:
            create(MODELS[kind], fresh)
            # The old stack does not tell the ids of what it has created.
            added = list(MODELS[kind].objects.filter(deck=deck.pk, position__gte=start).order_by("position"))
            stored += added
            inverse[kind] = {"remove": [card.pk for card in added]}
    return stored, inverse


def _fitting(deck, numbered):
    """([card], [LineError]) of (line, text, card): those that the deck does not have and that it has room
    for.
    """
    known = lookups.alike(deck, [card for _number, _text, card in numbered])
    room = DECK_CARDS - lookups.count(deck)
    cards, errors, seen = [], [], set()
    for number, text, card in numbered:
        key = (kind_of(card), card.fingerprint)
        problem = (gettext(DOUBLE) if key in known else gettext(TWICE) if key in seen
                   else full() if len(cards) >= room else "")
        if problem:
            errors.append(LineError(number, text, problem))
        else:
            cards.append(card)
            seen.add(key)
    return cards, errors
