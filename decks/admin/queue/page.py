"""The review queue: all that waits for somebody, part by part, each thing with its buttons, and many at once.

A verdict that cannot be given says why and leaves what was typed in its box.
"""
from __future__ import unicode_literals

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render

from decks import access
from decks.admin.queue import many, parts
from decks.admin.queue.filters import QueueFilters
from decks.admin.queue.verdicts import VERDICTS
from decks.admin.shared import paging
from decks.editing.factory import EditError
from decks.models import RATING_CHOICES, Deck
from decks.review import workflow


def queue(request):
    """GET: ?show=reports|proposals|decks|hidden|imports and filters. POST gives verdicts, for reviewers:
    do=... about one thing (verdicts.VERDICTS), many=... about several (many.DECISIONS).
    """
    offered = parts.offered(request.user)
    if not offered:
        raise PermissionDenied
    counts = {name: part.find({}).count() for name, part in offered.items()}
    show = request.GET.get("show")
    if show not in offered:
        show = next((name for name in offered if counts[name] and name not in ("hidden", "imports")),
                    list(offered)[0])
    filters = QueueFilters(request.GET, show)
    typed = {}
    if request.method == "POST":
        answered, typed = _post(request, filters.chosen())
        if answered is not None:
            return answered
    return _page(request, offered, counts, show, filters, typed)


def _post(request, chosen):
    """(response, what was typed); no response where a verdict could not be given."""
    name, several = request.POST.get("do", ""), request.POST.get("many", "")
    if not access.may_review(request.user) or not (name in VERDICTS or several in many.DECISIONS):
        raise PermissionDenied
    again = redirect(request.get_full_path())
    if several:
        return many.decide(request, several, chosen) or again, {}
    try:
        messages.success(request, VERDICTS[name](request))
    except (EditError, workflow.StateError) as problem:
        messages.error(request, "%s" % problem)
        return None, request.POST
    return again, {}


def _page(request, offered, counts, show, filters, typed):
    part = offered[show]
    page = paging.page_of(part.find(filters.chosen()), request.GET.get("page"), part.size)
    tabs = [(name, one.title, counts[name]) for name, one in offered.items()]
    return render(request, "admin/decks/queue/%s.html" % show, dict(
        admin.site.each_context(request), title="Review queue", opts=Deck._meta, is_nav_sidebar_enabled=False,
        typed=typed, tabs=tabs, show=show, filters=filters, narrowed=bool(filters.chosen()), page=page,
        rows=part.describe(page.object_list), pages=paging.links(request, page),
        may_decide=access.may_review(request.user), ratings=RATING_CHOICES))
