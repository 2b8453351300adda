"""What a host keeps for the next table: the chosen decks under a name, for people with an account."""
from __future__ import unicode_literals

from django.http import JsonResponse
from django.utils.translation import gettext_noop as N_
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from common.compat import gettext
from decks.catalogue import sets
from game.moves import batches
from game.seats.lookup import find_admitted

SIGN_IN = N_("Sign in first; then your choices are kept for every table.")


@never_cache
@require_POST
def keep(request, code):
    """Keep the decks that the room has chosen, under a name; answers with all kept choices."""
    room, _ = find_admitted(request, code)
    if request.user.pk is None:
        return JsonResponse({"message": gettext(SIGN_IN)}, status=403)
    chosen = [deck["id"] for deck in batches.load(room.pk).state["decks"]]
    try:
        kept = sets.keep(request.user, request.POST.get("name", ""), chosen)
    except sets.BadSetError as refusal:
        return JsonResponse({"message": "%s" % refusal}, status=400)
    return JsonResponse({"kept": kept.pk, "sets": sets.offered(request.user)})


@never_cache
@require_POST
def forget(request, pk):
    """Let a kept choice go; answers with those that are left."""
    sets.forget(request.user, int(pk))
    return JsonResponse({"sets": sets.offered(request.user)})
