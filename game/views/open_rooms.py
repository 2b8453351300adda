"""The list of open rooms for everybody, the host's switch for it, and reports about rooms."""
from __future__ import unicode_literals

from django.contrib import messages
from django.core.paginator import EmptyPage, Paginator
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext_noop as N_
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_POST, require_safe

from common.compat import gettext as _
from common.compat import reverse
from common.limits import ratelimits
from common.web.http import client_address, json_of_body
from decks.catalogue.browsing import language_name
from decks.limits import RATINGS
from game.models import RoomReport
from game.moves import batches
from game.rooms import caps, listing
from game.seats.lookup import find_admitted, find_room

PER_PAGE = 20
REPORTS_OF_AN_ADDRESS = "10/h"
THANKS = N_("Thank you. Somebody will look at that room.")
LATER = N_("That were many reports. Please wait a while.")
# For whom rooms are: each has those before it, too.
AUDIENCES = (("family", N_("Everybody at home")), ("teen", N_("Teens and older")),
             ("adult", N_("Adults, anything goes")))
LONGEST_TAG = 35


@never_cache
@ensure_csrf_cookie
@require_safe
def rooms(request):
    """Page `page` of the rooms that fit `language` and `rating`."""
    language, rating = request.GET.get("language", "")[:LONGEST_TAG], request.GET.get("rating", "")
    found = Paginator(listing.open_rooms(language, rating), PER_PAGE)
    page = _page(found, request.GET.get("page", "1"))
    return render(request, "game/open_rooms.html", {
        "rooms": [(room, [language_name(tag) for tag in room.languages]) for room in page.object_list],
        "page": page, "total": found.count, "pages": found.num_pages,
        "language": language, "rating": rating if rating in RATINGS else "",
        "languages": listing.languages(), "audiences": [(value, _(words)) for value, words in AUDIENCES],
        "reasons": RoomReport.REASONS,
        "narrowed": language or rating, "wishes": urlencode({"language": language, "rating": rating})})


@require_POST
def report(request, code):
    """Tell the administrators about a room of the list; `reason` is one of RoomReport's."""
    room = find_room(request, code)
    if ratelimits.hit("room-reports", client_address(request), REPORTS_OF_AN_ADDRESS):
        messages.info(request, _(LATER))
    elif listing.report(room, request.POST.get("reason", "")):
        messages.info(request, _(THANKS))
    else:
        raise Http404("This room is not in the list.")
    return redirect(reverse("game:open_rooms"))


@never_cache
@require_safe
def shown(request, code):
    """{"listed", "why_not"}, for the host: whether the room is in the list, and why it cannot be."""
    return _answer(_hosted(request, code))


@require_POST
def show(request, code):
    """{"listed": true or false}. Answers like `shown`, with a `message` where it cannot be."""
    room, listed = _hosted(request, code), json_of_body(request).get("listed")
    if not isinstance(listed, bool):
        return JsonResponse({"message": _("That was not understood; reload the page.")}, status=400)
    if listed and not room.listed:
        if listing.why_not(room):
            return _answer(room, listing.why_not(room), 409)
        try:
            caps.count_listing(request)
        except caps.OverCapError as refusal:
            return _answer(room, refusal.message, 429)
    room.listed = listing.show(room, listed)
    return _answer(room)


def _hosted(request, code):
    room, player = find_admitted(request, code)
    if player is None or "%d" % player.number != batches.load(room.pk).state["host"]:
        raise Http404("Only the host says who may find the room.")
    return room


def _answer(room, message="", status=200):
    told = listing.wish(room)
    return JsonResponse(dict(told, message=message) if message else told, status=status)


def _page(found, number):
    try:
        return found.page(max(1, int(number)))
    except ValueError:
        return found.page(1)
    except EmptyPage:
        return found.page(found.num_pages)
