"""What is in the letters: invitations and news of game nights, as text and HTML in the guest's language.

It sends nothing and changes nothing; delivery.py does.
"""
from __future__ import unicode_literals

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext_noop as N_

from accounts import profiles
from common.compat import gettext, gettext_lazy, reverse
from common.email_addresses import readable
from common.web import senders, sites
from common.wrapping import wrapped
from invitations import fate
from invitations.mail import add_to_calendar, dates, entries, ical, message_ids, sanitize, unsubscribe
from invitations.mail.delivery import UnwantedLetterError
from invitations.models import Invitation, NightLetter, Postage

SUBJECTS = {
    "invitation": gettext_lazy("%(sender)s invites you to play cards"),
    "invitation_to_night": gettext_lazy("%(sender)s invites you to play cards: %(day)s"),
    "night": gettext_lazy("Game night with %(sender)s: %(day)s"),
    "moved": gettext_lazy("New date for cards with %(sender)s: %(day)s"),
    "changed": gettext_lazy("Changed: cards with %(sender)s on %(day)s"),
    "cancelled": gettext_lazy("Called off: cards with %(sender)s on %(day)s"),
    "revoked": gettext_lazy("Taken back: the invitation of %(sender)s for %(day)s"),
    "declined": gettext_lazy("Out of your calendar: cards with %(sender)s on %(day)s"),
    "host_gone": gettext_lazy("Called off: cards on %(day)s"),
    "room_gone": gettext_lazy("Called off: cards on %(day)s"),
    "ask": gettext_lazy("Are you coming? Cards with %(sender)s: %(day)s"),
    "message": gettext_lazy("A word from %(sender)s about %(day)s"),
    "reminder": gettext_lazy("Soon: cards with %(sender)s, %(clock)s"),
    "recap": gettext_lazy("How it went: cards with %(sender)s"),
}
# What a host changes beside the date (nights.TOLD_FIELDS).
CHANGES = {"place": gettext_lazy("the place"), "minutes": gettext_lazy("the length"),
           "title": gettext_lazy("the name"), "note": gettext_lazy("the word to all")}
BRINGS_DATE = "invitation_to_night", "night", "moved", "changed"
WITHOUT_CALENDAR = NightLetter.REMINDER, NightLetter.ASK, NightLetter.MESSAGE


def invitation_letter(invitation):
    """The EmailMessage of an Invitation; its `entry` is what it does to the guest's calendar (entries.Entry),
    None for nothing. Raises delivery.UnwantedLetterError where it must not go out.
    """
    check_wanted(invitation)
    check_open(invitation)
    night, out = invitation.night, invitation.declined is not None or invitation.answer == "no"
    if night is not None and (out or night.cancelled is not None or night.ends <= timezone.now()):
        night = None  # who cannot come gets the link alone: the date is out of their calendar
    press = Postage.objects.filter(host=invitation.sender_id, address=invitation.email).order_by("-pk")
    identity = message_ids.INVITATION, invitation.pk, press.values_list("pk", flat=True).first()
    if night is None:
        return compose("invitation", "invitation", invitation, identity)
    return compose("invitation_to_night", "invitation", invitation, identity,
                   night, night.starts, ical.REQUEST)


def night_letter(letter):
    """The EmailMessage of a NightLetter, as invitation_letter makes one. Raises
    delivery.UnwantedLetterError.
    """
    invitation, night = letter.invitation, letter.night
    check_wanted(invitation)
    if night.ends <= timezone.now():
        raise UnwantedLetterError(N_("The night is over."))
    takes_away = letter.kind in NightLetter.ENDS
    if takes_away:
        _check_end(letter, invitation)
    else:
        check_open(invitation)
        _check_night(letter, invitation, night)
    kind = _kind_of(letter, invitation, night)
    # The same press twice has the same identity, and the same night once more after a withdrawal has not.
    number = letter.sequence if letter.kind == NightLetter.WITHDRAWN else night.number
    starts = letter.starts or night.starts if takes_away else night.starts
    method = None if kind in WITHOUT_CALENDAR else ical.CANCEL if takes_away else ical.REQUEST
    said = letter.notice.text if letter.notice else ""
    text, changes = ("", said.split()) if letter.kind == NightLetter.CHANGED else (said, ())
    identity = message_ids.NIGHT, letter.pk, number
    return compose(kind, _template_of(kind, letter), invitation, identity, night, starts, method, number,
                   text, changes)


