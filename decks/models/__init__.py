"""Decks, their cards and their history, what players say of them, and the frozen cards of a game.

Storage only: how cards get in is `imports`, what a host may choose is `catalogue`, versions are `history`,
and what a game plays with is `snapshots`.
"""
from __future__ import unicode_literals

from .copies import (
    SiteCopy,
    SiteCopyPart,
)
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
from .jobs import DeckJob
from .review import (
    CardReport,
    FavouriteDeck,
    HiddenCard,
    Proposal,
)
from .sets import DeckSet
from .stats import (
    CardStatistic,
    DeckMonth,
    Snapshot,
)
