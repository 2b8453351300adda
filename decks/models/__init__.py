"""Decks, their cards and their history, what players say of them, and the frozen cards of a game.

Storage only: how cards get in is `imports`, what a host may choose is `catalogue`, versions are `history`,
and what a game plays with is `snapshots`.
"""
from __future__ import unicode_literals

from .deck import (
    ARCHIVED,
    BLACK,
    DRAFT,
    KIND_CHOICES,
    MODELS,
    PUBLISHED,
    RATING_CHOICES,
    REVIEW,
    SHARED,
    STATUS_CHOICES,
    WHITE,
    BlackCard,
    Card,
    Deck,
    DeckManager,
    WhiteCard,
)
from .history import (
    DeckVersion,
    ImportJob,
)
from .review import (
    CardReport,
    FavouriteDeck,
    HiddenCard,
    Proposal,
)
from .stats import (
    CardStatistic,
    DeckMonth,
    Snapshot,
)
