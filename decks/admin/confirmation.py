"""The page between choosing rows and doing something to them: what will happen, to what, and a form if there
is a choice.

Django's lists send the action and the chosen rows; this page sends them again with the answer.
"""
from __future__ import unicode_literals

from django import forms
from django.contrib import admin
from django.contrib.admin import helpers
from django.shortcuts import render

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
    chosen = request.POST.getlist(helpers.ACTION_CHECKBOX_NAME)
    across = request.POST.get("select_across") == "1"
    hidden = [("action", request.POST.getlist("action")[int(request.POST.get("index") or 0)]),
              ("select_across", "1" if across else "0")]
    hidden += [(helpers.ACTION_CHECKBOX_NAME, pk) for pk in (chosen[:1] if across else chosen)]
    return confirm(request, rows[:SHOWN], rows.count(), hidden, form, title, text, button, danger)


def confirm(request, rows, count, hidden, form, title, text, button, danger=False):
    """The page itself: the first of the rows, how many there are, and what is sent again, [(name, value)]."""
    rows = list(rows)
    return render(request, "admin/decks/action.html", dict(
        admin.site.each_context(request), title=title, opts=Deck._meta, is_nav_sidebar_enabled=False,
        form=form, text=text, button=button, danger=danger, hidden=hidden, rows=rows,
        more=max(0, count - len(rows)), answered=ANSWERED))
