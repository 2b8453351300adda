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

    `code` is the share code the person came with; drafts and the archive have no use for it.
    """
    if deck.staged:
        return False
    if deck.status == PUBLISHED and deck.listed:
        return True
    if deck.status in SHARED and (constant_time_compare(code, deck.code) or may_review(user)):
        return True
    return owns(user, deck) or (user.pk is not None and user.has_perm(EDIT))


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
