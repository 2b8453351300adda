"""Actions of the admin's lists that ask before they do anything."""
from __future__ import unicode_literals

from functools import wraps

from django.contrib import admin
from django.contrib.admin import helpers
from django.shortcuts import render

ANSWERED = "answered"
SHOWN = 20


def asks(title, text, button, says=lambda rows: []):
    """Decorates an action, method(self, request, rows): its words in the list, and the page that asks first.

    `text` says in a sentence what the button does; `says(rows)` gives more lines for these rows.
    """
    def decorate(method):
        @wraps(method)
        def action(model_admin, request, rows):
            if ANSWERED in request.POST:
                return method(model_admin, request, rows)
            return _page(model_admin, request, rows, title=title, text=text, button=button, says=says(rows))
        action.short_description = title
        return action
    return decorate


def _page(model_admin, request, rows, **words):
    hidden = [("action", request.POST.getlist("action")[int(request.POST.get("index") or 0)]),
              ("select_across", request.POST.get("select_across", "0"))]
    chosen = request.POST.getlist(helpers.ACTION_CHECKBOX_NAME)
    hidden += [(helpers.ACTION_CHECKBOX_NAME, pk) for pk in chosen]
    count = rows.count()
    return render(request, "admin/question.html", dict(
        admin.site.each_context(request), opts=model_admin.model._meta, hidden=hidden, answered=ANSWERED,
        rows=rows[:SHOWN], count=count, more=max(0, count - SHOWN), is_nav_sidebar_enabled=False, **words))
