"""How often cards and decks are played, and the frozen cards of a game."""
from __future__ import unicode_literals

from django.db import models
from django.utils import timezone
from six import python_2_unicode_compatible

from .deck import KIND_CHOICES, Deck


@python_2_unicode_compatible
class CardStatistic(models.Model):
    """How often a card was dealt, played, won and went back unplayed, in all games;
    counted by fingerprint.
    """

    kind = models.CharField(max_length=5, choices=KIND_CHOICES)
    fingerprint = models.CharField(max_length=40)
    dealt = models.PositiveIntegerField(default=0)
    played = models.PositiveIntegerField(default=0)
    won = models.PositiveIntegerField(default=0)
    discarded = models.PositiveIntegerField(default=0)

    class Meta:
        unique_together = (("kind", "fingerprint"),)

    def __str__(self):
        return "%s %s" % (self.kind, self.fingerprint)


@python_2_unicode_compatible
class DeckMonth(models.Model):
    """What was played with a deck in a month: games begun, and how often its white cards were played and won
    in them.
    """

    deck = models.ForeignKey(Deck, on_delete=models.CASCADE, related_name="months")
    month = models.DateField(help_text="Its first day.")
    games = models.PositiveIntegerField(default=0)
    played = models.PositiveIntegerField(default=0)
    won = models.PositiveIntegerField(default=0)

    class Meta:
        unique_together = (("deck", "month"),)
        ordering = ("month",)

    def __str__(self):
        return "%s of deck %d" % (self.month, self.deck_id)


@python_2_unicode_compatible
class Snapshot(models.Model):
    """The frozen cards of a game. Never changed once written, and shared by all games with the same cards.

    `rates` is JSON: how surely each white card wins (decks/stats/rates.py), as it was about when `used` was
    set.
    """

    digest = models.CharField(max_length=64, unique=True)
    black = models.TextField()
    white = models.TextField()
    rates = models.TextField(default="[]", editable=False)
    created = models.DateTimeField(auto_now_add=True)
    # When a game was last begun with it, give or take an hour.
    used = models.DateTimeField(default=timezone.now, db_index=True, editable=False)

    def __str__(self):
        return "Snapshot %s" % self.digest[:12]
