"""Dates and times in the words of a language, on the clocks of a time zone.

Uses the language that is active.
"""
from __future__ import unicode_literals

from django.utils import dateformat, timezone, translation

from common.compat import get_zone

# Not every Django knows that these write days and months in small letters.
SMALL_LETTERS = ("es", "fr", "pl")


def day(moment, zone):
    """The day of a moment in the time zone called `zone`, like "Friday, June 5"."""
    # Translators: how a date is written, in the letters of Django's date filter.
    words = dateformat.format(timezone.localtime(moment, get_zone(zone)),
                              translation.pgettext("date", "l, F j"))
    return words.lower() if translation.get_language() in SMALL_LETTERS else words


def clock(moment, zone):
    """The time of a moment in the time zone called `zone`, like "7:30 PM", as scripts write it, too
    (static/js/kit/moments.js).
    """
    # Translators: how a time is written, in the letters of Django's date filter.
    written = translation.pgettext("time", "g:i A")
    return dateformat.format(timezone.localtime(moment, get_zone(zone)), written)


def unbroken(words):
    """Words between which no line of a page breaks."""
    return words.replace(" ", "\xa0")


def in_words(moment, zone):
    """What pages and letters say of a start: {"starts": the moment, "day", "large_day": the same for large
    letters, whose lines break after the name of the day only, "clock", "zone": for people, "zone_name": for
    scripts}.
    """
    name, _, date = day(moment, zone).partition(" ")
    return {"starts": moment, "day": day(moment, zone), "clock": clock(moment, zone),
            "large_day": "%s %s" % (name, unbroken(date)),
            "zone": zone.replace("_", " "), "zone_name": zone}