def _kind_of(letter, invitation, night):
    """The key of SUBJECTS for a NightLetter."""
    if letter.kind == NightLetter.CANCELLED and night.room_id is None:
        return "room_gone"
    if letter.kind in NightLetter.ENDS and invitation.sender_id is None:
        return "host_gone"
    if letter.kind == NightLetter.WITHDRAWN:
        if invitation.revoked is not None:
            return NightLetter.CANCELLED if fate.invited_anew(invitation) else "revoked"
        return NightLetter.CANCELLED if night.cancelled is not None else "declined"
    moved = letter.kind == NightLetter.NIGHT and _told_before(invitation, night) not in (None, night.starts)
    return "moved" if moved else letter.kind


def _template_of(kind, letter):
    """The name of the files that say a letter of this kind."""
    if letter.kind not in NightLetter.ENDS:
        return letter.kind
    return NightLetter.CANCELLED if kind in (NightLetter.CANCELLED, "room_gone") else NightLetter.WITHDRAWN


def _told_before(invitation, night):
    """The start of this night that the guest was told last, None for none.

    Who could not come has nothing in the calendar any more, and was told of the date all the same.
    """
    if invitation.in_calendar is not None:
        return invitation.in_calendar
    taken_out = invitation.letters.filter(night=night, kind=NightLetter.WITHDRAWN).exclude(sent=None)
    return night.moved_from if taken_out.exists() else None


def check_wanted(invitation):
    if unsubscribe.is_stopped(invitation.email):
        raise UnwantedLetterError(unsubscribe.REASON, Invitation.STOPPED)


def check_open(invitation):
    if invitation.revoked is not None:
        raise UnwantedLetterError(N_("You took this invitation back."))
    if invitation.player_id is not None and invitation.player.kicked:
        raise UnwantedLetterError(N_("You have removed them from the table."))
    if invitation.room_id is None:
        raise UnwantedLetterError(N_("The room is gone."))
    if invitation.expires <= timezone.now() and invitation.accepted is None:
        raise UnwantedLetterError(N_("The link of this invitation has run out. Invite them anew."))


def _check_night(letter, invitation, night):
    if invitation.declined is not None:
        raise UnwantedLetterError(N_("They said no to this invitation."))
    overtaken = letter.sequence < night.sequence and letter.notice is None
    if overtaken or letter.kind == NightLetter.CHANGED and letter.starts != night.starts:
        raise UnwantedLetterError(N_("The night was changed since; a newer letter tells of it."))
    if night.cancelled is not None:
        raise UnwantedLetterError(N_("The night was called off."))
    if letter.kind == NightLetter.REMINDER and night.starts <= timezone.now():
        raise UnwantedLetterError(N_("It was too late for a reminder: the night had begun."))
    if letter.kind == NightLetter.ASK and invitation.answer:
        raise UnwantedLetterError(N_("They have answered meanwhile."))
    if letter.kind != NightLetter.MESSAGE and invitation.answer == "no":
        raise UnwantedLetterError(N_("They said that they cannot come."))


def _check_end(letter, invitation):
    """Of an earlier night than the guest's present one nothing is known any more, so its end is told."""
    if invitation.night_id == letter.night_id and not entries.may_have(invitation):
        raise UnwantedLetterError(N_("They never got the date."))
    if letter.kind == NightLetter.WITHDRAWN and (
            fate.overtaken(letter, invitation) or _is_asked(invitation, letter.night)):
        raise UnwantedLetterError(N_("They are invited again."))


def _is_asked(invitation, night):
    """Whether the guest is invited to this night, and has not said that they do not come."""
    on = night.cancelled is None and night.pk == invitation.night_id and invitation.sender_id is not None
    return on and invitation.revoked is None and invitation.declined is None and invitation.answer != "no"


