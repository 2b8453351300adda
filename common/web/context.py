"""What every page can name: a context processor."""
from __future__ import unicode_literals

from django.conf import settings
from django.utils.safestring import mark_safe

from common.web import senders

BLANK = mark_safe('<span class="blank"><span class="sr">...</span></span>')


def every_page(request):
    """{"release": "0.1.0", "blank": markup, "letters_stay": False}: the version that answers, for the foot of
    pages and the error reports of scripts; the blank of a black card, for sentences that are translated; and
    whether this machine sends no letters.
    """
    return {"release": settings.RELEASE, "blank": BLANK, "letters_stay": not senders.letters_leave()}
