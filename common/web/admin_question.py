"""The page between choosing rows in the admin and doing something to them: what will happen, to what, and a
form if there is a choice.

It sends the action again with the answer, and the rows that it has named: what is done is done to these,
whatever the filters of the list find by then.
"""
from __future__ import unicode_literals

from functools import wraps

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.shortcuts import render

from common.storage.id_ranges import pack, unpack
from common.storage.many_ids import with_ids

ANSWERED, NAMED = "answered", "named"
SHOWN, MOST = 20, 500


def answer(request, form_class=forms.Form, **options):
    """The form of an action, bound when it comes back from the page."""
    return form_class(request.POST if ANSWERED in request.POST else None, **options)


def question(request, rows, count, hidden, form, title, text, button, danger=False, **more):
    """The page itself: the first of the rows, how many there are, and what is sent again, [(name, value)].

    `text` says in a sentence what the button does. `more`: "opts", the Options of their model; "where", the
    words of the list, to which the page leads back, and "back", its address if that is not this one;
    "counted", a heading; "says", further lines.
    """
    rows = list(rows)
    return render(request, "admin/question.html", dict(
        admin.site.each_context(request), title=title, form=form, text=text, button=button, danger=danger,
        hidden=hidden, rows=rows, more=max(0, count - len(rows)), answered=ANSWERED,
        is_nav_sidebar_enabled=False, **more))


def ask(model_admin, request, rows, form, title, text, button, danger=False, says=()):
    """The page before an action of Django's lists. `rows` is the queryset of what is chosen."""
    ids, opts = list(rows.values_list("pk", flat=True)), model_admin.model._meta
    # One tick, so that Django finds something chosen; AsNamed says what is.
    hidden = [("action", request.POST.getlist("action")[int(request.POST.get("index") or 0)]),
              ("select_across", "1"), (NAMED, pack(ids))]
    hidden += [(helpers.ACTION_CHECKBOX_NAME, pk) for pk in ids[:1]]
    noun = opts.verbose_name if len(ids) == 1 else opts.verbose_name_plural
    return question(request, model_admin.names_of(rows[:SHOWN]), len(ids), hidden, form, title, text, button,
                    danger, opts=opts, where=opts.verbose_name_plural.capitalize(), says=says,
                    counted="%d %s" % (len(ids), noun))


def asks(title, text, button, says=lambda rows: []):
    """Decorates an action of an AsNamed that has no choice, method(self, request, rows), with the page that
    asks first; MOST rows at once. `says(rows)` gives more lines for these rows.
    """
    def decorate(method):
        @wraps(method)
        def action(model_admin, request, rows):
            if answer(request).is_valid():
                return method(model_admin, request, rows)
            if rows.count() > MOST:
                return model_admin.message_user(request, "Choose at most %d at once." % MOST, messages.ERROR)
            return ask(model_admin, request, rows, answer(request), title, text, button, True, says(rows))
        action.short_description = title
        return action
    return decorate


class AsNamed(object):
    """For a ModelAdmin with such actions: the answer is about the rows that the page has named."""

    def names_of(self, rows):
        """What the page calls each of these rows."""
        return ["%s" % row for row in rows]

    def response_action(self, request, queryset):
        if NAMED in request.POST:
            queryset = with_ids(self.get_queryset(request), unpack(request.POST[NAMED]))
        return super(AsNamed, self).response_action(request, queryset)
