"""How templates show people: a nickname and a face."""
from __future__ import unicode_literals

from django import template
from django.utils.safestring import mark_safe

from accounts import profiles
from accounts.avatar import face
from common import email_addresses

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
