"""Which addresses are known to be somebody's own: they have followed a link that was sent there.

Changes nothing.
"""
from __future__ import unicode_literals

from allauth.account.models import EmailAddress


def addresses_of(user):
    """The set of this user's verified addresses, in lower case; empty for somebody without an account."""
    if user is None or user.pk is None:
        return set()
    rows = EmailAddress.objects.filter(user=user, verified=True)
    return {address.lower() for address in rows.values_list("email", flat=True)}
