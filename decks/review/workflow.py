"""The states of a deck: draft, in review, published (listed or by its code only), archived; and who rates it.

Every step locks the deck and checks the state it is in; whether the person may take it is for `access` to
say, before. Only what a reviewer has seen is listed; whoever owns a deck may share it by its code without
being asked.
"""
from __future__ import unicode_literals

from contextlib import contextmanager

from common.compat import gettext as _
from decks import access
from decks.catalogue import selection
from decks.editing.factory import tidy_line
from decks.history import versions
from decks.limits import CARD_LENGTH, RATINGS
from decks.models import ARCHIVED, DRAFT, PUBLISHED, REVIEW, Deck

PUBLISHED_NOTE, SHARED_NOTE = "Published", "Shared by its code"


class StateError(ValueError):
    """The deck cannot take this step; the message tells the person why."""


def ask_to_publish(deck, user):
    """From a draft, or from a deck shared by its code, to one that waits for a reviewer.

    Raises StateError.
    """
    with _step(deck, user) as locked:
        if locked.status == REVIEW:
            raise StateError(_("This deck waits for a reviewer already."))
        if locked.status == PUBLISHED and locked.listed:
            raise StateError(_("Everybody can find this deck already."))
        _check_size(locked)
        locked.status, locked.review_note = REVIEW, ""
    return locked


def withdraw(deck, user):
    """For its owner alone again, from the review, from friends or from the shelf. Raises StateError."""
    with _step(deck, user) as locked:
        _check(locked.status != DRAFT, _("Nobody finds this deck but you already."))
        locked.status = DRAFT
    return locked


def approve(deck, user, rating="", note=""):
    """Publish a deck for everybody, with the reviewer's rating if there is one. Raises StateError.

    Decks of the site and the reviewer's own need not have asked for it.
    """
    note = tidy_line(note, _("The note"), CARD_LENGTH)
    with _step(deck, user, PUBLISHED_NOTE) as locked:
        _check(not (locked.status == PUBLISHED and locked.listed), _("This deck is published already."))
        _check(locked.status == REVIEW or locked.owner_id in (None, user.pk),
               _("Its owner has not asked to publish this deck."))
        _check_size(locked)
        locked.status, locked.listed, locked.review_note = PUBLISHED, True, note
        locked.rating = _rating(rating) if rating else locked.rating
    return locked


def reject(deck, user, note):
    """Back to a draft, with a note that tells the owner what to mend. Raises StateError."""
    note = tidy_line(note, _("The note"), CARD_LENGTH)
    _check(note, _("Tell the owner what to mend."))
    with _step(deck, user) as locked:
        _check(locked.status == REVIEW, _("This deck is not in review any more."))
        locked.status, locked.review_note = DRAFT, note
    return locked


def share(deck, user):
    """Publish a deck for those alone who have its code: one decision, and nobody is asked; one that waits for
    a reviewer waits no more. Raises StateError.
    """
    with _step(deck, user, SHARED_NOTE) as locked:
        _check(locked.status in (DRAFT, REVIEW), _("Whoever has the code can play with this deck already."))
        _check(locked.black_cards.exists() or locked.white_cards.exists(),
               _("Write a card first; this deck is empty."))
        locked.status, locked.listed = PUBLISHED, False
    return locked


def unlist(deck, user):
    """Offer a published deck no more to everybody, but to those who have its code. Raises StateError."""
    with _step(deck, user) as locked:
        _check(locked.status == PUBLISHED and locked.listed,
               _("Only a published deck that is listed can be unlisted."))
        locked.listed = False
    return locked


def archive(deck, user):
    """Offer the deck to nobody. Games that play with it go on. Raises StateError."""
    with _step(deck, user) as locked:
        locked.status = ARCHIVED
    return locked


def unarchive(deck, user):
    """From the archive to a draft. Raises StateError."""
    with _step(deck, user, archived=True) as locked:
        locked.status = DRAFT
    return locked


def rate(deck, rating, user):
    """Say for which table the deck is. Raises StateError.

    Owners may make it stricter at any time, and milder as long as the deck is not for everybody; reviewers
    may do both.
    """
    rating = _rating(rating)
    with _step(deck, user) as locked:
        milder = RATINGS.index(rating) < RATINGS.index(locked.rating)
        seen = locked.status == REVIEW or (locked.status == PUBLISHED and locked.listed)
        _check(not (milder and seen) or access.may_review(user),
               _("Only a reviewer can make the rating of this deck milder."))
        locked.rating = rating
    return locked


@contextmanager
def _step(deck, user, note="", archived=False):
    """The locked deck, which is saved afterwards. Raises StateError unless it is, or is not, archived."""
    try:
        with versions.changing(deck, user, note) as locked:
            versions.touch([locked], {})
            if archived:
                _check(locked.status == ARCHIVED, _("This deck is not in the archive."))
            else:
                _check(locked.status != ARCHIVED, _("This deck is archived; take it out of the archive "
                                                    "first."))
            yield locked
            locked.save(update_fields=["status", "listed", "rating", "review_note"])
    except Deck.DoesNotExist:
        raise StateError(_("Somebody has deleted this deck meanwhile."))


def _check(fine, problem):
    if not fine:
        raise StateError(problem)


def _rating(rating):
    _check(rating in RATINGS, _("The rating must be one of these: %s.") % ", ".join(RATINGS))
    return rating


def _check_size(deck):
    """A small one is an expansion (selection.described says so); an empty one is nothing."""
    _check(any(cards.filter(deck=deck).exists() for cards in (selection.playable(), selection.dealt())),
           _("A deck for everybody needs a card that a game deals; this one has none."))
