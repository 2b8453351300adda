"""The night in words, as the page behind a guest's link shows it; in the language that is active."""
from __future__ import unicode_literals

from django.utils import timezone

from invitations import words
from invitations.hosting import night_card
from invitations.mail import add_to_calendar, dates, sanitize


def day_of(invitation, cancelled):
    """In words the date that was called off and has not passed, or that has passed; "" for none."""
    night = invitation.night
    if night is None or cancelled != (night.cancelled is not None):
        return ""
    return dates.day(night.starts, night.zone) if cancelled == (night.ends > timezone.now()) else ""


def in_words(night):
    """What the page shows of a GameNight that may be answered."""
    return dict(
        dates.in_words(night.starts, night.zone), mark=night_card.mark_of(night),
        title=sanitize.harmless_line(night.title), place=sanitize.harmless_line(night.place),
        note=sanitize.harmless_text(night.note), plus_one=night.plus_one,
        calendar=add_to_calendar.links(night), answers=words.ANSWERS.items(),
        moved_from=_old_date(night) if night.moved_from else "")


def _old_date(night):
    clock = dates.unbroken(dates.clock(night.moved_from, night.zone))
    return "%s (%s)" % (dates.day(night.moved_from, night.zone), clock)
