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
from game.models import Player, Recap, Room

NAME_LENGTH, NOTE_LENGTH, REASON_LENGTH, ERROR_LENGTH = 80, 500, 300, 300
TITLE_LENGTH, PLACE_LENGTH, MESSAGE_LENGTH = 80, 200, 1000


class Mailing(models.Model):
    """A letter on its way: the row is the truth, channels only say that there is something to do (see
    delivery.py).
    """

    REFUSED, UNREACHED, STOPPED, UNWANTED = "refused", "unreached", "stopped", "unwanted"
    CAUSES = ((REFUSED, "the mail server takes no such letter"), (UNREACHED, "every try has failed"),
              (STOPPED, "the guest wants no letters"), (UNWANTED, "something had changed meanwhile"))

    created = models.DateTimeField(default=timezone.now)
    sent = models.DateTimeField(null=True, blank=True, editable=False)
    kept = models.BooleanField(default=False, editable=False, help_text=(
        "There was no mail server: `sent` is when it was put away here."))
    # When a worker may take it; none when there is nothing to do any more. A claim moves it past the claim's
    # end.
    due = models.DateTimeField(null=True, default=timezone.now, db_index=True, editable=False)
    claimed = models.DateTimeField(null=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    failed = models.DateTimeField(null=True, editable=False)
    last_error = models.CharField(max_length=ERROR_LENGTH, blank=True, default="", editable=False)
    cause = models.CharField(max_length=9, choices=CAUSES, blank=True, default="", editable=False,
                             help_text="Why it has failed; last_error says it in words.")

    class Meta:
        abstract = True


@python_2_unicode_compatible
class GameNight(models.Model):
    """A date for a room; `uid` is that of RFC 5545. What is news for all guests has the next `sequence`:
    a new start, or that it is called off.
    """

    # None once the room is deleted: the night is called off then, and goes when its last letter has gone.
    room = models.ForeignKey(Room, null=True, on_delete=models.SET_NULL, related_name="nights")
    # None when the host's account is deleted: the night is called off then.
    host = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL,
                             related_name="nights")
    starts = models.DateTimeField(db_index=True)
    minutes = models.PositiveSmallIntegerField(default=180)
    zone = models.CharField(max_length=64, default="UTC",
                            help_text="The host's time zone, in which letters tell the time.")
    title = models.CharField(max_length=TITLE_LENGTH, blank=True, default="")
    place = models.CharField(max_length=PLACE_LENGTH, blank=True, default="",
                             help_text="Where people meet; without one it is the room's page.")
    note = models.TextField(max_length=NOTE_LENGTH, blank=True, default="", help_text="A word to all guests.")
    plus_one = models.BooleanField(default=False, help_text="Whether guests may bring somebody.")
    moved_from = models.DateTimeField(null=True, editable=False, help_text="The start before the last move.")
    uid = models.CharField(max_length=100, unique=True, editable=False)
    sequence = models.PositiveSmallIntegerField(default=0, editable=False)
    # Counts what is no news for all guests: another length, somebody who is not invited any more.
    quiet_changes = models.PositiveSmallIntegerField(default=0, editable=False)
    reason = models.CharField(max_length=REASON_LENGTH, blank=True, default="",
                              help_text="What the host says of the last new start.")
    cancelled = models.DateTimeField(null=True, blank=True, editable=False)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-starts",)

    def __str__(self):
        return "%s, %s" % (self.room_id, self.starts)

    @property
    def ends(self):
        return self.starts + datetime.timedelta(minutes=self.minutes)

    @property
    def number(self):
        """The SEQUENCE of RFC 5545 of this night's calendar entries: it grows with every change."""
        return self.sequence + self.quiet_changes


