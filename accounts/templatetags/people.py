"""How templates show people: a nickname and a face."""
from __future__ import unicode_literals

from django import template
from django.utils.safestring import mark_safe

from accounts import profiles
from accounts.avatar import face
from common import email_addresses, faces
from common.compat import gettext

register = template.Library()


@register.filter
def nickname(user):
    """The name that others see; "" for somebody without an account."""
    return profiles.name_of(user)


@register.filter
def readable(address):
    """An e-mail address with its domain in its own script."""
    return email_addresses.readable(address)


@register.simple_tag
def avatar(name, size=48):
    """The face of everybody called `name`; it stands beside the name and says nothing of its own."""
    return mark_safe(face(name, size))


@register.simple_tag
def drawn_face(number, colour, size=0):
    """One of the drawn faces; with 0 as its colour that of the element around it."""
    return mark_safe(faces.drawn(number, colour, size))


def _numbered(names):
    """[(number, name in the reader's language)]"""
    return [(number, gettext(name)) for number, name in enumerate(names, 1)]


@register.inclusion_tag("look_field.html")
def look_field(form, look):
    """The field to choose a face and a colour; `look` is what it begins with."""
    return {"form": form, "look": look, "faces": _numbered(faces.NAMES), "colours": _numbered(faces.COLOURS)}


@register.simple_tag
def portrait(user, size=48):
    """The chosen face of an account; one drawn from the name where none was chosen yet."""
    look = profiles.look_of(user)
    return mark_safe(faces.drawn(look[0], look[1], size) if look else face(profiles.name_of(user), size))
