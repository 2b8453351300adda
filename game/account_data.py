"""What the game keeps about people with an account: their seats,
rounds and hearts (accounts/account_data.py).
"""
from __future__ import unicode_literals

from django.db.models import Q

from accounts.account_data import Busy, Section
from common.compat import gettext, json_loads
from game.history import favourites, past_games
from game.models import Favourite, Player, Recap, Room, RoundResult
from game.rooms import ownership, services
from game.rooms.summary import summary_of
from game.seats.sessions import LOOK, REMOVED, SEATS, WATCHED, keep_out

KEYS = (SEATS, REMOVED)
SESSION_NAMES = KEYS + (LOOK,)
HOSTED = 20


def useful(sessions):
    """Those with a seat that is there still, which have been let into a room that is there still, or must
    stay out of one.
    """
    keys = {key for content in sessions.values() for key in _keys(content)}
    codes = {code for content in sessions.values() for code in content.get(WATCHED, [])}
    held = set(Player.objects.filter(key__in=keys).values_list("key", flat=True))
    there = set(Room.objects.filter(code__in=codes).values_list("code", flat=True))
    return {name for name, content in sessions.items()
            if held.intersection(_keys(content))
            or there.intersection(content.get(WATCHED, []))}


def adopt(user, session):
    """The seats of this browser become the account's; those of other accounts leave the browser."""
    seats = session.get(SEATS, {})
    foreign = ownership.adopt(user, list(seats.values()))
    if foreign:
        session[SEATS] = {code: key for code, key in seats.items() if key not in foreign}
        _let_in_anew(Player.objects.filter(key__in=foreign))


def introduction(session):
    """The nickname in the seat of this browser that was used last, if no account has that seat."""
    keys = list(session.get(SEATS, {}).values())
    seat = Player.objects.filter(key__in=keys, user=None, kicked=False).order_by("-room__used", "-pk").first()
    return {"name": seat.name} if seat else {}


def access_changed(user, belongings):
    """Close the sockets of this person's seats: those that still have a session with the seat come back by
    themselves.

    Sockets do not know what became of their session, so all devices of a seat are asked, for the second it
    takes.
    """
    keys = list(belongings.get(SEATS, {}).values())
    _let_in_anew(Player.objects.filter(Q(user=user) | Q(key__in=keys)))


def signed_out(user, belongings, session):
    """Whom a host has removed stays out in this browser."""
    mine = Q(user=user) | Q(key__in=_keys(belongings))
    keep_out(session, Player.objects.filter(mine, kicked=True).select_related("room"))


def sections(user):
    """Best answers, past games, and the rooms this person hosts."""
    games, wins = past_games.past_games(user)
    return [
        Section(gettext("Best answers"), "game/profile/plays.html",
                {"plays": past_games.winning_plays(user), "wins": wins}),
        Section(gettext("Past games"), "game/profile/games.html", {"games": games}),
        Section(gettext("Rooms I host"), "game/profile/rooms.html", {"rooms": _hosted(user)}),
    ]


def export(user):
    """Seats without their keys, the rounds this person played or judged in, the favourites, and the links to
    recaps, without their keys too.
    """
    seats = {seat.room_id: seat for seat in
             Player.objects.filter(user=user).select_related("room").defer("room__state").order_by("joined")}
    rounds = RoundResult.objects.filter(room__players__user=user).order_by("created", "pk")
    return {
        "seats": [{"room": seat.room.code, "player": seat.number, "name": seat.name,
                   "joined": seat.joined.isoformat(), "face": seat.face, "colour": seat.colour,
                   "kicked": seat.kicked} for seat in seats.values()],
        "rounds": [entry for entry in (_round(result, seats[result.room_id]) for result in rounds) if entry],
        "favourites": [{"room": heart.result.room.code, "game": heart.result.game,
                        "round": heart.result.round,
                        "black": heart.result.black,
                        "cards": favourites.own_cards(heart.result, seats[heart.result.room_id]) or []}
                       for heart in Favourite.objects.filter(user=user).select_related("result__room").defer(
                           "result__room__state") if heart.result.room_id in seats],
        "recaps": [{"room": recap.room.code, "game": recap.game, "made": recap.created.isoformat(),
                    "expires": recap.expires.isoformat()}
                   for recap in Recap.objects.filter(player__user=user).select_related("room").defer(
                       "room__state")],
    }


def forget(user):
    """Free the seats, take the name out of tables and histories, and drop the hearts and the
    links to recaps.
    """
    Recap.objects.filter(player__user=user).delete()
    try:
        for seat in Player.objects.filter(user=user):
            ownership.let_go(seat)
            services.disconnect(seat.room_id, seat.number, "not_admitted")
    except services.Busy:
        raise Busy()
    Favourite.objects.filter(user=user).delete()


def _keys(content):
    """The keys of seats in what a session keeps."""
    return [key for name in KEYS for key in content.get(name, {}).values()]


def _let_in_anew(players):
    for room, number in players.values_list("room", "number"):
        services.disconnect(room, number, "access_changed")


def _hosted(user):
    """Rooms this person has opened or was given, the last used first."""
    seats = Player.objects.filter(user=user,
                                  kicked=False).select_related("room").order_by("-room__used")[:HOSTED]
    seen = [(seat, summary_of(seat.room)) for seat in seats]
    return [{"code": seat.room.code, "url": seat.room.get_absolute_url(), "phase": room["phase"],
             "players": [name for number, name in room["players"].items() if number != room["opener"]]}
            for seat, room in seen if room["opener"] == "%d" % seat.number]


def _round(result, seat):
    """What this person did in a round, or None; what the others played is theirs."""
    own = next((play for play in json_loads(result.plays) if play.get("player") == seat.number), None)
    judged = result.judge_id == seat.pk
    if own is None and not judged:
        return None
    won = favourites.own_cards(result, seat) is not None
    return {"room": seat.room.code, "game": result.game, "round": result.round,
            "date": result.created.isoformat(),
            "black": result.black, "cards": own["cards"] if own else [], "judged": judged, "won": won,
            "points": own.get("points", int(won)) if own else 0}
