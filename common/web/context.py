"""What every page can name: a context processor."""
from __future__ import unicode_literals

from django.conf import settings
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from common.web import languages, script_texts, senders
from common.web.secret_paths import is_secret

BLANK = mark_safe('<span class="blank"><span class="sr">...</span></span>')


def every_page(request):
    """{"release": "0.1.0", "blank": markup, "letters_stay": False, "site_languages": [(code, name)],
    "language_next": path}: the version that answers, for the foot of pages and the error reports of scripts;
    the blank of a black card, for sentences that are translated; whether this machine sends no letters; and
    for the menu of languages where to go on, "" on a page whose address must not be written down.
    "boot_texts" and "script_texts" are what the page's scripts say in its language: a document, and the
    address of a script.
    """
    path = request.get_full_path()
    return {"release": settings.RELEASE, "blank": BLANK, "letters_stay": not senders.letters_leave(),
            "site_languages": languages.of_pages(), "language_next": "" if is_secret(path) else path,
            "boot_texts": script_texts.of_boot(get_language()),
            "script_texts": script_texts.address(get_language())}
