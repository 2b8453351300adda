"""The recap of a game: making and withdrawing its link at the table, and what whoever has the link sees."""
from __future__ import unicode_literals

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_noop as N_
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from common.codes import hue_of
from common.compat import gettext, reverse
from common.limits import ratelimits
from common.web import sites
from common.web.http import json_of_body
from game.recap import chart, contents, links, pictures, preview
from game.rooms import going_on
from game.seats import sessions
from game.seats.lookup import find_admitted

MADE = "30/h"
NOTHING = N_("There is no game to tell of yet.")
CHART = N_("Points after each round; the table below says the same.")


@require_POST
def make(request, code):
    """{"game": 3}, or {} for the last one. Answers {"url", "picture": of the best sentence, "" where there is
    none}; 404 where there is no such game to tell of.
    """
    _, player = find_admitted(request, code)
    if player is None:
        raise Http404("Only who has played makes a recap.")
    if ratelimits.hit("recaps", player.pk, MADE):
        return JsonResponse({"message": gettext("That was asked often. Please wait a while.")}, status=429)
    game = json_of_body(request).get("game")
    try:
        recap = links.make(player, game)
    except links.NoRecapError:
        return JsonResponse({"message": gettext(NOTHING)}, status=404)
    return JsonResponse({"url": sites.address(recap.get_absolute_url()),
                         "picture": _best_picture(recap, contents.contents_of(recap))})


@require_POST
def withdraw(request, key):
    """Who made the link, or the host, takes it back; the room's page says so."""
    recap = _found(key)
    player = sessions.seat_of(recap.room, request.user, request.session)
    if not links.withdraw(player, recap):
        raise Http404("Only who made it, or the host.")
    return redirect(recap.room)


@never_cache
@require_safe
def page(request, key):
    """The recap, for whoever has its link."""
    recap = links.find(key)
    told = recap and contents.contents_of(recap)
    if not told:
        return _unseen(render(request, "game/recap_gone.html", status=404))
    seat = sessions.seat_of(recap.room, request.user, request.session)
    return _unseen(render(request, "game/recap.html", {
        "told": told, "recap": recap, "hue": hue_of(recap.room.code), "chart": chart.draw(told.lines,
                                                                                          gettext(CHART)),
        "draws": pictures.can_draw(), "seated": seat is not None and not seat.kicked,
        "may_withdraw": links.may_withdraw(seat, recap), "goes_on": seat is not None and going_on.hosts(seat),
        "best": [(shown, contents.winning(shown), pictures.can_show(shown)) for shown in told.best],
        "rows": [(shown.number, [line.points[place] for line in told.lines])
                 for place, shown in enumerate(told.rounds)],
        "preview": _best_picture(recap, told), "preview_words": preview.of_recap(told)}))


@never_cache
@require_safe
def picture(request, key, number):
    """A round's winning sentence, PNG; 503 for the moment in which too many are drawn."""
    recap = _found(key)
    told = contents.contents_of(recap)
    shown = next((shown for shown in told.rounds if shown.number == int(number)), None) if told else None
    try:
        drawn = pictures.of_round(shown, recap.room.code) if shown else None
    except pictures.BusyError:
        response = HttpResponse(gettext("Many pictures are drawn just now; try again in a "
                                        "moment."), status=503)
        response["Retry-After"] = "5"
        return response
    if drawn is None:
        raise Http404("There is no picture of this round.")
    response = _unseen(HttpResponse(drawn, content_type="image/png"))
    if "save" in request.GET:
        response["Content-Disposition"] = 'attachment; filename="round-%d.png"' % shown.number
    return response


def _found(key):
    recap = links.find(key)
    if recap is None:
        raise Http404("This recap is not there any more.")
    return recap


def _best_picture(recap, told):
    """The whole address of the picture that stands for this game, "" where none can be drawn."""
    for shown in told.best if told else ():
        if pictures.can_show(shown):
            return sites.address(reverse("game:recap_picture", args=[recap.key, shown.number]))
    return ""


def _unseen(response):
    """Kept out of search engines, whoever has put the link where they find it."""
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
