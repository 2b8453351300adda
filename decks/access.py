"""Who may see, edit and review decks. Answers yes or no; what to say and where to send people is the pages'.

`user` may be anybody, with an account or without; reviewing and looking after decks of the site are
permissions.
"""
from __future__ import unicode_literals

from django.utils.crypto import constant_time_compare

from decks import limits
from decks.models import ARCHIVED, PUBLISHED, SHARED, Deck

EDIT, REVIEW_DECKS = "decks.change_deck", "decks.review_deck"


def owns(user, deck):
    return user.pk is not None and deck.owner_id == user.pk


def may_review(user):
    """Whether this person decides about decks that ask to be published, proposals to decks of the site,
    and ratings.
    """
    return user.pk is not None and user.has_perm(REVIEW_DECKS)


def may_see(user, deck, code=""):
    """Whether to show the deck.

    `code` is the share code the person came with; drafts and the archive have no use for it. What the site
    has switched off is for those alone who look after it.
    """
    if deck.staged:
        return False
    if owns(user, deck) or (user.pk is not None and user.has_perm(EDIT)):
        return True
    if deck.status in SHARED and may_review(user):
        return True
    is_open = deck.status == PUBLISHED and deck.listed
    knows = deck.status in SHARED and constant_time_compare(code, deck.code)
    return (is_open or knows) and not is_off(deck)


def is_off(deck):
    """Whether the site does not offer the deck: it is switched off, or all sets of the site that have it."""
    return deck.off or set(deck.sets.filter(owner=None).values_list("off", flat=True)) == {True}


def may_edit(user, deck):
    """Whether to let the person change cards and facts: their own decks,
    and with the permission decks of the site.
    """
    if deck.status == ARCHIVED or user.pk is None:
        return False
    return owns(user, deck) or (deck.owner_id is None and user.has_perm(EDIT))


def decks_left(user):
    """How many more decks this person may own; those in the archive count too."""
    return max(0, limits.DECKS_EVER - Deck.objects.filter(owner=user).count())
