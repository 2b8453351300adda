"""What the app keeps about people with an account: invitations sent and received (accounts/account_data.py).

An address that wants no letters stays on its list for ever: it is the only way to keep that promise.
"""
from __future__ import unicode_literals

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_noop as N_

from accounts import verified_addresses
from accounts.account_data import Section
from common.compat import gettext as _
from common.compat import ngettext
from common.email_addresses import readable
from decks.privacy.anonymise import Names
from game.seats.sessions import SEATS
from invitations import export as export_of
from invitations import remembered, same_guest, status
from invitations.hosting import news, nights, withdrawals
from invitations.mail import delivery, entries, file_cleanup
from invitations.models import GameNight, Invitation, NightLetter, Notice, Postage, RecapLetter

SESSION_NAMES = (remembered.SESSION_NAME,)
SHOWN = 50
GONE = N_("Somebody who has left")


def useful(sessions):
    """Those that have answered by a link which is good still; all others find invitations by their links."""
    return remembered.useful(sessions)


def adopt(user, session):
    """Nothing of invitations is in a session."""


def introduction(session):
    """The address that the letter went to by which this browser has taken a seat; the latest, if several."""
    keys = list(session.get(SEATS, {}).values())
    came = Invitation.objects.filter(player__key__in=keys, player__user=None, player__kicked=False)
    invitation = came.exclude(email="").order_by("-accepted").first()
    return {"email": readable(invitation.email)} if invitation else {}


def sections(user):
    """The invitations this person has sent, the newest first."""
    sent = _sent(user).select_related("room").defer("room__state")[:SHOWN]
    return [Section(_("Invitations I sent"), "invitations/profile.html", {"invitations": [
        {"email": readable(invitation.email), "name": invitation.name, "status": status.status_of(invitation),
         "word": status.word_of(invitation), "created": invitation.created,
         "room": invitation.room} for invitation in sent]})]


def export(user):
    """What export.py lists."""
    return export_of.of(user)


def leaving(user):
    """What becomes of this person's invitations and game nights."""
    mine = Q(sender=user) | Q(night__host=user, night__cancelled=None)
    holders = [guest.pk for guest in entries.holders(Invitation.objects.filter(mine))]
    dates = news.count(Invitation.objects.filter(pk__in=holders))
    ended = _sent(user).filter(revoked=None, accepted=None, expires__gt=timezone.now()).count()
    said = []
    if dates:
        said.append(ngettext(
            "Your game nights are called off, and %(count)d guest who has the date gets a letter of it.",
            "Your game nights are called off, and %(count)d guests who have the date get a letter of it.",
            dates) % {"count": dates})
    if ended:
        said.append(ngettext("%(count)d open invitation of yours ends, and its link says so.",
                             "%(count)d open invitations of yours end, and their links say so.",
                             ended) % {"count": ended})
    return said


def forget(user):
    """Take this person out of what they sent, and their name and address out of what others sent them.

    Their game nights are called off, their invitations end, and their links say so; guests keep their seats,
    and who has a date gets a letter that takes it away, without the host's name.

    The letters that were kept in a folder go first: they are found by what the rows still know.
    """
    addresses = verified_addresses.addresses_of(user)
    received = Invitation.objects.filter(email__in=addresses)
    file_cleanup.forget(_letters_of(user, addresses, _sent(user) | received))
    _end_invitations(user)
    Postage.objects.filter(host=user).delete()
    for letters in (NightLetter.objects.filter(invitation__in=received),
                    RecapLetter.objects.filter(invitation__in=received)):
        letters.filter(sent=None).update(due=None)
        letters.update(last_error="")  # mail servers quote the address
    ending = received.filter(accepted=None, revoked=None)
    same_guest.let_go(ending)
    ending.update(revoked=timezone.now())
    received.update(email="", name=_(GONE), note="", due=None, last_error="")
    Postage.objects.filter(address__in=addresses).delete()


def _end_invitations(user):
    """The addresses of those who get a last letter stay until that has gone (old_invitations.clear_old)."""
    sent, hosted = _sent(user), GameNight.objects.filter(host=user)
    RecapLetter.objects.filter(invitation__in=sent).update(due=None)
    with transaction.atomic():
        letters = [letter for night in hosted.filter(cancelled=None) for letter in nights.call_off(night)
                   if letter.invitation.sender_id != user.pk]
        last = withdrawals.end(sent)
        sent.exclude(letters__in=last).update(email="", name="")
        sent.filter(revoked=None).update(revoked=timezone.now())
        hosted.filter(invitations=None).exclude(letters__in=last).delete()
        Notice.objects.filter(night__in=hosted).update(text="")
        hosted.update(host=None, reason="", title="", place="", note="")
        sent.update(sender=None, sender_name="", note="", answer="", last_error="", due=None)
    delivery.queue(*(letters + last))


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
