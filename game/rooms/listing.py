"""The list of open rooms, which hosts put theirs into for strangers to find.

A room is shown while somebody is here, a seat is free and no game has ended in it; never one with a
password, nor a locked one. Of its people the list tells the host's name and how many they are; of its decks
the names of those that everybody is offered.
"""
from __future__ import unicode_literals

import datetime
from typing import Any, List, NamedTuple, Text

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext_noop as N_

from common.compat import gettext
from decks.catalogue import browsing, selection
from decks.limits import FAMILY, RATINGS
from decks.models import Deck
from decks.staging import chunks
from game.models import Room, RoomReport
from game.moves import storage
from game.rooms import caps
from game.rooms.summary import summary_of

# What is looked at: rooms that were used lately, the last ones first. What was found is kept for a moment.
MOST, LATELY, KEPT_SECONDS = 200, datetime.timedelta(hours=3), 5
KEPT = "open-rooms"
SHOWN_DECKS = 3
PASSWORD = N_("A room with a password stays among friends.")
LOCKED = N_("The room is locked: nobody new may sit down.")
BARRED = N_("An administrator keeps this room off the list.")

OpenRoom = NamedTuple("OpenRoom", [
    ("code", Text), ("url", Text), ("host", Text), ("here", int), ("free", int), ("phase", Text),
    ("decks", List[Text]), ("more", int), ("languages", List[Text]), ("rating", Text)])


def why_not(room):
    # type: (Room) -> str
    """Why this room cannot be in the list, "" where it can."""
    return (gettext(PASSWORD) if room.password else gettext(BARRED) if room.barred else
            gettext(LOCKED) if _is_locked(room) else "")


def wish(room):
    # type: (Room) -> dict[str, Any]
    """{"listed", "why_not"}, as the host's page has them."""
    return {"listed": room.listed, "why_not": why_not(room)}


def show(room, listed):
    # type: (Room, bool) -> bool
    """Put the room into the list, or take it out. Returns whether it is in it now."""
    rooms = Room.objects.filter(pk=room.pk)
    if listed and not why_not(room):
        rooms.filter(password="", barred=False).update(listed=True)
    elif not listed:
        rooms.update(listed=False)
    forget()
    return rooms.filter(listed=True).exists()


def bar(rooms):
    # type: (Any) -> int
    """Take these rooms off the list for good, and settle what was reported about them. Returns how many."""
    ids = list(rooms.values_list("pk", flat=True))
    RoomReport.objects.filter(room__in=ids, resolved=None).update(resolved=timezone.now())
    count = Room.objects.filter(pk__in=ids).update(listed=False, barred=True)
    forget()
    return count


def report(room, reason):
    # type: (Room, str) -> bool
    """Keep that a room of the list was reported, once for each reason until it is settled. Returns whether it
    is in the list at all.
    """
    shown = next((one for one in open_rooms() if one.code == room.code), None)
    if shown is not None and reason in dict(RoomReport.REASONS):
        RoomReport.objects.get_or_create(room=room, reason=reason, resolved=None, defaults={
            "said": ", ".join([shown.host] + shown.decks)})
    return shown is not None


def open_rooms(language="", rating=""):
    # type: (str, str) -> list[OpenRoom]
    """The rooms of the list, those used last first: with decks in this language, and for people of this
    rating, the gentler ones too.
    """
    found = _all()
    if language:
        found = [room for room in found if language in room.languages]
    if rating in RATINGS:
        fit = RATINGS[:RATINGS.index(rating) + 1]
        found = [room for room in found if room.rating in fit]
    return found


def languages():
    # type: () -> list[tuple[str, str]]
    """[(tag, name)] of what is played in these rooms, by name."""
    tags = {tag for room in _all() for tag in room.languages}
    return sorted(((tag, browsing.language_name(tag)) for tag in tags), key=lambda pair: pair[1].lower())


def forget():
    # type: () -> None
    """Look anew the next time, in all processes."""
    cache.delete(KEPT)


def _all():
    # type: () -> list[OpenRoom]
    kept = cache.get(KEPT)
    if kept is None:
        kept = [list(room) for room in _look()]
        cache.set(KEPT, kept, KEPT_SECONDS)
    return [OpenRoom(*room) for room in kept]


def _look():
    # type: () -> list[OpenRoom]
    rooms = list(Room.objects.filter(listed=True, barred=False, password="",
                                     used__gt=timezone.now() - LATELY)[:MOST])
    rooms = [room for room in rooms if not _is_locked(room)]
    seen = [(room, summary_of(room), _decks_of(room)) for room in rooms]
    ids = {deck["id"] for _, _, decks in seen for deck in decks}
    ratings, public = {}, set()  # type: dict[int, str], set[int]
    for some in chunks(ids):
        ratings.update(Deck.objects.filter(pk__in=some).values_list("pk", "rating"))
        public.update(selection.listed().filter(pk__in=some).values_list("pk", flat=True))
    found = [_open_room(room, told, decks, ratings, public) for room, told, decks in seen]
    return [room for room in found if room.here and room.free > 0 and room.phase not in ("", "game_over")]


def _decks_of(room):
    # type: (Room) -> list[dict[str, Any]]
    try:
        return list(storage.read_state(room.state)["decks"])
    except storage.Busy:
        return []


def _settings_of(room):
    # type: (Room) -> dict[str, Any]
    try:
        return dict(storage.read_state(room.state)["settings"])
    except storage.Busy:
        return {}


def _is_locked(room):
    # type: (Room) -> bool
    return _settings_of(room).get("door") == "locked"


def _open_room(room, told, decks, ratings, public):
    # type: (Room, dict[str, Any], list[dict[str, Any]], dict[int, str], set[int]) -> OpenRoom
    names = [deck["name"] for deck in decks if deck["id"] in public]
    worst = max([RATINGS.index(ratings.get(deck["id"], RATINGS[-1])) for deck in decks] or [0])
    return OpenRoom(
        room.code, room.get_absolute_url(), told["host"], len(told["here"]),
        caps.seats_at_once() - len(told["players"]), told["phase"], names[:SHOWN_DECKS],
        len(decks) - len(names[:SHOWN_DECKS]),
        sorted({deck["language"] for deck in decks if deck.get("language")}),
        RATINGS[worst] if decks else FAMILY)
