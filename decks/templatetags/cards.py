"""How templates show cards: drawn as at the table (static/css/kit/cards.css)."""
from __future__ import unicode_literals

from django import template
from django.utils.translation import gettext_noop as N_

from common.compat import gettext
from decks.cards import rendering

register = template.Library()
RATINGS = {"family": N_("family"), "teen": N_("teen"), "adult": N_("adult")}


@register.filter
def rated(rating):
    """For whom a deck is, in one word."""
    return gettext(RATINGS.get(rating, rating))


@register.inclusion_tag("decks/card.html")
def black_card(text, pick=1):
    """A question; `pick` is told where it takes several answers."""
    return _drawn("black", rendering.parts(text), pick)


@register.inclusion_tag("decks/card.html")
def white_card(text):
    """An answer."""
    return _drawn("white", rendering.parts(text, blanks=False), 1)


def _drawn(kind, parts, pick):
    return {"kind": kind, "parts": parts, "size": rendering.size(parts), "pick": pick if pick > 1 else 0}


@register.inclusion_tag("decks/question.html")
def question(text):
    """The words of a black card with its blanks, within a line."""
    return _drawn("black", rendering.parts(text), 1)


@register.inclusion_tag("decks/chip.html")
def chip(kind, text, pick=1):
    """A card of either kind as small as its text, for lists of many."""
    return _drawn(kind, rendering.parts(text, blanks=kind == "black"), pick)
