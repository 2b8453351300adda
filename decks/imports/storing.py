"""Writes a plan in short pieces, so that games on the same database go on, and shows each deck whole or not
at all.

Small decks are written some at a time; a big one is put together in a staged deck, batch by batch, and then
shown by one short transaction. No transaction is as long as a deck is big. What is to be written is decided
in `planning`.
"""
from __future__ import unicode_literals

from typing import Any, Iterable

from decks.cards.texts import fingerprint
from decks.history import versions
from decks.imports.comparing import BLACK, WHITE, Incoming, Stored
from decks.imports.planning import FACTS, SAME, Plan, PlannedDeck
from decks.models import PUBLISHED, REVIEW, BlackCard, Deck, WhiteCard
from decks.slugs import free_slugs
from decks.staging import (
    BATCH,
    create_rows,
    lock_unchanged,
    move_cards,
    remove_cards,
    set_deck,
    short_transaction,
    staged_cards,
)


class Watch(object):
    """Who wants to know how far it is; this one does not."""

    def written(self, cards):
        # type: (int) -> None
        """So many cards more are written.

        Called at the end of each transaction; an error takes all of it back.
        """

    def shown(self, entries):
        # type: (list[dict[str, Any]]) -> None
        """These decks are stored.

        Called at the end of the transaction that shows them; an error takes all of it back.

        An entry is {"id", "slug", "name", "status", "added", "removed", "before", "was", "revision"}:
        numbers of cards, the version to come back to, and the revisions of the deck before (both 0 for a new
        deck) and afterwards.
        """


def store(plan, user=None, status=PUBLISHED, owner=None, note="", watch=None):
    # type: (Plan, Any, str, Any, str, Watch | None) -> None
    """Write every new and changed deck of the plan, each of them wholly or not at all. Raises StaleDeckError.

    New decks get `status` and `owner`; `user` and `note` stand in the versions of published decks.
    """
    writer = _Writer(user, status, owner, note, watch or Watch())
    group = []  # type: list[PlannedDeck]
    for planned in plan.decks:
        if planned.status == SAME:
            continue
        if sum(_weight(one) for one in group) + _weight(planned) > BATCH:
            writer.show(group)
            group = []
        if _weight(planned) > BATCH:
            writer.stage(planned)
        else:
            group.append(planned)
    writer.show(group)


class _Writer(object):
    def __init__(self, user, status, owner, note, watch):
        # type: (Any, str, Any, str, Watch) -> None
        self.user, self.status, self.owner, self.note, self.watch = user, status, owner, note, watch

    def show(self, group):
        # type: (list[PlannedDeck]) -> None
        """Store these small decks in one transaction."""
        if not group:
            return
        cards = [_rows(planned.changes.add) for planned in group]
        with short_transaction():
            slugs = iter(free_slugs([planned.key for planned in group if planned.deck is None]))
            begun = [self._change(planned) if planned.deck is not None else self._found(planned, next(slugs))
                     for planned in group]
            for rows, (deck, _) in zip(cards, begun):
                set_deck(rows, deck)
            create_rows([row for rows in cards for row in rows])
            self._end(group, begun)
            self.watch.written(sum(_weight(planned) for planned in group))

    def stage(self, planned):
        # type: (PlannedDeck) -> None
        """Put the cards of a big deck together in a staged deck, then show them."""
        cards = planned.changes.add
        batches = (_rows(cards[start:start + BATCH]) for start in range(0, len(cards), BATCH))
        with staged_cards(planned.pack.name, batches, self.watch.written) as staged:
            self._unveil(planned, staged)

    def _unveil(self, planned, staged):
        # type: (PlannedDeck, Deck) -> None
        if planned.deck is None:
            begun = self._found(planned, free_slugs([planned.key])[0], staged)
        else:
            begun = self._change(planned)
            move_cards(staged, begun[0])
        self._end([planned], [begun])
        self.watch.written(len(planned.changes.remove))

    def _found(self, planned, slug, staged=None):
        # type: (PlannedDeck, str, Deck | None) -> tuple[Deck, int]
        """(deck, 0): a new deck, made of a staged one if there is one. Version 0 is no deck at all."""
        deck = staged or Deck()
        deck.slug, deck.source, deck.staged = slug, planned.source, False
        deck.status, deck.listed, deck.owner = self.status, True, self.owner
        _say(deck, planned, FACTS)
        return deck, 0

    def _change(self, planned):
        # type: (PlannedDeck) -> tuple[Deck, int]
        """(deck, version): the deck, locked and without what goes,
        and the version in which it was as it is.
        """
        lock_unchanged(planned.deck)
        deck = Deck.objects.get(pk=planned.deck.pk)
        if not deck.version:
            versions.keep(deck, None, versions.BEFORE)
        before = deck.version
        _remove(deck, planned.changes.remove)
        if planned.source:
            # No file makes a deck milder that reviewers have rated, or look at.
            rated = self.user is not None and deck.status in (REVIEW, PUBLISHED)
            _say(deck, planned, [fact for fact in FACTS if not (rated and fact == "rating")])
        return deck, before

    def _end(self, group, begun):
        # type: (list[PlannedDeck], list[tuple[Deck, int]]) -> None
        """Make the versions that are due, and tell of the decks."""
        for deck, _ in begun:
            versions.record(deck, self.user, self.note)
        self.watch.shown([
            {"id": deck.pk, "slug": deck.slug, "name": deck.name, "status": planned.status, "before": before,
             "added": len(planned.changes.add), "removed": len(planned.changes.remove),
             "was": planned.deck.revision if planned.deck is not None else 0, "revision": deck.revision}
            for planned, (deck, before) in zip(group, begun)])


def weight(plan):
    # type: (Plan) -> int
    """How many cards come and go: what Watch.written adds up to."""
    return sum(_weight(planned) for planned in plan.decks if planned.status != SAME)


def _say(deck, planned, facts):
    # type: (Deck, PlannedDeck, Iterable[str]) -> None
    """Write these facts, as the pack says them."""
    for fact in facts:
        setattr(deck, fact, getattr(planned.pack, fact))
    deck.source_digest = planned.digest
    deck.save()


def _weight(planned):
    # type: (PlannedDeck) -> int
    return len(planned.changes.add) + len(planned.changes.remove)


def _rows(cards):
    # type: (list[tuple[int, Incoming]]) -> list[Any]
    """Cards of no deck yet for (position, Incoming) pairs; made before a transaction begins,
    because it takes longest.
    """
    rows = []
    for position, card in cards:
        facts = {"position": position, "text": card.text, "fingerprint": fingerprint(card.text),
                 "tags": card.tags or "", "attribution": card.attribution or ""}
        rows.append(BlackCard(pick=card.pick, draw=card.draw, **facts) if card.kind == BLACK
                    else WhiteCard(**facts))
    return rows


def _remove(deck, cards):
    # type: (Deck, list[Stored]) -> None
    for model, kind in ((BlackCard, BLACK), (WhiteCard, WHITE)):
        remove_cards(deck, model, [card.id for card in cards if card.kind == kind])
