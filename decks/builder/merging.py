# coding: utf-8
"""Several decks as one: as a new deck, while they stay as they are, or merged into one of them.

The cards are put together while nobody sees them, in short transactions; what reads the same is there once.
"""
from __future__ import unicode_literals

from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from common.storage.many_ids import with_ids
from decks import staging
from decks.builder import metadata
from decks.editing import lookups
from decks.editing.factory import EditError
from decks.history import versions
from decks.limits import DECK_CARDS, RATINGS
from decks.models import ARCHIVED, BLACK, DRAFT, MODELS, PUBLISHED, WHITE, Deck
from decks.progress import Progress
from decks.review import workflow

TRIES = 3  # so often a deck may change while its cards are put together
RESTLESS = N_("Somebody else is changing one of these decks all the time. Please try again when they are "
              "done.")
_GONE = N_("Somebody has deleted or archived “%s” meanwhile.")


def merge_new(decks, name, language, rating, progress=None):
    """A new draft of the site with the cards of these decks, in their order.

    Returns {"deck": its id, "decks", "black", "white", "doubles": numbers}. Raises EditError. Pieces of the
    progress are cards.
    """
    progress = progress or Progress()
    if "deck" in progress.left:
        return progress.left
    cards, doubles = _cards(decks)
    if not any(cards.values()):
        raise EditError(_("These decks have no cards."))
    told = {"decks": len(decks), "black": len(cards[BLACK]), "white": len(cards[WHITE]), "doubles": doubles}
    rows = cards[BLACK] + cards[WHITE]
    if len(rows) > DECK_CARDS:
        raise EditError(_("Together they have %d cards; a deck has %d at most.") % (len(rows), DECK_CARDS))
    progress.begin(len(rows))
    with staging.staged_cards("merged", _batches(rows), progress.step) as deck:
        metadata.write(deck, {"name": name, "language": language, "rating": rating})
        deck.slug = metadata.slug_of(deck)
        deck.status, deck.listed, deck.staged = DRAFT, True, False
        deck.save()
        progress.step(0, deck=deck.pk, **told)
    return progress.left


def merge_into(decks, into, user, progress=None):
    """Put the cards of the decks at the end of `into`, each that it does not have yet, and archive the decks.
    The rating becomes the strictest of all of them.

    `into` changes wholly or not at all, and before any deck is archived. Returns {"deck", "cards": how many
    came, "doubles": how many were there already}. Raises EditError. Pieces of the progress are cards and
    decks.
    """
    progress = progress or Progress()
    for tries_left in reversed(range(TRIES)):
        try:
            if "deck" not in progress.left:
                _put_together(decks, into, user, progress)
            break
        except staging.StaleDeckError:
            if not tries_left:
                raise EditError(_(RESTLESS))
    for deck in decks:
        try:
            workflow.archive(deck, user)
        except workflow.StateError:
            pass  # it is in the archive, or gone
        progress.step(1)
    return progress.left


def _put_together(decks, into, user, progress):
    found = {deck.pk: deck for deck in with_ids(
        Deck.objects.all(), [deck.pk for deck in decks] + [into.pk])}
    for deck in [into] + decks:
        if deck.pk not in found or (deck.pk == into.pk and found[deck.pk].status == ARCHIVED):
            raise EditError(_(_GONE) % deck)
    cards, doubles = _cards([found[deck.pk] for deck in decks], into)
    rows = cards[BLACK] + cards[WHITE]
    if lookups.count(into) + len(rows) > DECK_CARDS:
        raise EditError(_("%s has no room for all of these cards.") % into)
    progress.done = 0
    progress.begin(len(rows) + len(decks))
    versions.prepare([into.pk])
    with staging.staged_cards("merged", _batches(rows), progress.step) as staged:
        for deck in found.values():
            staging.lock_unchanged(deck)
        deck = Deck.objects.get(pk=into.pk)
        if deck.status == PUBLISHED and not deck.version:
            versions.keep(deck, None, versions.BEFORE)
        staging.move_cards(staged, deck)
        deck.rating = max((one.rating for one in found.values()), key=RATINGS.index)
        deck.save(update_fields=["rating"])
        versions.record(deck, user)
        progress.step(0, deck=deck.pk, cards=len(rows), doubles=doubles)


def _batches(rows):
    return (rows[start:start + staging.BATCH] for start in range(0, len(rows), staging.BATCH))


def _cards(decks, into=None):
    """({kind: new cards with their positions, behind those of `into`}, how many were left out because they
    are there already).
    """
    found, doubles = {BLACK: [], WHITE: []}, 0
    for kind, model in MODELS.items():
        seen, start = set(), 0
        if into is not None:
            seen.update(model.objects.filter(deck=into).values_list("fingerprint", flat=True))
            start = lookups.end_of(into, kind)
        for deck in decks:
            for card in model.objects.filter(deck=deck).order_by("position", "pk"):
                if card.fingerprint in seen:
                    doubles += 1
                    continue
                seen.add(card.fingerprint)
                card.pk, card.position = None, start + len(found[kind])
                found[kind].append(card)
    return found, doubles
