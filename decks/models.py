"""Decks, their cards, and the frozen cards of a game.

Storage only: how cards get in is `importing`, what a host may choose is `catalogue`, and what a
game plays with is `snapshots`.
"""
from __future__ import unicode_literals

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from six import python_2_unicode_compatible

from decks import limits

RATING_CHOICES = (
    (limits.FAMILY, "Family: fit for every table"),
    (limits.TEEN, "Teen: cheeky"),
    (limits.ADULT, "Adult: not for children"),
)


@python_2_unicode_compatible
class Deck(models.Model):
    name = models.CharField(max_length=limits.NAME_LENGTH)
    slug = models.SlugField(max_length=limits.SLUG_LENGTH, unique=True)
    language = models.CharField(
        max_length=limits.LANGUAGE_LENGTH, default="en", help_text='A language tag such as "en" or "pt-BR".',
        validators=[RegexValidator(limits.LANGUAGE_PATTERN, 'Write a language tag such as "en" or "pt-BR".')])
    description = models.TextField(blank=True, default="")
    author = models.CharField(max_length=limits.NAME_LENGTH, blank=True, default="")
    licence = models.CharField(max_length=limits.NAME_LENGTH, blank=True, default="")
    # A deck nobody has looked at yet must not reach a family table by default.
    rating = models.CharField(max_length=10, choices=RATING_CHOICES, default=limits.ADULT)
    # "<format>/<key>" of an imported deck and the digest of what was imported; both empty for a deck made here.
    source = models.CharField(max_length=120, blank=True, default="", editable=False)
    source_digest = models.CharField(max_length=64, blank=True, default="", editable=False)
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("name", "id")

    def __str__(self):
        return self.name


@python_2_unicode_compatible
class BlackCard(models.Model):
    deck = models.ForeignKey(Deck, on_delete=models.CASCADE, related_name="black_cards")
    text = models.TextField(help_text='One "_" for each blank.')
    pick = models.PositiveSmallIntegerField(
        default=1, validators=[MinValueValidator(1), MaxValueValidator(limits.MAX_PICK)])
    draw = models.PositiveSmallIntegerField(
        default=0, validators=[MaxValueValidator(limits.MAX_PICK)],
        help_text="How many more cards each player gets before playing.")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("deck", "position", "id")

    def __str__(self):
        return self.text


@python_2_unicode_compatible
class WhiteCard(models.Model):
    deck = models.ForeignKey(Deck, on_delete=models.CASCADE, related_name="white_cards")
    text = models.TextField()
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("deck", "position", "id")

    def __str__(self):
        return self.text


@python_2_unicode_compatible
class Snapshot(models.Model):
    """The frozen cards of a game. Never changed once written, and shared by all games with the same cards."""

    digest = models.CharField(max_length=64, unique=True)
    black = models.TextField()
    white = models.TextField()
    created = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return "Snapshot %s" % self.digest[:12]
