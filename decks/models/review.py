"""What people say of decks and cards: favourites, proposals, reports, and cards hidden everywhere."""
from __future__ import unicode_literals

from django.conf import settings
from django.db import models
from six import python_2_unicode_compatible

from common.compat import gettext_lazy
from decks import limits

from .deck import KIND_CHOICES, Deck


class FavouriteDeck(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE,
                             related_name="favourite_decks")
    deck = models.ForeignKey(Deck, on_delete=models.CASCADE, related_name="favourites")
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = (("user", "deck"),)


@python_2_unicode_compatible
class Proposal(models.Model):
    """A card that somebody proposes to a deck; its owner, or a reviewer for decks of the site, decides."""

    WAITING, ACCEPTED, REFUSED = "waiting", "accepted", "refused"
    STATUSES = ((WAITING, "waiting"), (ACCEPTED, "accepted"), (REFUSED, "refused"))

    deck = models.ForeignKey(Deck, on_delete=models.CASCADE, related_name="proposals")
    kind = models.CharField(max_length=5, choices=KIND_CHOICES)
    text = models.TextField()
    pick = models.PositiveSmallIntegerField(default=1)
    attribution = models.CharField(max_length=limits.NAME_LENGTH, blank=True, default="")
    proposer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True,
                                 related_name="proposals")
    status = models.CharField(max_length=8, choices=STATUSES, default=WAITING, db_index=True)
    created = models.DateTimeField(auto_now_add=True)
    decided = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self):
        return self.text


@python_2_unicode_compatible
class CardReport(models.Model):
    """Somebody at a table found a card offensive, misspelt or not funny; counted by fingerprint."""

    REASONS = (("offensive", gettext_lazy("offensive")), ("typo", gettext_lazy("a typo")),
               ("unfunny", gettext_lazy("not funny")))

    kind = models.CharField(max_length=5, choices=KIND_CHOICES)
    fingerprint = models.CharField(max_length=40, db_index=True)
    text = models.TextField()
    reason = models.CharField(max_length=9, choices=REASONS)
    # Who reported, as a seat: "<room id>-<player>"; one report of a card by each.
    reporter = models.CharField(max_length=40)
    created = models.DateTimeField(auto_now_add=True)
    resolved = models.DateTimeField(null=True, db_index=True)
    resolver = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True,
                                 related_name="+")

    class Meta:
        unique_together = (("fingerprint", "kind", "reporter"),)
        ordering = ("-pk",)

    def __str__(self):
        return "%s: %s" % (self.reason, self.text)


@python_2_unicode_compatible
class HiddenCard(models.Model):
    """A card that is dealt nowhere any more, in whatever deck it is and whatever its spacing."""

    kind = models.CharField(max_length=5, choices=KIND_CHOICES)
    fingerprint = models.CharField(max_length=40)
    text = models.TextField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = (("kind", "fingerprint"),)
        ordering = ("-pk",)

    def __str__(self):
        return self.text
