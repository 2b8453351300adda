"""Inviting people: the only writer of what hosts do to invitations. Workers send the letters (delivery.py).

Everything is counted and stored in one transaction behind `quota.lock`; channels and screens hear of it after
the commit.
"""
from __future__ import unicode_literals

from collections import namedtuple

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as N_

from accounts import verified_addresses
from common.compat import gettext
from common.email_addresses import canonical
from common.web import sites
from game.rooms import ownership
from game.rooms import services as rooms
from invitations import fate, same_guest, status
from invitations.hosting import addresses, news, night_card, nights, permissions, quota, withdrawals
from invitations.hosting.forms import InvitationForm, expiry
from invitations.mail import delivery, sanitize, unsubscribe
from invitations.models import Invitation, StoppedAddress

# `invited` Invitations; `refused` [(piece, why)]; `rest` the same pieces as text for the box; `left` see
# quota.SendQuota.
# `plain` tells whether links in the note became plain text.
Batch = namedtuple("Batch", "invited refused rest left plain")
MESSAGES = {
    "not_host": N_("Only the host of the room invites people by e-mail."),
    "sign_in": N_("Sign in first, so that your friends can see who invites them."),
    "verify": N_("Confirm your e-mail address first: open the link in the letter that we have sent you."),
    "empty": N_("Type or paste at least one address, like ann@example.org."),
    "unreadable": N_("There is no whole address in this yet."),
    "too_long": N_("That is more text than we can read at once; paste it in parts."),
    "on_its_way": N_("This letter is on its way already."),
    "revoked": N_("You have taken this invitation back. Invite them anew if you like."),
    "joined": N_("They are here already."),
    "no_room": N_("The room is gone. Open a new one and invite the same people again."),
    "stopped": N_("They want no letters from here. Tell them the room's code yourself."),
}
INVITED_ALREADY = N_('They are invited already; use "send again" in the list if they need another letter.')
YOURSELF = N_("This is your own address, and you are here already.")
TOO_MANY = N_("%d at once is enough; send these next.")


class Refused(Exception):
    """What a host asked for cannot be done; `code` is for scripts, `message` for the host."""

    def __init__(self, code, message=""):
        super(Refused, self).__init__(code)
        self.code, self.message = code, message or gettext(MESSAGES[code])


class UnreadableError(Refused):
    """A text without a single good address; `refused` is like a Batch's."""

    def __init__(self, refused):
        super(UnreadableError, self).__init__("unreadable" if refused else "empty")
        self.refused = refused


def invite(player, user, text, note="", language="en"):
    """Invite everybody in `text` to the player's room, in the name of `user`. Returns a Batch.

    Letters beyond the limit of the hour or the day are stored all the same, due when their turn comes.
    Raises Refused (also for a note that is too long or an unknown language: "bad_form"), UnreadableError.
    """
    standing = permissions.standing(player, user)
    if standing != "yes":
        raise Refused(standing)
    try:
        reading = addresses.read(text, settings.INVITES_AT_ONCE)
    except addresses.TooLongError:
        raise Refused("too_long")
    if not reading.guests:
        raise UnreadableError(reading.bad)
    with transaction.atomic():
        quota.lock()
        if not rooms.touch(player.room_id):
            raise Refused("no_room")
        stamps = quota.SendQuota(user, [guest.email for guest in reading.guests])
        welcome, refused = _sort_out(player.room, user, reading.guests, stamps)
        letters = _write(player, user, welcome, note, language)
        stamps.pay()
    if player.user_id is None:
        ownership.adopt(user, [player.key])  # news of the letters comes to the account's seat
    invited = Invitation.objects.filter(key__in=[letter.key for letter in letters]).select_related("player")
    invited = list(fate.with_letters(invited))
    delivery.queue(*[row for row in invited if row.due is not None and row.due <= timezone.now()])
    if any(one.night_id for one in invited):
        night_card.tell(player.room_id)
    too_many = gettext(TOO_MANY) % settings.INVITES_AT_ONCE
    refused += reading.bad + [(guest.text, too_many) for guest in reading.over]
    return Batch(invited, refused, "\n".join(text for text, _ in refused), stamps.left,
                 bool(invited) and sanitize.harmless_text(note) != sanitize.tidy_text(note))


