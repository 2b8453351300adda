"""Everything we keep about somebody, as plain data for themselves.

Reads only; passwords and keys stay here.
"""
from __future__ import unicode_literals

from django.apps import apps

from accounts import account_data
from accounts.profiles import language_of, profile_of


def everything_about(user):
    """{"account": ..., "addresses": ..., "profile": ..., and what the providers keep}, ready for JSON."""
    return dict(account_data.export(user), **{
        "account": {"username": user.get_username(), "email": user.email, "first_name": user.first_name,
                    "last_name": user.last_name, "joined": _date(user.date_joined),
                    "last_login": _date(user.last_login),
                    "has_password": user.has_usable_password(), "administrator": user.is_superuser},
        "addresses": [{"email": address.email, "verified": address.verified, "primary": address.primary}
                      for address in user.emailaddress_set.order_by("pk")],
        "profile": {"name": profile_of(user).name, "language": language_of(user),
                    "speaks": profile_of(user).speaks, "answers": profile_of(user).answers,
                    "face": profile_of(user).face, "colour": profile_of(user).colour},
        "passkeys_and_codes": _authenticators(user),
        "linked_accounts": _linked(user),
    })


def _authenticators(user):
    if not apps.is_installed("allauth.mfa"):
        return []
    return [{"type": key.type, "created": _date(key.created_at), "last_used": _date(key.last_used_at)}
            for key in user.authenticator_set.order_by("pk")]


def _linked(user):
    if not apps.is_installed("allauth.socialaccount"):
        return []
    return [{"provider": linked.provider, "uid": linked.uid, "since": _date(linked.date_joined),
             "data": linked.extra_data}
            for linked in user.socialaccount_set.order_by("pk")]


def _date(moment):
    return moment.isoformat() if moment else None
