"""Giving a heart to a winning play of one's own, and taking it back."""
from __future__ import unicode_literals

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from common.compat import reverse
from game.history import favourites


@require_POST
@login_required
def heart(request, pk):
    result, _ = next(favourites.won_by(favourites.seats_of(request.user), pk=pk), (None, None))
    if result is None:
        raise Http404("Not a round that you have won.")
    change = favourites.give if request.POST.get("heart") == "yes" else favourites.take_back
    change(request.user, result)
    return redirect(reverse("accounts:profile") + "#play-%d" % result.pk)
