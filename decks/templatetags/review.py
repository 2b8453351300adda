"""What the admin's pages say about decks."""
from __future__ import unicode_literals

from django import template

from decks import access
from decks.admin.queue.parts import overview
from decks.admin.shared import names
from decks.review import pending

register = template.Library()
register.filter("told_apart", names.told)


@register.inclusion_tag("admin/decks/parts/overview.html")
def decks_overview(user):
    """The ways to the queue and to all cards, for who may go there, and for reviewers how much waits."""
    return {"overview": overview(user), "counts": pending.counts() if access.may_review(user) else None}
