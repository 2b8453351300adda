"""A deck as a file to keep or to carry elsewhere, for whoever may see it."""
from __future__ import unicode_literals

from django.http import Http404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from common.limits import ratelimits
from common.web.errors import too_many
from common.web.http import attachment, client_address
from common.web.signing_in import missing
from decks import export as files
from decks.catalogue import sharing

# Writing a file of a big deck keeps a process busy for a second.
PATIENCE, WAIT = "40/10m", 600


@never_cache
@require_safe
def export(request, slug, form):
    deck = sharing.visible(slug, request.user, request.session)
    if deck is None:
        return missing(request, "There is no deck %s." % slug)
    if ratelimits.hit("exports", request.user.pk or client_address(request), PATIENCE):
        return too_many(request, WAIT)
    try:
        return attachment(*files.export(deck, form))
    except KeyError:
        raise Http404("There is no such kind of file.")