def compose(kind, template, invitation, identity, night=None, starts=None, method=None, number=None,
            message="", changes=(), more=None):
    """The EmailMessage of a kind of SUBJECTS by the files `template`; `more()` gives words of its own."""
    known = dict(settings.LANGUAGES)
    with translation.override(invitation.language if invitation.language in known
                              else settings.LANGUAGE_CODE):
        words = dict(_words(kind, invitation, night, starts), message=sanitize.harmless_text(message),
                     changed=", ".join("%s" % CHANGES[name] for name in changes), **more() if more else {})
        subject = SUBJECTS[kind] % words
        letter = EmailMultiAlternatives(
            subject, wrapped(render_to_string("letters/invitations/%s.txt" % template, words)),
            senders.sender(_via(words["sender"])), [senders.mailbox(words["guest"], invitation.email)],
            headers=_headers(words["stop_link"], identity), reply_to=words["answers_to"])
        letter.attach_alternative(render_to_string("letters/invitations/%s.html" % template, words),
                                  "text/html")
        letter.entry = None
        if method:
            number = night.number if number is None else number
            _attach(letter, method, invitation, night, starts, number, words)
            letter.entry = entries.Entry(night.pk, None if method == ical.CANCEL else starts, number)
    return letter


def _words(kind, invitation, night, starts):
    """What the templates say; whatever people have typed is harmless in here."""
    zone = night.zone if night else settings.TIME_ZONE
    words = {
        "kind": kind, "night": night,
        "sender": sanitize.harmless_line(invitation.sender_name),
        "guest": sanitize.harmless_line(invitation.name),
        "note": sanitize.harmless_text(invitation.note), "email": readable(invitation.email),
        "domain": sites.domain(),
        "link": sites.address(invitation.get_absolute_url()),
        "stop_link": sites.address(
        reverse("invitations:stop", args=[unsubscribe.token_for(invitation.email)])),
        "stays": invitation.revoked is None and (night is None or night.pk == invitation.night_id),
        "until": dates.day(invitation.expires, zone), "answers_to": profiles.answers_to(invitation.sender),
    }
    if night:
        words.update(dates.in_words(starts, zone), hours=night.minutes // 60,
                     title=sanitize.harmless_line(night.title), place=sanitize.harmless_line(night.place),
                     night_note=sanitize.harmless_text(night.note))
        if kind in BRINGS_DATE:
            words.update(calendar=add_to_calendar.links(night),
                         calendar_in_text=add_to_calendar.links(night, with_note=False))
    if kind == "moved":
        old = _told_before(invitation, night)
        words.update(old_day=dates.day(old, zone), old_clock=dates.clock(old, zone),
                     reason=sanitize.harmless_text(night.reason))
    return words


def _headers(stop_link, identity):
    return {
        "Message-ID": message_ids.make(*identity),
        "List-Unsubscribe": "<%s>" % stop_link,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }


def _attach(letter, method, invitation, night, starts, number, words):
    """Add the calendar in both ways that mail programs look for: a part they show buttons for,
    and a file to open.
    """
    if method == ical.REQUEST and not (settings.INBOX_URL or settings.INBOX_SECRET):
        method = ical.PUBLISH  # nobody would read what the buttons of mail programs send
    named = gettext("Cards with %(sender)s") % words if words["sender"] else gettext("Game night")
    link = add_to_calendar.link_of(night)
    description = "%s\n\n%s" % (gettext("Your seat, and your answer for %(sender)s:") % words, link)
    if words["night_note"]:
        description = "%s\n\n%s" % (words["night_note"], description)
    calendar = ical.calendar(
        method, invitation, night, (starts, number), senders.address(), link,
        add_to_calendar.place_of(night), words["title"] or named,
        description if words["sender"] else link)
    letter.attach_alternative(calendar.decode("utf-8"), "text/calendar; method=%s" % method)
    letter.attach("invite.ics", calendar, "application/ics")


def _via(host):
    if not host:  # the account is deleted
        return senders.site_name()
    # Translators: whom a letter comes from: a person who writes through the site.
    return gettext("%(sender)s via %(site)s") % {"sender": host, "site": senders.site_name()}
