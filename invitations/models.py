"""Invitations, the letters that go out for them, and game nights.

Storage only; `services`, `nights` and `guests` write.
"""
from __future__ import unicode_literals

import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from six import python_2_unicode_compatible

from common.compat import reverse
from game.codes import KEY_LENGTH
from game.models import Player, Room

NAME_LENGTH, NOTE_LENGTH, ERROR_LENGTH = 80, 500, 300


class Mailing(models.Model):
    """A letter on its way: the row is the truth, channels only say that there is something to do (see
    delivery.py).
    """

    created = models.DateTimeField(auto_now_add=True)
    sent = models.DateTimeField(null=True, blank=True, editable=False)
    # When a worker may take it; none when there is nothing to do any more. A claim moves it past the claim's
    # end.
    due = models.DateTimeField(null=True, default=timezone.now, db_index=True, editable=False)
    claimed = models.DateTimeField(null=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    failed = models.DateTimeField(null=True, editable=False)
    last_error = models.CharField(max_length=ERROR_LENGTH, blank=True, default="", editable=False)

    class Meta:
        abstract = True


@python_2_unicode_compatible
class GameNight(models.Model):
    """A date for a room. `uid` and `sequence` are those of RFC 5545: each change has the next sequence."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="nights")
    host = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="nights")
    starts = models.DateTimeField(db_index=True)
    minutes = models.PositiveSmallIntegerField(default=180)
    zone = models.CharField(max_length=64, default="UTC",
                            help_text="The host's time zone, in which letters tell the time.")
    uid = models.CharField(max_length=100, unique=True, editable=False)
    sequence = models.PositiveSmallIntegerField(default=0, editable=False)
    cancelled = models.DateTimeField(null=True, blank=True, editable=False)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-starts",)

    def __str__(self):
        return "%s, %s" % (self.room_id, self.starts)

    @property
    def ends(self):
        return self.starts + datetime.timedelta(minutes=self.minutes)


@python_2_unicode_compatible
class Invitation(Mailing):
    """One friend invited to one room. `key` is in their link and is their seat, as secret as a password."""

    ANSWERS = (("yes", "yes"), ("no", "no"), ("maybe", "maybe"))

    # A room may be cleared away before its invitations; the link still has a page.
    room = models.ForeignKey(Room, on_delete=models.SET_NULL, null=True, related_name="invitations")
    sender = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="invitations")
    sender_name = models.CharField(max_length=NAME_LENGTH, help_text="What the letter calls the sender.")
    # In small letters, as addresses are compared.
    email = models.EmailField(db_index=True)
    name = models.CharField(max_length=NAME_LENGTH, blank=True, default="")
    language = models.CharField(max_length=7, default="en")
    note = models.TextField(max_length=NOTE_LENGTH, blank=True, default="")
    key = models.CharField(max_length=KEY_LENGTH, unique=True, editable=False)
    night = models.ForeignKey(GameNight, on_delete=models.SET_NULL, null=True, blank=True,
                              related_name="invitations")
    answer = models.CharField(max_length=5, choices=ANSWERS, blank=True, default="", editable=False)
    opened = models.DateTimeField(null=True, editable=False)
    accepted = models.DateTimeField(null=True, editable=False)
    declined = models.DateTimeField(null=True, editable=False)
    revoked = models.DateTimeField(null=True, editable=False)
    expires = models.DateTimeField(editable=False, db_index=True)
    player = models.ForeignKey(Player, on_delete=models.SET_NULL, null=True, editable=False,
                               related_name="invitations")

    class Meta:
        ordering = ("-pk",)

    def __str__(self):
        return "%s to %s" % (self.email, self.room_id)

    def get_absolute_url(self):
        return reverse("invitations:accept", args=[self.key])


@python_2_unicode_compatible
class NightLetter(Mailing):
    """A later letter to somebody invited: the night was set or moved, is called off, or begins in an hour."""

    NIGHT, CANCELLED, REMINDER = "night", "cancelled", "reminder"
    KINDS = ((NIGHT, "set or moved"), (CANCELLED, "called off"), (REMINDER, "reminder"))

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="letters")
    night = models.ForeignKey(GameNight, on_delete=models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=9, choices=KINDS)
    sequence = models.PositiveSmallIntegerField(
        help_text="The night's sequence that this letter tells about.")

    class Meta:
        # Each is written once, however many workers think of it.
        unique_together = (("invitation", "night", "kind", "sequence"),)

    def __str__(self):
        return "%s for invitation %d" % (self.kind, self.invitation_id)


class Postage(models.Model):
    """One letter that a host has pressed for: what the limits of hosts and addresses are counted by."""

    host = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="postages")
    address = models.EmailField(db_index=True, help_text="In small letters.")
    created = models.DateTimeField(auto_now_add=True, db_index=True)


@python_2_unicode_compatible
class StoppedAddress(models.Model):
    """Somebody who wants no more letters from this site."""

    address = models.EmailField(unique=True)
    created = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return self.address
