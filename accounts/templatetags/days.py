"""How templates write a day: in the order that the reader's language has."""
from __future__ import unicode_literals

from django import template
from django.template.defaultfilters import date

from common.compat import pgettext

register = template.Library()


@register.filter
def dated(moment, style):
    """A date: "day" (5 December 2026), "short" (5 Dec 2026), "soon" (5 December) or "moment" (5 December,
    8:15 PM).
    """
    return date(moment, FORMATS[style]())


# Translators: how dates are written, in the letters of Django's date filter.
FORMATS = {
    "day": lambda: pgettext("date", "j F Y"), "short": lambda: pgettext("date", "j M Y"),
    "soon": lambda: pgettext("date", "j F"), "moment": lambda: pgettext("date", "j F, g:i A"),
}
