"""Telling the reviewers about a card, from the table.

Answers {"message"} for a toast, whatever comes of it.
"""
from __future__ import unicode_literals

from django.http import Http404, JsonResponse
from django.views.decorators.http import require_POST

from common.compat import gettext
from common.limits import ratelimits
from common.web.http import client_address, json_of_body
from game.moderation import reports
from game.realtime import error_messages
from game.seats.lookup import find_visitor

# From one seat, and from one address, behind which a whole family may sit.
OF_A_SEAT, OF_AN_ADDRESS = "30/h", "120/h"


@require_POST
def report(request, code):
    _, player = find_visitor(request, code)
    if player is None or player.kicked:
        raise Http404("Only who sits at the table can report a card.")
    if ratelimits.hit("report", player.pk, OF_A_SEAT) or \
            ratelimits.hit("report-address", client_address(request), OF_AN_ADDRESS):
        return JsonResponse({"message": gettext("That were many cards. Please wait a while.")}, status=429)
    try:
        reports.report(player, json_of_body(request))
    except reports.BadReportError:
        return JsonResponse({"message": gettext("That was not understood; reload the page.")}, status=400)
    except reports.WrittenCardError:
        return JsonResponse({"message": error_messages.message("not_of_a_deck")}, status=404)
    except reports.NoSuchCardError:
        return JsonResponse({"message": gettext("This card is not here any more.")}, status=404)
    return JsonResponse({"message": gettext("Thank you. Somebody will look at it.")})
