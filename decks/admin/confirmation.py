"""The page between choosing rows and doing something to them: what will happen, to what, and a form if there
is a choice.

Django's lists send the action and the chosen rows; this page sends them again with the answer.
"""
from __future__ import unicode_literals

from django import forms
from django.contrib.admin import helpers
from django.shortcuts import render

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
    """The page. `rows` is the queryset of what is chosen, `text` says in a sentence what the button does."""
    chosen = request.POST.getlist(helpers.ACTION_CHECKBOX_NAME)
    across = request.POST.get("select_across") == "1"
    count = rows.count()
    return render(request, "admin/decks/action.html", dict(
        model_admin.admin_site.each_context(request), title=title, opts=model_admin.opts, form=form,
        text=text, button=button,
        danger=danger, action=request.POST.getlist("action")[int(request.POST.get("index") or 0)],
        across=across,
        chosen=chosen[:1] if across else chosen, count=count, rows=list(rows[:SHOWN]),
        more=max(0, count - SHOWN),
        checkbox=helpers.ACTION_CHECKBOX_NAME, answered=ANSWERED))
