"""Who may do what in the admin: Django's permissions, narrowed by whose deck it is.

Superusers may write in every deck; everybody else in those that `access` lets them edit.
"""
from __future__ import unicode_literals

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import QueryDict

from common.compat import reverse
from decks import access
from decks.models import ARCHIVED, Deck

HIDE, LOOK_AT_CARDS = "decks.add_hiddencard", "decks.view_whitecard"
# So much of a card's text the builder is told to look for.
SOUGHT = 100


def may_see_cards(user):
    return user.has_perm(LOOK_AT_CARDS)


def builder_of(user, deck, card=None):
    """The address of the deck in the builder, with the card found there; "" for who may not build it."""
    if not access.may_edit(user, deck):
        return ""
    query = QueryDict(mutable=True)
    if card is not None:
        query["q"] = card.text[:SOUGHT]
    return reverse("decks:edit", args=[deck.code]) + ("?" + query.urlencode() if query else "")


def may_write(user, deck):
    return user.is_superuser or (user.has_perm(access.EDIT) and access.may_edit(user, deck))


def writable(user):
    """The decks whose cards this person may change; nobody changes archived ones."""
    decks = Deck.objects.exclude(status=ARCHIVED)
    if user.is_superuser:
        return decks
    return decks.filter(Q(owner=None) | Q(owner=user)) if user.has_perm(access.EDIT) else decks.none()


def log(user, row, told, flag=CHANGE):
    """Write into the admin's history what became of a row. Returns what is told."""
    log_entry(user, row, told, flag).save()
    return told


def log_entry(user, row, told, flag=CHANGE):
    """The same, not stored yet, for who stores many at once."""
    return LogEntry(user=user, content_type=ContentType.objects.get_for_model(row), object_id="%d" % row.pk,
                    object_repr=("%s" % row)[:200], action_flag=flag, change_message=told)


def action(title, for_whom):
    """Marks a method of a Looking as an action: its words in the list, and a test of a user."""
    def mark(method):
        method.short_description, method.for_whom = title, for_whom
        return method
    return mark


class Looking(admin.ModelAdmin):
    """Shows its pages to who has only the permission to view.

    The old admin knows none, so there they have empty hands.
    """

    def may_write(self, request, row=None):
        return super(Looking, self).has_change_permission(request, row)

    def has_change_permission(self, request, obj=None):
        if self.may_write(request, obj):
            return True
        return settings.CLASSIC and request.user.has_perm(
            "%s.view_%s" % (self.opts.app_label, self.opts.model_name))

    def get_readonly_fields(self, request, obj=None):
        readonly = super(Looking, self).get_readonly_fields(request, obj)
        if obj is None or self.may_write(request, obj):
            return readonly
        return [name for _title, options in self.get_fieldsets(request, obj) for name in options["fields"]]

    def get_prepopulated_fields(self, request, obj=None):
        # An address that people have got stays as it is.
        return super(Looking, self).get_prepopulated_fields(request, obj) if obj is None else {}

    def save_model(self, request, obj, form, change):
        if change and not self.may_write(request, obj):
            raise PermissionDenied
        super(Looking, self).save_model(request, obj, form, change)

    def get_actions(self, request):
        """Without Django's own deletion, which knows no versions, and without what this person may not do."""
        actions = super(Looking, self).get_actions(request)
        return type(actions)((name, action) for name, action in actions.items()
                             if name != "delete_selected"
                             and getattr(action[0], "for_whom", _nobody)(request.user))


def _nobody(user):
    return False
