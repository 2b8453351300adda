"""The host's press that sends the recap of a game to the invited."""
from __future__ import unicode_literals

from django.utils.translation import gettext_noop as N_
from django.views.decorators.http import require_POST

from common.compat import gettext, ngettext
from common.web import senders
from invitations.hosting import recaps
from invitations.panel import answers, read_body, visitor

KEPT = N_("This machine sends no letters: they are kept in its folder.")


@require_POST
@answers
def send(request, code):
    """{"game": 3}, or {} for the last one. Answers {"sent": how many letters, "message"}."""
    _, player = visitor(request, code)
    count = recaps.send(player, request.user, read_body(request).get("game"))
    said = ngettext("%(count)d letter is on its "
                    "way.", "%(count)d letters are on their way.", count) % {"count": count}
    return {"sent": count, "message": said if senders.letters_leave() else gettext(KEPT)}
