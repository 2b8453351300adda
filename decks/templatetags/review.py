"""What the admin's first page says about decks."""
from __future__ import unicode_literals

from django import template

from decks import access
from decks.review import pending

register = template.Library()


@register.inclusion_tag("admin/decks/queue_link.html")
def review_queue(user):
    """The way to the review queue and how much waits there, for who may review."""
    return {"counts": pending.counts() if access.may_review(user) else None}
