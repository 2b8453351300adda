"""Decks written in short pieces: the transactions that imports and restored versions are made of.

On SQLite everybody who writes waits for whoever writes just then, so no transaction here is as long as a deck
is big. Many new cards are put together in a staged deck, which nobody sees, and become part of a deck in one
statement.
"""
from __future__ import unicode_literals

import datetime
import logging
import threading
import time
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from common.compat import monotonic
from decks.codes import new_code
from decks.models import ARCHIVED, BlackCard, Deck, WhiteCard
from live import UnsentError, send_task

logger = logging.getLogger("decks")
_work = threading.local()  # `since` the end of this thread's last pause

BATCH = 500  # cards
AT_ONCE = 2 * BATCH  # more cards than this are taken away by a worker
DISCARD = "discard-deck"
# On SQLite: so many seconds of work, then a pause in which others write.
SLICE, PAUSE = 0.05, 0.02
# A staged deck that has not become a deck for so long was left behind by a worker that died.
FORGOTTEN = datetime.timedelta(hours=2)


def chunks(ids):
    """The ids, or names, in sorted lists of at most BATCH: as many as one query may name."""
    ids = sorted(ids)
    return [ids[start:start + BATCH] for start in range(0, len(ids), BATCH)]


class StaleDeckError(Exception):
    """A deck has been changed since it was looked at: look again."""


def discard_soon(deck):
    """Take a deck away, at once or, a big one, by a worker: nobody finds it any more from now on,
    and its address is free.
    """
    _hide(deck)
    if sum(model.objects.filter(deck=deck).count() for model in (BlackCard, WhiteCard)) <= AT_ONCE:
        discard(deck)
        return
    try:
        send_task(DISCARD, {"id": deck.pk})
    except UnsentError as lost:
        logger.warning("No worker could be told to take deck %d away (%s); the clock will find it.",
                       deck.pk, lost)


def discard_hidden(payload):
    """The task of DISCARD: take the deck with the id payload["id"] away, which discard_soon has hidden."""
    for deck in Deck.with_staged.filter(pk=payload["id"], staged=True):
        discard(deck)


def discard(deck):
    """Take a deck away in short pieces; it is staged first, and its address is free."""
    _hide(deck)
    for model in (BlackCard, WhiteCard):
        cards = model.objects.filter(deck=deck)
        while cards.count() > BATCH:
            ids = list(cards.order_by().values_list("pk", flat=True)[:BATCH])
            with short_transaction():
                model.objects.filter(pk__in=ids).delete()
    with short_transaction():
        Deck.with_staged.filter(pk=deck.pk).delete()  # with what is left of its cards


def clear_staged():
    """Take away what crashed imports have left behind."""
    for deck in Deck.with_staged.filter(staged=True, deleted=None, updated__lt=timezone.now() - FORGOTTEN):
        logger.warning("Deck %d, a part of an import that never ended, is taken away.", deck.pk)
        discard(deck)


def _hide(deck):
    Deck.with_staged.filter(pk=deck.pk).update(
        status=ARCHIVED, listed=False, staged=True, deleted=None, slug=_staged_slug(), updated=timezone.now())


def _staged_slug():
    return "staged-" + new_code().lower()


@contextmanager
def short_transaction():
    """A transaction, after which others may write."""
    with transaction.atomic():
        yield
    let_others_write()


def let_others_write():
    """Between two transactions of many: on SQLite, whose one writer would let nobody else in otherwise, a
    pause after each SLICE of work.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    if monotonic() - getattr(_work, "since", -SLICE) >= SLICE:
        time.sleep(PAUSE)
        _work.since = monotonic()


@contextmanager
def staged_cards(name, batches, written=lambda cards: None):
    """Put lists of new cards together in a staged deck, and give it inside of one more short transaction, to
    make use of.

    Calls written(how many) at the end of the transaction of each list. After an error nothing of it is left.
    """
    staged = Deck.objects.create(name=name, slug=_staged_slug(), staged=True, status=ARCHIVED, listed=False)
    try:
        for cards in batches:
            with short_transaction():
                create_cards(cards, staged)
                written(len(cards))
        with short_transaction():
            yield staged
    except Exception:
        discard(staged)
        raise


def move_cards(staged, deck):
    """Give the cards of a staged deck to another one, and take the staged deck away."""
    for model in (BlackCard, WhiteCard):
        model.objects.filter(deck=staged).update(deck=deck)
    Deck.with_staged.filter(pk=staged.pk).delete()


def lock(pk):
    """The deck as it is stored now, ours until the transaction ends:
    writing first locks on both databases.
    """
    Deck.objects.filter(pk=pk).update(**_changed())
    return Deck.objects.get(pk=pk)


def lock_unchanged(deck):
    """Lock a deck that was read before this transaction.

    Raises StaleDeckError when it has been changed since.
    """
    if not Deck.objects.filter(pk=deck.pk, revision=deck.revision).update(**_changed()):
        raise StaleDeckError("The deck %d was changed after it was read." % deck.pk)


def _changed():
    return {"updated": timezone.now(), "revision": F("revision") + 1}


def create_cards(cards, deck):
    """Store new cards of both kinds in the deck."""
    set_deck(cards, deck)
    create_rows(cards)


def remove_cards(deck, model, ids):
    """Take these cards of one kind out of the deck."""
    if len(ids) == model.objects.filter(deck=deck).count():
        model.objects.filter(deck=deck).delete()
        return
    for chunk in chunks(ids):
        model.objects.filter(deck=deck, pk__in=chunk).delete()


def set_deck(rows, deck):
    """Make these cards, which are not stored yet, cards of the deck."""
    for row in rows:
        row.deck_id = deck.pk


def create_rows(rows):
    """Store cards of both kinds that know their deck."""
    for model in (BlackCard, WhiteCard):
        model.objects.bulk_create([row for row in rows if isinstance(row, model)])
