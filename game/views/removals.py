"""Who sits here finds people of a crowd by name; the host sees who was removed and lets them in again."""
from __future__ import unicode_literals

import re

import six
from django.http import Http404, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from common.compat import gettext as _
from common.web.http import json_of_body
from game import rules
from game.moves import batches
from game.rooms import removals
from game.seats.lookup import find_admitted

MOST_LETTERS = 60
NUMBER = re.compile(r"[0-9]{1,9}$")


@never_cache
@require_safe
def removed(request, code):
    """{"removed": [{"player", "name"}]}"""
    return JsonResponse({"removed": removals.removed_people(_hosted_room(request, code))})


@never_cache
@require_safe
def people(request, code):
    """{"people": [{"player", "name", "score", ...}], "more": 3}: those whose name has ?q= in it, or all."""
    room, player = find_admitted(request, code)
    if player is None:
        raise Http404("Only who sits here sees who else does.")
    found, more = removals.people_called(room, request.GET.get("q", "")[:MOST_LETTERS])
    return JsonResponse({"people": found, "more": more})


@require_POST
def let_in(request, code):
    """Let {"player": "3"} in again. Answers with the list, and a message."""
    room, player = _hosted_room(request, code), json_of_body(request).get("player")
    fits = isinstance(player, six.text_type) and NUMBER.match(player)
    name = removals.let_in_again(room, int(player)) if fits else ""
    said = _("%s may come in again: tell them.") % name if name else _("They are in already.")
    return JsonResponse({"removed": removals.removed_people(room), "message": said})


def _hosted_room(request, code):
    room, player = find_admitted(request, code)
    if player is None or not rules.has_power(batches.load(room.pk).state, "%d" % player.number):
        raise Http404("Only the host lets people in again.")
    return room
