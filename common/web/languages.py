"""Which language a reader is answered in: the one they chose, kept in a cookie, else the first of ours that
their browser asks for. Pages and sockets ask here.
"""
from __future__ import unicode_literals

from typing import Any, Mapping

import six
from django.conf import settings
from django.utils.translation import trans_real

from common.compat import LAX

# Of a header that says which languages somebody reads; what browsers send is far shorter.
LONGEST_HEADER = 400


def chosen(cookies):
    # type: (Mapping[str, str]) -> str
    """The language that the cookie names; "" where there is none of ours in it."""
    language = cookies.get(settings.LANGUAGE_COOKIE_NAME, "")
    return six.text_type(language) if is_ours(language) else ""


def guessed(accept):
    # type: (str) -> str
    """The first language of ours in an Accept-Language header; the site's own where there is none."""
    for wanted, _ in trans_real.parse_accept_lang_header((accept or "")[:LONGEST_HEADER].lower()):
        language = "" if wanted == "*" else wanted.split("-")[0]
        if is_ours(language):
            return six.text_type(language)
    return six.text_type(settings.LANGUAGE_CODE)


def spoken(cookies, accept):
    # type: (Mapping[str, str], str) -> str
    """The language for somebody with these cookies and this Accept-Language header."""
    return chosen(cookies) or guessed(accept)


def of_letter(request, language):
    # type: (Any, str) -> str
    """The language of a page that a letter in `language` (perhaps "") leads to: what its reader has chosen
    comes first, then the letter's, then what the browser asks for.
    """
    return chosen(request.COOKIES) or language or guessed(request.META.get("HTTP_ACCEPT_LANGUAGE", ""))


def is_ours(language):
    # type: (str) -> bool
    """Whether this is the code of a language that the site speaks."""
    return language in dict(settings.LANGUAGES)


def remember(response, language):
    # type: (Any, str) -> None
    """Let the browser keep the language for a year."""
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, max_age=settings.LANGUAGE_COOKIE_AGE,
                        path=settings.LANGUAGE_COOKIE_PATH, secure=settings.LANGUAGE_COOKIE_SECURE, **LAX)
