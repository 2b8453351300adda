"""A deck as a file to keep or to carry elsewhere, for whoever may see it."""
from __future__ import unicode_literals

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from common import ratelimits
from common.errors import too_many
from common.http import client_address
from decks import access
from decks import export as files
from decks.catalogue import sharing
from decks.models import Deck

# Writing a file of a big deck keeps a process busy for a second.
PATIENCE, WAIT = "40/10m", 600


@never_cache
@require_safe
def export(request, slug, form):
    deck = get_object_or_404(Deck, slug=slug)
    code = deck.code if deck.code in sharing.codes_of(request.session) else ""
    if not access.may_see(request.user, deck, code):
        raise Http404("There is no deck %s." % slug)
    if ratelimits.hit("exports", request.user.pk or client_address(request), PATIENCE):
        return too_many(request, WAIT)
    try:
        name, content_type, content = files.export(deck, form)
    except KeyError:
        raise Http404("There is no such kind of file.")
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = 'attachment; filename="%s"' % name
    return response
