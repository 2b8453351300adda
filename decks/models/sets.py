"""Sets of decks: "Official", "German", "Our office". A host takes a whole one with one tap."""
from __future__ import unicode_literals

from django.conf import settings
from django.db import models
from six import python_2_unicode_compatible

from decks import limits

from .deck import Deck


@python_2_unicode_compatible
class DeckSet(models.Model):
    """Decks under one name: the site's, offered to everybody, or a choice that somebody has kept for
    themselves.

    While one of the site's is switched off, so are its decks that stand in no other one.
    """

    name = models.CharField(max_length=limits.NAME_LENGTH)
    description = models.CharField(max_length=limits.NAME_LENGTH, blank=True, default="")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True,
                              related_name="deck_sets", help_text="Nobody: the set is the site's.")
    decks = models.ManyToManyField(Deck, related_name="sets", blank=True)
    position = models.PositiveSmallIntegerField(default=0, help_text="Smaller ones stand first.")
    off = models.BooleanField("switched off", default=False,
                              help_text="Not offered on this site, nor are decks that stand in no other set.")
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("position", "name", "id")

    def __str__(self):
        return self.name
