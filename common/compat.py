"""Every name that differs between the two Djangos.

With the settings, the only place that asks for a version.
"""
from __future__ import unicode_literals

import json
import re

import django
import six
from django.conf.urls import include
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import ngettext_lazy, pgettext

try:
    import orjson
except ImportError:
    orjson = None
# Seconds for measuring how long something takes, which no setting of the clock changes.
try:
    from time import monotonic
except ImportError:  # Python 2.7
    from monotonic import monotonic

__all__ = ["CLASSIC", "LAX", "MiddlewareBase", "edit_distance", "get_zone", "gettext", "gettext_lazy",
           "in_zone", "include", "is_ratelimited", "json_dumps", "json_loads", "monotonic", "ngettext",
           "ngettext_lazy", "on_commit", "pgettext", "re_path", "reverse", "reverse_lazy",
           "script_catalogue", "set_script_prefix", "stays_here"]

CLASSIC = django.VERSION < (2,)  # noqa: TID251

if CLASSIC:
    import pytz
    from django.conf.urls import url as re_path
    from django.core.handlers.base import BaseHandler
    from django.core.urlresolvers import reverse, reverse_lazy, set_script_prefix
    from django.http import fix_location_header
    from django.utils.http import is_safe_url
    from django.utils.translation import ugettext as gettext
    from django.utils.translation import ugettext_lazy as gettext_lazy
    from django.utils.translation import ungettext as ngettext
    from django.views.i18n import javascript_catalog
    from rapidfuzz.string_metric import levenshtein
    from ratelimit.utils import is_ratelimited

    # How a cookie is kept from what other sites post; this Django cannot say it.
    LAX = {}

    # It would write the Host header into redirects; newer versions leave them relative.
    BaseHandler.response_fixes = [fix for fix in BaseHandler.response_fixes if fix is not fix_location_header]

    def script_catalogue(request, packages):
        """The texts of scripts (domain djangojs) in the active language, as Django's script for browsers."""
        return javascript_catalog(request, "djangojs", packages)

    class MiddlewareBase(object):
        def __init__(self, get_response=None):
            self.get_response = get_response

    def on_commit(function):
        """Call it now: this Django has no such hook, so call on_commit after the atomic block."""
        function()

    def in_zone(wall_clock, zone):
        """The moment when clocks in `zone` show the naive datetime; in the hour that comes twice,
        its second time.
        """
        return zone.localize(wall_clock, is_dst=False)

    def edit_distance(one, other, most):
        """How many letters must change, come or go to make one text of the other;
        `most` + 1 for anything beyond.
        """
        found = levenshtein(one, other, max=most)
        return most + 1 if found < 0 else found
else:
    import zoneinfo

    from django.urls import re_path, reverse, reverse_lazy, set_script_prefix
    from django.utils.deprecation import MiddlewareMixin as MiddlewareBase
    from django.utils.http import url_has_allowed_host_and_scheme
    from django.utils.translation import gettext, gettext_lazy, ngettext
    from django.views.i18n import JavaScriptCatalog
    from django_ratelimit.core import is_ratelimited
    from rapidfuzz.distance import Levenshtein

    # How a cookie is kept from what other sites post.
    LAX = {"samesite": "Lax"}

    on_commit = transaction.on_commit

    def script_catalogue(request, packages):
        """The texts of scripts (domain djangojs) in the active language, as Django's script for browsers."""
        return JavaScriptCatalog.as_view(domain="djangojs", packages=packages)(request)

    def in_zone(wall_clock, zone):
        """The moment when clocks in `zone` show the naive datetime; in the hour that comes twice,
        its second time.
        """
        return wall_clock.replace(tzinfo=zone, fold=1)

    def edit_distance(one, other, most):
        """How many letters must change, come or go to make one text of the other;
        `most` + 1 for anything beyond.
        """
        return Levenshtein.distance(one, other, score_cutoff=most)


def get_zone(name):
    """The time zone called `name`, like "Europe/Warsaw". Raises ValueError."""
    try:
        return pytz.timezone(name) if CLASSIC else zoneinfo.ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError("There is no time zone %r." % name)


def stays_here(url):
    """Whether this address, as somebody has sent it, is a path of this site."""
    return url.startswith("/") and (is_safe_url(url) if CLASSIC
                                    else url_has_allowed_host_and_scheme(url, allowed_hosts=None))


LONE_SURROGATE = re.compile("[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]")


def _refuse_constant(name):
    raise ValueError("%s is not JSON" % name)


def _translated(value):
    if isinstance(value, Promise):
        return six.text_type(value)
    raise TypeError("%r is nothing for JSON" % (value,))


def _json_dumps(value):
    return six.ensure_text(json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"),
                                      default=_translated))


def _json_loads(text):
    text = six.ensure_text(text)
    try:
        value = json.loads(text, parse_constant=_refuse_constant)
    except RuntimeError:  # a few kilobytes of "[[[[" are deeper than Python's stack
        raise ValueError("nested too deeply")
    if "\\u" in text and LONE_SURROGATE.search(_json_dumps(value)):
        raise ValueError("half a surrogate pair is not text")
    return value


def _orjson_dumps(value):
    return orjson.dumps(value, default=_translated).decode("utf-8")


# Both take plain JSON with text keys; lazy translations become texts. json_dumps gives compact text with
# letters as they are; json_loads takes text or UTF-8 bytes and raises ValueError for anything that another
# browser or Python could not read again.
json_dumps = _orjson_dumps if orjson else _json_dumps
json_loads = orjson.loads if orjson else _json_loads
