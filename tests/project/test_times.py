"""A time is written in one way on pages, in letters, in the admin and by scripts: "7:30 PM"."""
from __future__ import unicode_literals

import datetime
import io
import os
import re

import pytest
from django.template import engines
from django.utils import timezone, translation

from common.compat import get_zone, in_zone
from invitations.mail import dates
from tests.sources import ROOT

EVENING = in_zone(datetime.datetime(2099, 11, 28, 19, 30), get_zone("UTC"))
# What a template may say of a time: ours, the formats that cards_project/formats has, and what scripts read.
WRITTEN = {"g:i A", "DATETIME_FORMAT", "DATE_FORMAT", "clock", "c", "T", ""}
DATE_FILTER = re.compile(r"""\|(?:date|time)(?::("[^"]*"|\w+))?""")


def said(template):
    return engines["django"].from_string(template).render({"moment": EVENING})


@pytest.mark.parametrize("language, words", [("en", "7:30 PM"), ("de", "19:30"), ("es", "19:30"), ("fr", "19:30"), ("pl", "19:30")])
def test_letters_and_pages_write_it_as_scripts_do(language, words):
    with translation.override(language):
        assert dates.clock(EVENING, "UTC") == words


def test_the_admin_writes_it_so(settings):
    with timezone.override("UTC"):
        assert said('{{ moment|date:"DATETIME_FORMAT" }}') == "Nov. 28, 2099, 7:30 PM"
        assert said("{{ moment|time }} {{ moment }}") == "7:30 PM Nov. 28, 2099, 7:30 PM"


def test_no_template_has_a_format_of_its_own():
    found = [(name, form) for name in files("templates") for form in DATE_FILTER.findall(text_of(name))]
    odd = [one for one in found if not is_ours(one[1].strip('"'))]
    assert found and odd == []


def test_scripts_write_it_in_one_module():
    told = [name for name in files("static/js") if re.search(r"toLocale\w*String|DateTimeFormat\([^)]*\)\.format", text_of(name))]
    assert [name for name in told if "/lit/" not in name] == ["static/js/kit/moments.js"]


def files(folder):
    return [os.path.relpath(os.path.join(where, name), ROOT).replace(os.sep, "/")
            for where, _, names in os.walk(os.path.join(ROOT, folder)) for name in sorted(names)
            if name.endswith((".html", ".txt", ".js"))]


def is_ours(form):
    """A date alone, a name of the format, or a time as we write it."""
    return form in WRITTEN or re.sub(r"^[YmdjFMNlD ,.-]*", "", form) in WRITTEN


def text_of(name):
    with io.open("%s/%s" % (ROOT, name), encoding="utf-8") as source:
        return source.read()
