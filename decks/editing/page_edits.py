# coding: utf-8
"""A page of a deck's cards that somebody edited at once: one transaction and one version, however many cards
changed.

All or nothing: a page with a card that cannot be used stores none. Whether the person may do it is for
`access` to say, before.
"""
from __future__ import unicode_literals

from collections import namedtuple

import six
from django.db.models import Max
from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from decks.cards.texts import CardError
from decks.editing import undo
from decks.editing.factory import EditError, altered
from decks.history import versions
from decks.limits import DECK_CARDS
from decks.models import ARCHIVED, MODELS

# A row of the page: its number, the card's id (None: a new card), the facts that are typed and those that the
# page showed before ({"text", "tags", "attribution"} and for black cards "pick" and "draw"), and whether to
# take the card out.
Edit = namedtuple("Edit", "row card facts seen remove")
# Numbers of cards.
Saved = namedtuple("Saved", "added changed removed")

GONE = N_("Somebody has removed this card meanwhile. Copy what you need from here, and delete this box.")
OVERTAKEN = N_("Meanwhile somebody has changed this card to “%s”. Save again to keep yours.")
DOUBLE = N_("The deck has this card already.")
FULL = N_("The deck is full: %d cards at most.")
UNUSABLE = N_("This card cannot be used: %s.")
CLOSED = N_("This deck is archived; take it out of the archive first.")


class Refused(ValueError):
    """Nothing was stored.

    `errors` is {row: reason}, `stored` {row: card} of the cards that others changed meanwhile.
    """

    def __init__(self, errors, stored):
        self.errors, self.stored = errors, stored
        super(Refused, self).__init__(_("%d cards cannot be stored.") % len(errors))


def save(deck, kind, edits, user):
    """Store what differs from what the page showed. Returns Saved.

    Raises Refused, EditError where the whole page is refused, and Deck.DoesNotExist.
    """
    with versions.changing(deck, user) as locked:
        if locked.status == ARCHIVED:
            raise EditError(_(CLOSED))
        page = _Page(locked, kind, edits)
        removed = [edit.card for edit in edits if edit.remove and edit.card in page.stored]
        cards = [card for card in map(page.card, edits) if card is not None]
        new = [card for card in cards if card.pk is None]
        page.refuse_doubles(cards, removed)
        page.place(new)
        if page.errors:
            raise Refused(page.errors, page.overtaken)
        changed = [undo.as_row(card) for card in cards if card.pk]
        undoing = undo.apply({kind: {"remove": removed, "put": changed}}, [locked.pk]).get(kind, {})
        undoing["remove"] = undo.append(locked, kind, new)
        versions.touch([locked], {kind: undoing})
        return Saved(len(new), len(changed), len(removed))


class _Page(object):
    """The stored cards beside the edited ones, and what is wrong with these."""

    def __init__(self, deck, kind, edits):
        self.deck, self.model = deck, MODELS[kind]
        ids = [edit.card for edit in edits if edit.card]
        self.stored = {card.pk: card for card in self.model.objects.filter(deck=deck, pk__in=ids)}
        # The first by id(card) of those that read otherwise than before, the others by row.
        self.reworded, self.errors, self.overtaken = {}, {}, {}

    def card(self, edit):
        """The card as it shall be; None when there is nothing to write, or a word in `errors`."""
        if edit.remove or edit.facts == edit.seen or not (edit.card or edit.facts["text"]):
            return None
        card = self.stored.get(edit.card) if edit.card else self.model(deck=self.deck)
        if card is None:
            self.errors[edit.row] = _(GONE)
        elif any(getattr(card, name) != value for name, value in edit.seen.items()):
            self.errors[edit.row], self.overtaken[edit.row] = _(OVERTAKEN) % card.text, card
        else:
            return self._written(card, edit)

    def _written(self, card, edit):
        before = card.fingerprint
        try:
            altered(card, {name: value for name, value in edit.facts.items() if value != edit.seen.get(name)})
        except CardError as problem:
            self.errors[edit.row] = _(UNUSABLE) % problem
        except EditError as problem:
            self.errors[edit.row] = six.text_type(problem)
        else:
            if card.fingerprint != before:
                self.reworded[id(card)] = edit.row
            return card

    def refuse_doubles(self, cards, removed):
        """Refuse cards that read like another one from now on; those that did before may stay."""
        away = [card.pk for card in cards if card.pk] + removed
        others = self.model.objects.filter(deck=self.deck,
                                           fingerprint__in=[card.fingerprint for card in cards])
        known = dict(others.exclude(pk__in=away).values_list("fingerprint", "pk"))
        for card in cards:
            if known.setdefault(card.fingerprint, card) is not card and id(card) in self.reworded:
                self.errors[self.reworded[id(card)]] = _(DOUBLE)

    def place(self, new):
        """Put new cards at the end of the deck, if it has room."""
        if new and self.deck.black_cards.count() + self.deck.white_cards.count() + len(new) > DECK_CARDS:
            self.errors[self.reworded[id(new[0])]] = _(FULL) % DECK_CARDS
        last = self.model.objects.filter(deck=self.deck).aggregate(last=Max("position"))["last"]
        for position, card in enumerate(new, 0 if last is None else last + 1):
            card.position = position
