"""What the worker does with messages on `send-invite`, `send-letter` and `send-recap`: fetch the row,
build the letter, send, stamp.
"""
from __future__ import unicode_literals

from invitations.mail import letters, recap_letter
from invitations.mail.delivery import deliver
from invitations.models import Invitation, NightLetter, RecapLetter


def send_invite(payload):
    """Send the letter of the Invitation with the id payload["id"]."""
    deliver(Invitation, payload["id"], letters.invitation_letter)


def send_letter(payload):
    """Send the NightLetter with the id payload["id"]."""
    deliver(NightLetter, payload["id"], letters.night_letter)


def send_recap(payload):
    """Send the RecapLetter with the id payload["id"]."""
    deliver(RecapLetter, payload["id"], recap_letter.recap_letter)
