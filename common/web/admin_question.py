"""Actions of the admin's lists that ask before they do anything."""
from __future__ import unicode_literals

from functools import wraps

from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.shortcuts import render

ANSWERED = "answered"
SHOWN, MOST = 20, 500


def asks(title, text, button, says=lambda rows: []):
    """Decorates an action, method(self, request, rows): its words in the list, and the page that asks first.

    `text` says in a sentence what the button does; `says(rows)` gives more lines for these rows. The answer
    is about the rows that the page has named, MOST at once.
    """
    def decorate(method):
        @wraps(method)
        def action(model_admin, request, rows):
            if ANSWERED in request.POST:
                return method(model_admin, request, rows)
            if rows.count() > MOST:
                return model_admin.message_user(request, "Choose at most %d at once." % MOST, messages.ERROR)
            return _page(model_admin, request, rows, title=title, text=text, button=button, says=says(rows))
        action.short_description = title
        return action
    return decorate


def _page(model_admin, request, rows, **words):
    ids = list(rows.values_list("pk", flat=True))
    hidden = [("action", request.POST.getlist("action")[int(request.POST.get("index") or 0)])]
    hidden += [(helpers.ACTION_CHECKBOX_NAME, pk) for pk in ids]
    count = len(ids)
    return render(request, "admin/question.html", dict(
        admin.site.each_context(request), opts=model_admin.model._meta, hidden=hidden, answered=ANSWERED,
        rows=rows[:SHOWN], count=count, more=max(0, count - SHOWN), is_nav_sidebar_enabled=False, **words))