@python_2_unicode_compatible
class Invitation(Mailing):
    """One friend invited to one room. `key` is in their link and is their seat, as secret as a password."""

    ANSWERS = (("yes", "yes"), ("no", "no"), ("maybe", "maybe"))

    # A room may be cleared away before its invitations; the link still has a page.
    room = models.ForeignKey(Room, on_delete=models.SET_NULL, null=True, related_name="invitations")
    # None when the sender's account is deleted; the link still has a page.
    sender = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL,
                               related_name="invitations")
    sender_name = models.CharField(max_length=NAME_LENGTH, help_text="What the letter calls the sender.")
    # Canonical, as addresses are compared (common/email_addresses.py).
    email = models.EmailField(db_index=True)
    name = models.CharField(max_length=NAME_LENGTH, blank=True, default="")
    language = models.CharField(max_length=7, default="en")
    note = models.TextField(max_length=NOTE_LENGTH, blank=True, default="")
    key = models.CharField(max_length=KEY_LENGTH, unique=True, editable=False)
    night = models.ForeignKey(GameNight, on_delete=models.SET_NULL, null=True, blank=True,
                              related_name="invitations")
    # The start that the guest's calendar shows: of the last letter with the date that went out, None once a
    # letter took it away; and the SEQUENCE of that letter.
    in_calendar = models.DateTimeField(null=True, editable=False)
    calendar_number = models.PositiveSmallIntegerField(default=0, editable=False)
    answer = models.CharField(max_length=5, choices=ANSWERS, blank=True, default="", editable=False)
    plus = models.BooleanField(default=False, editable=False, help_text="They come, and bring somebody.")
    opened = models.DateTimeField(null=True, editable=False)
    accepted = models.DateTimeField(null=True, editable=False)
    declined = models.DateTimeField(null=True, editable=False)
    revoked = models.DateTimeField(null=True, editable=False)
    expires = models.DateTimeField(editable=False, db_index=True)
    player = models.ForeignKey(Player, on_delete=models.SET_NULL, null=True, editable=False,
                               related_name="invitations")
    same_as = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, editable=False,
                                related_name="others", help_text=(
                                    "The same guest's invitation at another address, which counts for both."))

    class Meta:
        ordering = ("-created", "pk")  # the last press first, and its guests in the order pasted

    def __str__(self):
        return "%s to %s" % (self.email, self.room_id)

    def get_absolute_url(self):
        return reverse("invitations:accept", args=[self.key])


class Notice(models.Model):
    """What a host has pressed for about a night: that all are asked who have not answered, a message, or that
    all are told what has changed beside the date; `text` is the message, or the names of what has changed.
    """

    ASK, MESSAGE, CHANGED = "ask", "message", "changed"
    KINDS = ((ASK, "are you coming?"), (MESSAGE, "message"), (CHANGED, "changed"))

    night = models.ForeignKey(GameNight, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=7, choices=KINDS)
    text = models.TextField(max_length=MESSAGE_LENGTH, blank=True, default="")
    created = models.DateTimeField(default=timezone.now)


@python_2_unicode_compatible
class NightLetter(Mailing):
    """A later letter to somebody invited: the night was set, moved or changed, is called off, begins in an
    hour, they are asked for an answer, the host says something, or they are not invited any more.
    """

    NIGHT, CANCELLED, REMINDER, WITHDRAWN = "night", "cancelled", "reminder", "withdrawn"
    ASK, MESSAGE, CHANGED = Notice.ASK, Notice.MESSAGE, Notice.CHANGED
    NEWS = NIGHT, CANCELLED, WITHDRAWN, CHANGED  # what a guest must know
    DATES = NIGHT, CHANGED  # they bring the date into calendars
    ENDS = CANCELLED, WITHDRAWN  # they take the date out of calendars
    KINDS = ((NIGHT, "set or moved"), (CANCELLED, "called off"), (REMINDER, "reminder"),
             (WITHDRAWN, "not invited any more")) + Notice.KINDS

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="letters")
    night = models.ForeignKey(GameNight, on_delete=models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=9, choices=KINDS)
    sequence = models.PositiveSmallIntegerField(
        help_text="The night's sequence that this letter tells about; of \"withdrawn\" the calendar's own, "
                  "of notices their number.")
    notice = models.ForeignKey(Notice, null=True, editable=False, on_delete=models.CASCADE,
                               related_name="letters")
    starts = models.DateTimeField(null=True, editable=False, help_text="The start that this letter tells.")

    class Meta:
        # Each is written once, however many workers think of it.
        unique_together = (("invitation", "night", "kind", "sequence"),)

    def __str__(self):
        return "%s for invitation %d" % (self.kind, self.invitation_id)


@python_2_unicode_compatible
class RecapLetter(Mailing):
    """The link to a recap for somebody invited, once for each of both."""

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="recap_letters")
    recap = models.ForeignKey(Recap, on_delete=models.CASCADE, related_name="letters")

    class Meta:
        unique_together = (("invitation", "recap"),)

    def __str__(self):
        return "Recap for invitation %d" % self.invitation_id


class Postage(models.Model):
    """One letter that a host has pressed for: what the limits of hosts and addresses are counted by.

    `created` is when it may go, which is later than the press for one that waits for its turn.
    """

    host = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="postages")
    address = models.EmailField(db_index=True, help_text="In small letters.")
    created = models.DateTimeField(default=timezone.now, db_index=True)


@python_2_unicode_compatible
class StoppedAddress(models.Model):
    """Somebody who wants no more letters from this site."""

    address = models.EmailField(unique=True)
    created = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return self.address
