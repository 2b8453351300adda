"""What the app keeps about people with an account: invitations sent and received (accounts/account_data.py).

An address that wants no letters stays on its list for ever: it is the only way to keep that promise.
"""
from __future__ import unicode_literals

from django.utils import timezone

from accounts import verified_addresses
from accounts.account_data import Section
from decks.privacy.anonymise import Names
from invitations import status
from invitations.mail import file_cleanup
from invitations.models import GameNight, Invitation, NightLetter, Postage, StoppedAddress

SESSION_NAMES = ()
SHOWN = 50
GONE = "Somebody who has left"


def useful(sessions):
    """None: invitations are found by their links."""
    return set()


def adopt(user, session):
    """Nothing of invitations is in a session."""


def sections(user):
    """The invitations this person has sent, the newest first."""
    sent = _sent(user).select_related("room").defer("room__state")[:SHOWN]
    return [Section("Invitations I sent", "invitations/profile.html", {"invitations": [
        {"email": invitation.email, "name": invitation.name, "status": status.status_of(invitation),
         "created": invitation.created, "room": invitation.room} for invitation in sent]})]


def export(user):
    """Invitations sent and received, without their keys, game nights, and addresses that want no letters."""
    addresses = verified_addresses.addresses_of(user)
    return {
        "invitations_sent": [dict(_common(invitation), email=invitation.email, name=invitation.name,
                                  language=invitation.language, answer=invitation.answer)
                             for invitation in _sent(user).select_related("room").defer("room__state")],
        "invitations_received": [dict(_common(invitation), email=invitation.email,
                                      sender=invitation.sender_name)
                                 for invitation in Invitation.objects.filter(
        email__in=addresses).select_related(
                                     "room").defer("room__state")],
        "game_nights": [{"room": night.room.code, "starts": night.starts.isoformat(),
                         "minutes": night.minutes,
                         "zone": night.zone, "cancelled": night.cancelled is not None}
                        for night in GameNight.objects.filter(host=user).select_related("room").defer(
        "room__state")],
        "addresses_without_letters": sorted(StoppedAddress.objects.filter(address__in=addresses).values_list(
            "address", flat=True)),
    }


def forget(user):
    """Drop what this person sent, and their name and address from what others sent them.

    Guests keep their seats.

    The letters that were kept in a folder go first: they are found by what the rows still know.
    """
    addresses = verified_addresses.addresses_of(user)
    received = Invitation.objects.filter(email__in=addresses)
    file_cleanup.forget(_letters_of(user, addresses, _sent(user) | received))
    GameNight.objects.filter(host=user).delete()
    Invitation.objects.filter(sender=user).delete()
    Postage.objects.filter(host=user).delete()
    NightLetter.objects.filter(invitation__in=received, sent=None).update(due=None)
    NightLetter.objects.filter(invitation__in=received).update(
        last_error="")  # mail servers quote the address
    received.filter(accepted=None, revoked=None).update(revoked=timezone.now())
    received.update(email="", name=GONE, note="", due=None, last_error="")
    Postage.objects.filter(address__in=addresses).delete()


def _letters_of(user, addresses, invitations):
    """A function that tells from its text whether a letter names this person or belongs to one of these
    invitations.
    """
    unverified = set(user.emailaddress_set.values_list("email", flat=True))
    names = Names({user.get_username(), user.email} | unverified | addresses)
    keys = set(invitations.values_list("key", flat=True))
    return lambda text: names.out_of(text) != text or any(key in text for key in keys)


def _sent(user):
    return Invitation.objects.filter(sender=user)


def _common(invitation):
    return {"room": invitation.room.code if invitation.room else "",
            "created": invitation.created.isoformat(),
            "status": status.status_of(invitation), "note": invitation.note}
