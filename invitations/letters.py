"""What is in the letters: invitations and news of game nights, as text and HTML in the guest's language."""
from __future__ import unicode_literals

from django.core.mail import EmailMultiAlternatives

from common import sites


def invitation_letter(invitation):
    """The EmailMessage of an Invitation. Raises delivery.Unwanted where it must not go out."""
    text = "%s invites you: %s" % (invitation.sender_name, sites.address(invitation.get_absolute_url()))
    return EmailMultiAlternatives("An invitation", text, "Invites <%s>" % sites.mailbox("invites"), [invitation.email])


def night_letter(letter):
    """The EmailMessage of a NightLetter. Raises delivery.Unwanted where it must not go out."""
    return invitation_letter(letter.invitation)