def send_again(user, pk):
    """Send the letter of an invitation by `user` once more. Returns (Invitation, stamps left).

    Beyond the host's limit it is due when its turn comes. Raises Invitation.DoesNotExist, Refused ("limit":
    the address has had enough; it tells when it is possible again).
    """
    with transaction.atomic():
        quota.lock()
        invitation = Invitation.objects.select_related("player", "night").get(pk=pk, sender=user.pk)
        _require_sendable(invitation)
        stamps = quota.SendQuota(user, [invitation.email])
        turn = stamps.turn(invitation.email)
        if turn is None:
            raise Refused("limit", stamps.refusal(invitation.email))
        stamps.take(invitation.email, turn)
        stamps.pay()
        _ask_anew(invitation)
        withdrawals.take_back(invitation)
        delivery.send_again(invitation, turn)
    if turn <= timezone.now():
        delivery.queue(invitation)
    _tell(invitation)
    return invitation, stamps.left


def revoke(user, pk):
    """Close the link of an invitation by `user`, and keep its letter from going out. Returns the Invitation.

    Whoever has the date of a night gets a letter that takes it out of the calendar. Whoever sits at the table
    through the link stays there. Raises Invitation.DoesNotExist.
    """
    mine, letters = Invitation.objects.filter(pk=pk, sender=user.pk), []
    with transaction.atomic():
        guest = mine.get()
        rooms.touch(guest.room_id)
        changed = mine.filter(revoked=None).update(revoked=timezone.now())
        if changed:
            same_guest.let_go(mine)
            letters = withdrawals.withdraw(mine)
            mine.update(due=None)
            quota.give_back(user, guest.email, guest.due)
    delivery.queue(*letters)
    invitation = fate.with_letters(mine.select_related("player")).get()
    if changed:
        _tell(invitation)
    return invitation


def link_of(user, pk):
    """The address behind an invitation by `user`, to hand over instead of a letter, or beside it.

    It is the guest's seat, so there is none any more once they sit. Raises Invitation.DoesNotExist, Refused.
    """
    invitation = Invitation.objects.get(pk=pk, sender=user.pk)
    for code, is_so in (("revoked", invitation.revoked), ("joined", invitation.accepted),
                        ("no_room", invitation.room_id is None)):
        if is_so:
            raise Refused(code)
    return sites.address(invitation.get_absolute_url())


def _sort_out(room, user, guests, stamps):
    """([(Guest, when their letter goes)] to invite, [(text, why)] of the others); takes a stamp for each to
    invite.
    """
    emails = [guest.email for guest in guests]
    reasons = dict.fromkeys(StoppedAddress.objects.filter(address__in=emails).values_list("address",
                                                                                          flat=True),
                            gettext(MESSAGES["stopped"]))
    reasons.update(dict.fromkeys(
        permissions.active(room).filter(email__in=emails).values_list("email", flat=True),
        gettext(INVITED_ALREADY)))
    reasons.update(dict.fromkeys(verified_addresses.addresses_of(user) | {canonical(user.email)},
                                 gettext(YOURSELF)))
    welcome, refused = [], []
    for guest in guests:
        turn = stamps.turn(guest.email)
        why = reasons.get(guest.email) or turn is None and stamps.refusal(guest.email)
        if why:
            refused.append((guest.text, why))
        else:
            stamps.take(guest.email, turn)
            welcome.append((guest, turn))
    return welcome, refused


def _write(player, user, guests, note, language):
    night, now = nights.current(player.room), timezone.now()
    letters = []
    for guest, turn in guests:
        form = InvitationForm(
            {"email": guest.email, "name": guest.name, "note": note, "language": language},
            instance=Invitation(room=player.room, sender=user, sender_name=player.name, night=night))
        if not form.is_valid():
            raise Refused("bad_form", " ".join(error for errors in form.errors.values() for error in errors))
        letter = form.save(commit=False)
        letter.due, letter.created = turn, now
        letters.append(letter)
    Invitation.objects.bulk_create(letters)
    return letters


def _ask_anew(invitation):
    """Forget that they said no: they are asked once more, to the date that the room has now."""
    night = nights.current(invitation.room)
    if night is not None and night.pk != invitation.night_id:
        news.ask_to(night, Invitation.objects.filter(pk=invitation.pk))
        invitation.refresh_from_db()
    invitation.expires, invitation.opened, invitation.declined = expiry(invitation.night), None, None
    invitation.answer = "" if invitation.answer == "no" else invitation.answer
    invitation.save(update_fields=["expires", "opened", "declined", "answer"])


def _tell(invitation):
    """Tell the host, and of a night everybody at the table."""
    status.tell(invitation.pk)
    if invitation.night_id is not None:
        night_card.tell(invitation.room_id)


def _require_sendable(invitation):
    reasons = [("revoked", invitation.revoked), ("joined", invitation.accepted),
               ("no_room", invitation.room_id is None),
               ("on_its_way", invitation.due), ("stopped", unsubscribe.is_stopped(invitation.email))]
    for code, is_so in reasons:
        if is_so:
            raise Refused(code)
