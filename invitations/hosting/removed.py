"""Guests whom a host has removed from the table: they are not invited any more."""
from __future__ import unicode_literals

from django.utils import timezone

from invitations.hosting import nights, services
from invitations.models import Invitation


def take_back():
    """Take back, each minute, their invitations to nights ahead: a letter takes the date out of calendars."""
    began = timezone.now() - nights.LONGEST
    removed = Invitation.objects.filter(night__starts__gt=began, night__cancelled=None, player__kicked=True,
                                        revoked=None).exclude(sender=None)
    for invitation in removed.select_related("sender"):
        services.revoke(invitation.sender, invitation.pk)
