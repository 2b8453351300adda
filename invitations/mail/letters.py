"""What is in the letters: invitations and news of game nights, as text and HTML in the guest's language.

It sends nothing and changes nothing; delivery.py does.
"""
from __future__ import unicode_literals

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.crypto import salted_hmac

from common import sites
from common.compat import gettext, gettext_lazy, reverse
from common.wrapping import wrapped
from invitations.mail import dates, ical, sanitize, unsubscribe
from invitations.mail.delivery import UnwantedLetterError
from invitations.models import NightLetter, Postage

SUBJECTS = {
    "invitation": gettext_lazy("%(sender)s invites you to play cards"),
    "invitation_to_night": gettext_lazy("%(sender)s invites you to play cards: %(day)s"),
    "night": gettext_lazy("Game night with %(sender)s: %(day)s"),
    "moved": gettext_lazy("New date for cards with %(sender)s: %(day)s"),
    "cancelled": gettext_lazy("Called off: cards with %(sender)s on %(day)s"),
    "reminder": gettext_lazy("Soon: cards with %(sender)s, %(clock)s"),
}


def invitation_letter(invitation):
    """The EmailMessage of an Invitation. Raises delivery.UnwantedLetterError where it must not go out."""
    _check(invitation)
    night = invitation.night
    if night is not None and (night.cancelled is not None or night.ends <= timezone.now()):
        night = None
    press = Postage.objects.filter(host=invitation.sender_id, address=invitation.email).order_by("-pk")
    identity = "invitation", invitation.pk, press.values_list("pk", flat=True).first()
    kind = "invitation" if night is None else "invitation_to_night"
    return _letter(kind, "invitation", invitation, night, identity, ical.REQUEST)


def night_letter(letter):
    """The EmailMessage of a NightLetter. Raises delivery.UnwantedLetterError where it must not go out."""
    invitation, night = letter.invitation, letter.night
    _check(invitation)
    _check_night(letter, invitation, night)
    kind, method = letter.kind, ical.REQUEST
    if kind == NightLetter.NIGHT and letter.sequence > 0:
        kind = "moved"
    elif kind == NightLetter.CANCELLED:
        method = ical.CANCEL
    elif kind == NightLetter.REMINDER:
        method = None
    return _letter(kind, letter.kind, invitation, night, ("night", letter.pk), method)


def _check(invitation):
    if invitation.revoked is not None:
        raise UnwantedLetterError("You took this invitation back.")
    if invitation.room_id is None:
        raise UnwantedLetterError("The room is gone.")
    if invitation.expires <= timezone.now() and invitation.accepted is None:
        raise UnwantedLetterError("The link of this invitation has run out. Invite them anew.")
    if unsubscribe.is_stopped(invitation.email):
        raise UnwantedLetterError(unsubscribe.REASON)


def _check_night(letter, invitation, night):
    if invitation.declined is not None:
        raise UnwantedLetterError("They said no to this invitation.")
    if letter.sequence < night.sequence:
        raise UnwantedLetterError("The night was changed since; a newer letter tells of it.")
    if letter.kind != NightLetter.CANCELLED and night.cancelled is not None:
        raise UnwantedLetterError("The night was called off.")
    if night.ends <= timezone.now():
        raise UnwantedLetterError("The night is over.")
    if letter.kind == NightLetter.REMINDER and night.starts <= timezone.now():
        raise UnwantedLetterError("It was too late for a reminder: the night had begun.")
    if letter.kind == NightLetter.REMINDER and invitation.answer == "no":
        raise UnwantedLetterError("They said that they cannot come.")


def _letter(kind, template, invitation, night, identity, method):
    known = dict(settings.LANGUAGES)
    with translation.override(invitation.language if invitation.language in known
                              else settings.LANGUAGE_CODE):
        words = _words(kind, invitation, night)
        subject = SUBJECTS[kind] % words
        letter = EmailMultiAlternatives(
            subject, wrapped(render_to_string("letters/invitations/%s.txt" % template, words)),
            "Invites <%s>" % sites.mailbox("invites"), [_mailbox(words["guest"], invitation.email)],
            headers=_headers(words["stop_link"], identity))
        letter.attach_alternative(render_to_string("letters/invitations/%s.html" % template, words),
                                  "text/html")
        if night is not None and method:
            _attach(letter, method, invitation, night, words)
    return letter


def _words(kind, invitation, night):
    """What the templates say; whatever people have typed is harmless in here."""
    zone = night.zone if night else settings.TIME_ZONE
    words = {
        "kind": kind, "night": night,
        "sender": sanitize.harmless_line(invitation.sender_name),
        "guest": sanitize.harmless_line(invitation.name),
        "note": sanitize.harmless_text(invitation.note), "email": invitation.email, "domain": sites.domain(),
        "link": sites.address(invitation.get_absolute_url()),
        "stop_link": sites.address(
        reverse("invitations:stop", args=[unsubscribe.token_for(invitation.email)])),
        "until": dates.day(invitation.expires, zone),
    }
    if night:
        words.update(day=dates.day(night.starts, zone), clock=dates.clock(night.starts, zone),
                     zone=zone.replace("_", " "),
                     hours=night.minutes // 60)
    return words


def _headers(stop_link, identity):
    # A letter that went twice for one press has the same Message-ID both times, so mail programs can show it
    # once.
    name = salted_hmac("invitations.letters", "/".join("%s" % part for part in identity)).hexdigest()
    return {
        "Message-ID": "<%s>" % sites.mailbox(name),
        "List-Unsubscribe": "<%s>" % stop_link,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }


def _attach(letter, method, invitation, night, words):
    """Add the calendar in both ways that mail programs look for: a part they show buttons for,
    and a file to open.
    """
    description = "%s\n\n%s" % (gettext("Your seat, and your answer for %(sender)s:") % words, words["link"])
    calendar = ical.calendar(
        method, invitation, night, sites.mailbox("invites"), words["link"],
        sites.address(invitation.room.get_absolute_url()), gettext("Cards with %(sender)s") % words,
        description)
    letter.attach_alternative(calendar.decode("utf-8"), "text/calendar; method=%s" % method)
    letter.attach("invite.ics", calendar, "application/ics")


def _mailbox(name, address):
    name = name.replace("\\", "").replace('"', "'")
    return '"%s" <%s>' % (name, address) if name else address
