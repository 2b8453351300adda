"""Which addresses are known to be somebody's own: they have followed a link that was sent there.

Changes nothing.
"""
from __future__ import unicode_literals

from allauth.account.models import EmailAddress

from common.email_addresses import canonical


def addresses_of(user):
    """The set of this user's verified addresses, canonical; empty for somebody without an account."""
    if user is None or user.pk is None:
        return set()
    rows = EmailAddress.objects.filter(user=user, verified=True)
    return {canonical(address) for address in rows.values_list("email", flat=True)}


def main_address_of(user):
    """The verified address that this user writes from: the primary one as it was typed; "" for none."""
    rows = EmailAddress.objects.filter(user=user, verified=True).order_by("-primary", "pk")
    return rows.values_list("email", flat=True).first() or ""
