"""The texts of the scripts in one language, Django's own catalogue of them, at an address that changes with
them: browsers keep it for a year. In English, in which they are written, there is none.
"""
from __future__ import unicode_literals

import hashlib

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from common.compat import gettext, json_dumps, reverse, script_catalogue
from common.web import languages

A_YEAR = 365 * 24 * 3600  # seconds
PACKAGES = ["game"]  # any app: all texts are in the folder of the project, those of Django's admin stay away
_scripts = {}  # {language: (script, digest)}, made once in a process


def of_boot(language):
    """What boot.js says, before any other script is there, as JSON: {English: translated}; "" for English."""
    if language == settings.LANGUAGE_CODE:
        return ""
    return json_dumps(dict(boot_texts()))


def boot_texts():
    """[(text in English, in the active language)]; boot.js has the same texts."""
    return [
        ("This browser is too old.", gettext("This browser is too old.")),
        ("This page did not load.", gettext("This page did not load.")),
        ("Part of this page did not load.", gettext("Part of this page did not load.")),
        ("It takes Chrome 108, Firefox 121, Safari 15.4 or a newer one. An update helps, or another browser.",
         gettext("It takes Chrome 108, Firefox 121, Safari 15.4 or a newer one. An update helps, or another "
                 "browser.")),
        ("Something got lost on the way to you. Whatever you have here is safe.",
         gettext("Something got lost on the way to you. Whatever you have here is safe.")),
        ("Try again", gettext("Try again")),
    ]


def address(language):
    """Where the script with the texts in this language is; "" for the language in which they are written."""
    if language == settings.LANGUAGE_CODE:
        return ""
    return reverse("script_texts", args=[language, _script(language)[1]])


@require_safe
def script_texts(request, language, digest):
    """The script. What an older page asks for has changed: it gets today's, to be asked for again."""
    if not languages.is_ours(language):
        raise Http404()
    script, current = _script(language)
    response = HttpResponse(script, content_type="text/javascript; charset=utf-8")
    response.same_for_all = True
    if digest == current:
        patch_cache_control(response, public=True, max_age=A_YEAR, immutable=True)
    else:
        patch_cache_control(response, no_cache=True)
    return response


def _script(language):
    if language not in _scripts or settings.DEBUG:
        request = HttpRequest()
        request.method = "GET"
        with translation.override(language):
            script = script_catalogue(request, PACKAGES).content
        _scripts[language] = script, hashlib.sha256(script).hexdigest()[:12]
    return _scripts[language]
