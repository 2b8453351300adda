"""Confirming an address where no letter can: the link that its letter would bring."""
from __future__ import unicode_literals

from allauth.account.models import EmailAddress, EmailConfirmationHMAC

from common.compat import reverse
from common.email_addresses import canonical
from common.web import sites


def link_for(address):
    """The address of the page that confirms this EmailAddress; like the letter, for its owner only."""
    return sites.address(reverse("account_confirm_email", args=[EmailConfirmationHMAC(address).key]))


def waiting(email):
    """The EmailAddresses, of whatever accounts, that are written like this and wait to be confirmed."""
    rows = EmailAddress.objects.filter(email__iexact=canonical(email), verified=False)
    return list(rows.select_related("user"))


def first_waiting_of(user):
    """The EmailAddress of this user that waits to be confirmed, the main one first; None for none."""
    return EmailAddress.objects.filter(user=user, verified=False).order_by("-primary", "pk").first()
