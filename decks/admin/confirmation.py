"""The page between choosing rows and doing something to them: what will happen, to what, and a form if there
is a choice.

The page sends the action again with the answer, and the rows that it has named.
"""
from __future__ import unicode_literals

from django import forms
from django.contrib import admin
from django.contrib.admin import helpers
from django.shortcuts import render

from common.storage.many_ids import with_ids
from decks.admin import names
from decks.admin.named import NAMED, pack, unpack
from decks.models import Deck

ANSWERED = "answered"
SHOWN = 20


def action(title, for_whom):
    """Marks a method of a ModelAdmin as an action: its words in the list, and a test of a user."""
    def mark(method):
        method.short_description, method.for_whom = title, for_whom
        return method
    return mark


def answer(request, form_class=forms.Form, **options):
    """The form of an action, bound when it comes back from the page."""
    return form_class(request.POST if ANSWERED in request.POST else None, **options)


def ask(model_admin, request, rows, form, title, text, button, danger=False):
    """The page before an action of Django's lists. `rows` is the queryset of what is chosen, `text` says in a
    sentence what the button does.
    """
    ids = list(rows.values_list("pk", flat=True))
    # One tick, so that Django finds something chosen; AsNamed says what is.
    hidden = [("action", request.POST.getlist("action")[int(request.POST.get("index") or 0)]),
              ("select_across", "1"), (NAMED, pack(ids))]
    hidden += [(helpers.ACTION_CHECKBOX_NAME, pk) for pk in ids[:1]]
    return confirm(request, rows[:SHOWN], len(ids), hidden, form, title, text, button, danger)


class AsNamed(object):
    """For a ModelAdmin with such actions: the answer is about the rows that the page has named."""

    def response_action(self, request, queryset):
        if NAMED in request.POST:
            queryset = with_ids(self.get_queryset(request), unpack(request.POST[NAMED]))
        return super(AsNamed, self).response_action(request, queryset)


def confirm(request, rows, count, hidden, form, title, text, button, danger=False):
    """The page itself: the first of the rows, how many there are, and what is sent again, [(name, value)]."""
    rows = list(rows)
    names.mark(row for row in rows if isinstance(row, Deck))
    return render(request, "admin/decks/action.html", dict(
        admin.site.each_context(request), title=title, opts=Deck._meta, is_nav_sidebar_enabled=False,
        form=form, text=text, button=button, danger=danger, hidden=hidden, rows=rows,
        more=max(0, count - len(rows)), answered=ANSWERED))
