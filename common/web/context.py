"""What every page can name: a context processor."""
from __future__ import unicode_literals

from django.conf import settings
from django.utils.safestring import mark_safe

from common.web import senders
from common.web.secret_paths import is_secret

BLANK = mark_safe('<span class="blank"><span class="sr">...</span></span>')


def every_page(request):
    """{"release": "0.1.0", "blank": markup, "letters_stay": False, "site_languages": [(code, name)],
    "language_next": path}: the version that answers, for the foot of pages and the error reports of scripts;
    the blank of a black card, for sentences that are translated; whether this machine sends no letters; and
    for the menu of languages where to go on, "" on a page whose address must not be written down.
    """
    path = request.get_full_path()
    return {"release": settings.RELEASE, "blank": BLANK, "letters_stay": not senders.letters_leave(),
            "site_languages": settings.LANGUAGES, "language_next": "" if is_secret(path) else path}
