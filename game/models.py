"""Rooms, the people who sit in them, and what happened in their games.

Storage only; `services` is the writer.
"""
from __future__ import unicode_literals

from django.conf import settings
from django.db import models
from six import python_2_unicode_compatible

from common.compat import gettext_lazy, reverse
from common.names import NAME_LENGTH
from game.codes import CODE_LENGTH, KEY_LENGTH


@python_2_unicode_compatible
class Room(models.Model):
    """One table. `state` is JSON (game/rules/stored/schema.py), `version` counts its commits."""

    code = models.CharField(max_length=CODE_LENGTH, unique=True)
    version = models.IntegerField(default=1)
    state = models.TextField(editable=False)
    password = models.CharField(max_length=128, blank=True, default="", editable=False)
    listed = models.BooleanField(default=False, db_index=True, help_text=(
        "In the list of open rooms, while somebody is here and a seat is free."))
    barred = models.BooleanField("kept off the list", default=False, help_text=(
        "The host cannot show it in the list of open rooms."))
    # Where the same group went on, after a press of the host.
    next = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, editable=False,
                             related_name="before")
    created = models.DateTimeField(auto_now_add=True)
    # Whole seconds are enough to find rooms that nobody uses any more, so commits need not write a new time
    # each.
    used = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ("-used",)

    def __str__(self):
        return self.code

    def get_absolute_url(self):
        return reverse("game:room", args=[self.code])


@python_2_unicode_compatible
class Player(models.Model):
    """A seat: one person in one room. `key` opens it from any device, so it is as secret as a password.

    The room's state says who sits there now, and so who has which name.
    """

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="players")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=NAME_LENGTH)
    key = models.CharField(max_length=KEY_LENGTH, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="players")
    kicked = models.BooleanField(default=False)
    # How they look (game/rules/looks.py); 0 for those who have not come since there are faces.
    face = models.PositiveSmallIntegerField(default=0)
    colour = models.PositiveSmallIntegerField(default=0)
    joined = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = (("room", "number"), ("room", "user"))
        ordering = ("number",)

    def __str__(self):
        return "%s in %s" % (self.name, self.room_id)


@python_2_unicode_compatible
class SeatRequest(models.Model):
    """Somebody without a seat asks for that of `player`; without one for a new seat, under the name and with
    the face and colour given. `visitor` is the mark of their session. Waits while `answer` is empty.
    """

    YES, NO, DONE = "yes", "no", "done"

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="seat_requests")
    player = models.ForeignKey(Player, on_delete=models.CASCADE, null=True, related_name="requests")
    name = models.CharField(max_length=NAME_LENGTH, default="")
    face = models.PositiveSmallIntegerField(default=0)
    colour = models.PositiveSmallIntegerField(default=0)
    visitor = models.CharField(max_length=KEY_LENGTH)
    answer = models.CharField(max_length=4, blank=True, default="")
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = (("room", "visitor"),)
        ordering = ("pk",)

    def __str__(self):
        return "Request %d for a seat in %s" % (self.pk, self.room_id)


@python_2_unicode_compatible
class LinePlace(models.Model):
    """Somebody who waits for a free seat, by the mark of their session: since when, when they last looked,
    and when a seat was offered to them.
    """

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="line")
    visitor = models.CharField(max_length=KEY_LENGTH)
    since = models.DateTimeField(auto_now_add=True)
    seen = models.DateTimeField()
    offered = models.DateTimeField(null=True)

    class Meta:
        unique_together = (("room", "visitor"),)
        ordering = ("since", "pk")

    def __str__(self):
        return "Place %d in the line of %s" % (self.pk, self.room_id)


