"""The page that calendar entries lead to. It holds no key: it asks who somebody is, or knows it."""
from __future__ import unicode_literals

from django import forms
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from common.compat import gettext_lazy
from common.web.languages import of_letter
from game.seats import sessions
from game.seats.lookup import find_room
from invitations import links
from invitations.hosting import night_card

ADVICE = gettext_lazy("Give the address that you were invited with.")


class AddressForm(forms.Form):
    """The address of somebody who says they are invited."""

    email = forms.EmailField(max_length=254, error_messages={"required": ADVICE, "invalid": ADVICE})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invited(request, code):
    """Lead whoever sits in the room to the table, and a guest to the own link; ask everybody else.

    An address that is posted gets its link once more if it is invited; the answer is the same if not.
    """
    room = find_room(request, code)
    if request.method != "POST":
        if sessions.seat_of(room, request.user, request.session) is not None:
            return redirect(night_card.page_of(room))
        invitation = links.find(request, room)
        if invitation is not None:
            return redirect(invitation)
    form, sent = AddressForm(request.POST or None), ""
    if form.is_valid():
        sent = form.cleaned_data["email"]
        links.send(room, sent)
    with translation.override(of_letter(request, "")):
        return render(request, "invitations/invited.html", {
            "code": room.code, "form": form, "sent": sent, "language": translation.get_language()},
            status=400 if request.method == "POST" and not sent else 200)
