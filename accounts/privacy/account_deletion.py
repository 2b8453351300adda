"""The end of an account: everything that names its owner goes, what others share with them stays without the
name.

The providers of account data forget first, each for itself; when something breaks on the way, doing it again
does the rest.
"""
from __future__ import unicode_literals

from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q

from accounts import account_data
from accounts.profiles import name_of
from accounts.sessions.session_store import end_sessions
from common.storage import sqlite


class LastAdministratorError(Exception):
    """Without this account nobody could look after the site any more."""


def may_delete(user):
    """Whether the site can do without this account."""
    others = get_user_model().objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk)
    return not user.is_superuser or others.exists()


def delete_account(user):
    """Delete the account of `user`. Raises LastAdministratorError, account_data.Busy."""
    if not may_delete(user):
        raise LastAdministratorError()
    account_data.forget(user)
    end_sessions(user)
    with transaction.atomic():
        _entries_about(user).delete()
        user.delete()
    sqlite.forget_deleted()


def _entries_about(user):
    """What the administrators' log says of this account under its names."""
    texts = Q(content_type=ContentType.objects.get_for_model(get_user_model()), object_id="%s" % user.pk)
    texts |= Q(object_repr__in=[user.get_username(), name_of(user)])
    for email in ({user.email} | set(user.emailaddress_set.values_list("email", flat=True))) - {""}:
        texts |= Q(object_repr__icontains=email)
    return LogEntry.objects.filter(texts)

