"""A room's game night as those see it who have a seat there, on the page of the room and at home.

It tells nobody's address and no key. Writes nothing.
"""
from __future__ import unicode_literals

from collections import Counter, OrderedDict

from django.utils import timezone

from common.clock import in_ms
from common.compat import json_dumps, reverse
from game.models import Room
from game.rooms import services
from invitations import remembered, same_guest
from invitations.mail import add_to_calendar, dates, sanitize
from invitations.models import GameNight
from invitations.words import ANSWERS

FACES = 8


def current(room):
    """The GameNight that this room looks forward to, or is having; None when there is none."""
    return _ahead([room.pk]).get(room.pk)


def page_of(room):
    """The address of the room's page; with a date ahead it opens with that."""
    return room.get_absolute_url() + ("#night" if current(room) else "")


def document(night):
    """What scripts show of a GameNight:

    {"starts", "moved_from": ms since 1970, None for a night that was never moved; "zone": a name; "hours";
     "title", "place", "note": "" for none; "plus_one": whether guests may bring somebody;
     "answers": {"yes": 2, "maybe": 1}; "plus": how many come along; "open": how many have not answered;
     "people": [{"id": of the invitation, "seat", "name", "answer", "plus"}] of who has, yes first; "" for a
     guest without a name or without a seat;
     "guests": the seats of all who may answer;
     "calendar": {"google", "outlook", "ics"}: addresses}
    """
    guests = counted(night)
    people = _people(guests)
    file = reverse("invitations:night_calendar", args=[night.room.code])
    return {"starts": in_ms(night.starts), "moved_from": in_ms(night.moved_from), "zone": night.zone,
            "hours": night.minutes // 60, "title": night.title, "place": night.place, "note": night.note,
            "plus_one": night.plus_one, "answers": dict(Counter(one["answer"] for one in people)),
            "plus": len([one for one in people if one["plus"]]), "open": len(guests) - len(people),
            "people": people, "guests": [_seat_of(guest) for guest in guests if guest.player],
            "calendar": dict(add_to_calendar.links(night), ics=file)}


def mark_of(night):
    """A text that says which start of a GameNight a page shows: another start has another one."""
    return "%d" % in_ms(night.starts)


def of_seats(players):
    """{room id: what home says} of the nights ahead in the rooms where these Players sit: {"starts": a
    moment, "day", "clock", "zone": in words, "zone_name", "title", "place", "tally": [(2, "yes")], "plus":
    how many come along, "faces": initials of who comes, "mine": {"url", "starts": mark_of, "answer",
    "answers": [(answer, word)], "plus", "plus_one": whether they may bring somebody} of a Player who may
    answer, else None}.
    """
    seats = {player.room_id: player.pk for player in players}
    return {room: _at_home(night, lambda guest, seat=seats[room]: guest.player_id == seat)
            for room, night in _ahead(seats).items()}


def of_guests(session, taken):
    """[(room code, who invites, the room's page for guests, what home says)] of the nights that this session
    has answered by links, without those of rooms (ids) where a seat is `taken`. It tells nobody who comes.
    """
    mine = OrderedDict((one.room_id, one) for one in reversed(remembered.of(session))
                       if one.room_id not in taken and one.declined is None)
    found = []
    for room, night in _ahead(mine).items():
        one = mine[room]
        if one.night_id != night.pk:
            continue
        keys = {one.pk, one.same_as_id}
        home = _at_home(night, lambda guest, keys=keys: guest.pk in keys)
        page = reverse("invitations:invited", args=[one.room.code])
        found.append((one.room.code, sanitize.harmless_line(one.sender_name), page,
                      dict(home, tally=[], faces=[], plus=0)))
    return found


def tell(room_id):
    """Bring the night of this room, or that it has none, to the screens of all who have a seat there."""
    room = Room.objects.filter(pk=room_id).first()
    if room is not None:
        night = current(room)
        shown = document(night) if night else None
        services.tell_seats(room.pk, json_dumps({"type": "night", "night": shown}))


def _at_home(night, is_mine):
    guests = counted(night)
    people = _people(guests)
    mine = next((guest for guest in guests if is_mine(guest)), None)
    counts = Counter(one["answer"] for one in people)
    said = dates.in_words(night.starts, night.zone)
    return dict(
        said, clock=dates.unbroken(said["clock"]), title=night.title, place=night.place,
        tally=[(counts[answer], word) for answer, word in ANSWERS.items() if counts[answer]],
        plus=len([one for one in people if one["plus"]]),
        faces=[_initials(one["name"]) for one in people if one["answer"] == "yes"][:FACES],
        mine=mine and {"url": reverse("invitations:answer_at_home", args=[night.room.code]),
                       "answer": mine.answer, "answers": ANSWERS.items(), "plus": mine.plus,
                       "plus_one": night.plus_one, "starts": mark_of(night)})


def counted(night):
    """[Invitation] of all who count, each once: whoever has declined, is not invited any more or was removed
    from the table has left the tally.
    """
    guests = night.invitations.filter(revoked=None, declined=None).exclude(player__kicked=True)
    return sorted(same_guest.once(guests.select_related("player")), key=lambda guest: guest.pk)


def _people(guests):
    people = [{"id": guest.pk, "seat": _seat_of(guest) if guest.player else "",
               "name": guest.player.name if guest.player else sanitize.harmless_line(guest.name),
               "answer": guest.answer, "plus": guest.plus} for guest in guests if guest.answer]
    return sorted(people, key=lambda one: list(ANSWERS).index(one["answer"]))


def _seat_of(guest):
    return "%d" % guest.player.number


def _initials(name):
    """As static/js/room/views/parts.js has them: "AB" for "Ann Bo", "AN" for "Ann"."""
    words = name.split()
    return (words[0][:1] + words[-1][:1] if len(words) > 1 else "".join(words)[:2] or "?").upper()


def _ahead(ids):
    """{room id: GameNight} of those of these rooms that have one; the soonest where there are several."""
    nights = GameNight.objects.filter(room__in=ids, cancelled=None).select_related("room")
    return {night.room_id: night for night in nights.defer("room__state") if night.ends > timezone.now()}
