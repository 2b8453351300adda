"""What all requests of the builder's page share: whose deck it is, what they send, how a refusal is answered.

What cannot be done is answered {"code", "message"}, the message for people: 403 sign_in; 400 bad_request,
refused; 409 stale, with "card": the card that the step is about as it is now, or null; 413 too_long; 429
too_fast.
"""
from __future__ import unicode_literals

from functools import wraps

import six
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, JsonResponse

from common.compat import gettext as _
from common.compat import json_loads
from common.limits import ratelimits
from decks import access
from decks.builder import steps
from decks.editing.factory import EditError
from decks.models import Deck
from decks.review import workflow

BODY_BYTES = 2 * 1024 * 1024
HAMMERING = "240/m"
REFUSED = (EditError, workflow.StateError)


class Answer(Exception):
    """What to answer instead: a status, a code, and a message for people."""

    def __init__(self, status, code, message):
        self.status, self.code, self.message = status, code, message
        super(Answer, self).__init__(message)


def answers(view):
    """Give `view(request, deck)` the deck with this code, and turn what it returns or refuses into JSON."""
    @wraps(view)
    def answer(request, code):
        try:
            if request.user.pk is None:
                raise Answer(403, "sign_in",
                             _("You are signed out. Sign in in another tab, then try again: nothing is "
                               "lost."))
            deck = own_deck(request, code)
            if ratelimits.hit("builder", request.user.pk, HAMMERING):
                raise Answer(429, "too_fast", _("Slowly, please: it goes on in a moment."))
            return JsonResponse(view(request, deck))
        except Answer as refusal:
            return _refusal(refusal.status, refusal.code, refusal.message)
        except steps.StaleRevisionError as stale:
            return _refusal(409, "stale", _("This deck has changed meanwhile."), card=stale.card)
        except steps.BadStepError as problem:
            return _refusal(400, "bad_request", six.text_type(problem))
        except REFUSED as problem:
            return _refusal(400, "refused", six.text_type(problem))
    return answer


def own_deck(request, code):
    """The deck with this code if the visitor may edit it. Raises Http404."""
    deck = Deck.objects.filter(code=code).first()
    if deck is None or not access.may_edit(request.user, deck):
        raise Http404("You have no deck %s." % code)
    return deck


def body_of(request):
    """The JSON object that the page has sent. Raises Answer, BadStepError."""
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > BODY_BYTES:
            raise Answer(413, "too_long", _("That is too much at once. Import it as a file."))
        asked = json_loads(request.body)
    except (ValueError, SuspiciousOperation):
        asked = None
    if not isinstance(asked, dict):
        raise steps.BadStepError("Send a JSON object.")
    return asked


def number_of(request, name, default):
    """The number with this name in the address, of at most six digits, or the default."""
    digits = request.GET.get(name, "")
    return int(digits) if digits.isdecimal() and len(digits) < 7 else default


def _refusal(status, code, message, **more):
    return JsonResponse(dict(more, code=code, message=message), status=status)
