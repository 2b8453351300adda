"""What the pages fetch: decks to choose from, the history, QR codes, tokens."""
from __future__ import unicode_literals

import re

from django.db.models import Q
from django.http import Http404, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_POST, require_safe

from common.compat import gettext, json_loads, reverse
from common.limits import ratelimits
from common.web import sites
from common.web.http import client_address
from common.web.qr import qr_response
from decks.catalogue import dedupe, selection, sets, sharing
from decks.models import Deck
from game import rules
from game.history.past_games import bot_that_won
from game.history.plays import worth_reading
from game.models import RoundResult
from game.moves import batches
from game.seats.lookup import find_admitted, find_room

ROUNDS = 200
KNOWN_ROUND = re.compile(r"([0-9]{1,9})\.([0-9]{1,9})$")
# Comparing the cards of big decks keeps a process busy for half a second.
LOOKS = "20/m"
MOST_DOUBLES = 100


@never_cache
@require_safe
def decks(request, code):
    """Decks to choose from, each with how many players it serves alone, and sets of them;
    `q` looks for words among all decks.
    """
    room, player = find_admitted(request, code)
    state = batches.load(room.pk).state
    user = player.user if player else None
    codes = sharing.codes_of(request.session)
    found = selection.choices(user, codes,
                              request.GET.get("q", "")[:sharing.LONGEST],
                              [deck["id"] for deck in state["decks"]])
    return JsonResponse({"decks": [_with_players(state, deck) for deck in found],
                         "more": len(found) >= selection.MOST,
                         "sets": sets.offered(user or request.user, codes)})


@never_cache
@require_POST
def deck_of_code(request, code):
    """The deck with the share code that was typed; this browser may choose it from then on."""
    room, player = find_admitted(request, code)
    typed = sharing.tidy_code(request.POST.get("code", "")[:sharing.LONGEST])
    try:
        deck = sharing.find(typed, player.user if player else None, request.session, client_address(request))
    except sharing.WrongCodeError:
        said = gettext("No deck has this code. It has eight letters and digits; look once more.")
        return JsonResponse({"message": said}, status=404)
    except sharing.TooManyCodesError:
        return JsonResponse({"message": gettext("That were many codes. Please wait ten minutes and try "
                                                "again.")},
                            status=429)
    found = selection.described(Deck.objects.filter(pk=deck.pk), player.user if player else None)
    return JsonResponse({"deck": _with_players(batches.load(room.pk).state, found[0])})


@never_cache
@require_safe
def doubles(request, code):
    """{"cards": dedupe.undealt of the chosen decks, "more": how many there are besides}; for the host,
    who chose them.
    """
    room, player = find_admitted(request, code)
    state = batches.load(room.pk).state
    if player is None or not rules.has_power(state, "%d" % player.number):
        raise Http404("Only the host chooses decks.")
    if ratelimits.hit("room-doubles", room.pk, LOOKS):
        return JsonResponse({"message": gettext("That was looked for just now. Try again in a "
                                                "minute.")}, status=429)
    found = dedupe.undealt([deck["id"] for deck in state["decks"]])
    return JsonResponse({"cards": found[:MOST_DOUBLES], "more": max(0, len(found) - MOST_DOUBLES)})


@never_cache
@require_safe
def history(request, code):
    """The judged rounds, newest first; with `after` ("3.12", game and round) those that came later."""
    room, _ = find_admitted(request, code)
    results = RoundResult.objects.filter(room=room).select_related("judge", "winner")
    known = KNOWN_ROUND.match(request.GET.get("after", ""))
    if known:
        game, number = (int(part) for part in known.groups())
        results = results.filter(Q(game__gt=game) | Q(game=game, round__gt=number))
    names = dict(room.players.values_list("number", "name"))
    return JsonResponse({"rounds": [{
        "game": result.game, "round": result.round, "black": result.black, "pick": result.pick,
        "judge": result.judge.name if result.judge else "",
        "winner": result.winner.name if result.winner else bot_that_won(result),
        "plays": [_named(play, names) for play in worth_reading(json_loads(result.plays))]}
        for result in results[:ROUNDS]]})


@require_safe
def join_qr(request, code):
    """A QR code of the room's address, SVG."""
    room = find_room(request, code)
    return qr_response(sites.address(room.get_absolute_url()))


@never_cache
@require_safe
def seat_qr(request, code):
    """A QR code of the visitor's personal link, SVG."""
    _, player = find_admitted(request, code)
    if player is None:
        raise Http404("Only a seat has a personal link.")
    return qr_response(sites.address(reverse("game:seat", args=[player.key])))


@cache_control(no_store=True, private=True)
@require_safe
def csrf_token(request):
    """A token that is right now, for a page that was open while a login changed it; sets its cookie too."""
    response = JsonResponse({"token": get_token(request)})
    # Scripts of other origins cannot read it, for we send no CORS header; this keeps it out of their
    # processes too.
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def _named(play, names):
    """A play as history tells it: by the name that the player has by now."""
    told = {name: play[name] for name in ("cards", "won", "points", "votes", "likes") if name in play}
    if "player" in play:
        told[str("player")] = "%d" % play["player"]
    return dict(told, name=names.get(play.get("player"), play["name"]))


def _with_players(state, deck):
    return dict(deck, serves=rules.players_served(state, deck["white"]))
