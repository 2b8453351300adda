"""Old ways to sign in that lead nowhere here: kinds of passwords, and other sites that are not offered.

Their rows stay as they are.
"""
from __future__ import unicode_literals

from collections import Counter

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import identify_hasher

from common.storage import tables
from common.storage.tables import Found

USERS, LINKED = "auth_user", "socialaccount_socialaccount"


def look(pending):
    """Found; there is nothing to do."""
    there, left = tables.names(), []
    if USERS in there:
        left += ["%s: %d passwords of a kind that is not read any more (%s); these people ask for a new "
                 "one by letter, or get one by changepassword" % (USERS, number, kind)
                 for kind, number in sorted(_unread_passwords().items())]
    if LINKED in there and apps.is_installed("allauth.socialaccount"):
        left += ["%s: %d ways to sign in by %s, which this site does not offer" % (LINKED, number, site)
                 for site, number in sorted(_unknown_sites().items())]
    return Found(left=left)


def _unread_passwords():
    """{what their kind is called: how many}."""
    kinds = Counter()
    for password in get_user_model().objects.values_list("password", flat=True).iterator():
        if password and not password.startswith("!"):
            try:
                identify_hasher(password)
            except ValueError:
                kinds[password.split("$")[0][:20] if "$" in password else "without a salt"] += 1
    return kinds


def _unknown_sites():
    """{name of a site: how many}."""
    from allauth.socialaccount.models import SocialAccount
    from allauth.socialaccount.providers import registry
    sites = Counter(SocialAccount.objects.values_list("provider", flat=True))
    return {site: number for site, number in sites.items() if registry.get_class(site) is None}