@python_2_unicode_compatible
class RoundResult(models.Model):
    """A judged round, in words that outlive its deck and its players.

    `plays` is JSON: [{"player": 1, "name": "Ann", "cards": ["a duck"], "won": true, "points": 1}, ...] in the
    order of the reveal; `votes` too where the table voted, `likes` where there were any; older rounds have no
    `points`. Names pass from one to another: whose play it is says the number of the seat alone. There is no
    `judge` where the table voted; `winner` is the first of those who share the best place. The judge may have
    written the black card.
    """

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="results")
    game = models.PositiveIntegerField()
    round = models.PositiveIntegerField()
    black = models.TextField()
    black_written = models.BooleanField(default=False, editable=False)
    pick = models.PositiveSmallIntegerField()
    plays = models.TextField()
    judge = models.ForeignKey(Player, on_delete=models.SET_NULL, null=True, related_name="judged_rounds")
    winner = models.ForeignKey(Player, on_delete=models.SET_NULL, null=True, related_name="won_rounds")
    created = models.DateTimeField(auto_now_add=True)
    counted = models.BooleanField(default=False, db_index=True, editable=False)

    class Meta:
        unique_together = (("room", "game", "round"),)
        ordering = ("-game", "-round")

    def __str__(self):
        return "Round %d of game %d in %s" % (self.round, self.game, self.room_id)


@python_2_unicode_compatible
class PlayedGame(models.Model):
    """A game that was begun, for the statistics of its decks; `counting` reads it and says what is counted.

    `decks` is JSON: the ids of its decks, `added` of those that came while it ran. `left` is JSON: the white
    cards, as numbers of the snapshot `cards`, that were in hands when it ended and are not counted yet.
    """

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="games")
    game = models.PositiveIntegerField()
    decks = models.TextField()
    added = models.TextField(default="[]")
    cards = models.PositiveIntegerField(db_index=True)
    begun = models.DateTimeField(auto_now_add=True)
    ended = models.DateTimeField(null=True)
    left = models.TextField(default="[]")
    begin_counted = models.BooleanField(default=False, db_index=True)
    end_counted = models.BooleanField(default=False, db_index=True)

    class Meta:
        unique_together = (("room", "game"),)

    def __str__(self):
        return "Game %d in %s" % (self.game, self.room_id)


@python_2_unicode_compatible
class Favourite(models.Model):
    """A heart that somebody gave to a play of their own that won."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE,
                             related_name="favourite_plays")
    result = models.ForeignKey(RoundResult, on_delete=models.CASCADE, related_name="favourites")
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = (("user", "result"),)
        ordering = ("-created",)

    def __str__(self):
        return "Favourite %s of %s" % (self.result_id, self.user_id)


@python_2_unicode_compatible
class RoomReport(models.Model):
    """Somebody found the name or the decks of an open room not fit for the list; `said` is what it showed
    then.
    """

    REASONS = (("name", gettext_lazy("the name")), ("decks", gettext_lazy("the decks")),
               ("other", gettext_lazy("something else")))

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="reports")
    reason = models.CharField(max_length=5, choices=REASONS)
    said = models.TextField(default="")
    created = models.DateTimeField(auto_now_add=True)
    resolved = models.DateTimeField(null=True, db_index=True, editable=False)

    class Meta:
        ordering = ("-pk",)

    def __str__(self):
        return "%s of room %s" % (self.get_reason_display(), self.room_id)


@python_2_unicode_compatible
class Recap(models.Model):
    """A page about one game that whoever has its link may read until it expires; `key` is in the link.

    `scores` is JSON: {number of the seat: points} as the table had them at the end, {} where it has gone on.
    """

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="recaps")
    game = models.PositiveIntegerField()
    key = models.CharField(max_length=KEY_LENGTH, unique=True, editable=False)
    # Who has made the link; they and the host may withdraw it.
    player = models.ForeignKey(Player, on_delete=models.SET_NULL, null=True, related_name="recaps")
    scores = models.TextField(default="{}", editable=False)
    created = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField(db_index=True)

    class Meta:
        unique_together = (("room", "game"),)
        ordering = ("-pk",)

    def __str__(self):
        return "Recap of game %d in %s" % (self.game, self.room_id)

    def get_absolute_url(self):
        return reverse("game:recap", args=[self.key])
