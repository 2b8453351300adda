"""What a deck was before, and imports that people look at before they are stored."""
from __future__ import unicode_literals

from django.conf import settings
from django.db import models
from six import python_2_unicode_compatible

from decks import limits

from .deck import Deck


@python_2_unicode_compatible
class DeckVersion(models.Model):
    """A published deck as it stood after a change: who, when, and what it was (decks/history/versions.py
    reads and writes that).

    `base` is the number of the version before this one, or of this one itself, that holds all cards; between
    them each holds what differs from the one before. None: `document` is our deck file, as all versions once
    were, and `facts` is empty.
    """

    deck = models.ForeignKey(Deck, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    note = models.CharField(max_length=limits.NAME_LENGTH, blank=True, default="")
    base = models.PositiveIntegerField(null=True, editable=False)
    facts = models.TextField(blank=True, default="", editable=False,
                             help_text="JSON: what the deck said of itself.")
    document = models.TextField()
    cards = models.PositiveIntegerField(default=0, editable=False, help_text="How many the deck had.")
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = (("deck", "number"),)
        ordering = ("-number",)

    def __str__(self):
        return "Version %d of deck %d" % (self.number, self.deck_id)


@python_2_unicode_compatible
class ImportJob(models.Model):
    """An import that was looked at before it is stored, or that runs in the background.

    `content` is base64.
    """

    WAITING, QUEUED, RUNNING = "waiting", "queued", "running"
    DONE, FAILED, UNDONE = "done", "failed", "undone"
    STATUSES = tuple((status, status) for status in (WAITING, QUEUED, RUNNING, DONE, FAILED, UNDONE))

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="imports")
    deck = models.ForeignKey(Deck, on_delete=models.CASCADE, null=True, related_name="imports",
                             help_text="None: each pack of the file becomes a deck of its own.")
    file_name = models.CharField(max_length=limits.NAME_LENGTH, blank=True, default="")
    content = models.TextField(editable=False)
    report = models.TextField(default="", editable=False,
                              help_text="Every row of the dry run: CSV, packed by zlib, as base64.")
    options = models.TextField(default="{}", help_text="JSON of what was chosen: mode, rating, language.")
    status = models.CharField(max_length=7, choices=STATUSES, default=WAITING, db_index=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    result = models.TextField(default="{}",
                              help_text="JSON: counts, what went wrong, the versions that were made.")
    created = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self):
        return "%s, %s" % (self.file_name or "pasted", self.status)
