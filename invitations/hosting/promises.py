"""What must not be deleted by hand yet: rows by which a date is taken out of calendars again. Reads only."""
from __future__ import unicode_literals

from django.utils import timezone

from invitations import fate
from invitations.mail import entries
from invitations.models import GameNight, Invitation, NightLetter


def of_nights(ids):
    """Those of these GameNights that are ahead and not called off, or that a letter is to tell of still; also
    those whose end a guest who has the date was not told.
    """
    nights = GameNight.objects.filter(pk__in=ids)
    ahead = {night.pk for night in nights.filter(cancelled=None) if night.ends > timezone.now()}
    held = {guest.night_id for guest in entries.holders(Invitation.objects.filter(night__in=ids))}
    return ahead | held | set(nights.filter(letters__due__isnull=False).values_list("pk", flat=True))


def of_invitations(ids):
    """Those of these Invitations whose guests have a date in the calendar, or get a letter that ends it."""
    mine = Invitation.objects.filter(pk__in=ids)
    ending = mine.filter(letters__due__isnull=False, letters__kind__in=NightLetter.ENDS)
    return {guest.pk for guest in entries.holders(mine)} | set(ending.values_list("pk", flat=True))


def of_letters(ids):
    """Those of these NightLetters that are on their way, or that should have taken away a date and can go
    once more.
    """
    letters = NightLetter.objects.filter(pk__in=ids)
    missed = [letter.pk for letter in letters.filter(kind__in=NightLetter.ENDS).select_related("night")
              if letter.night.ends > timezone.now() and fate.can_be_sent_again(letter)]
    return set(missed) | set(letters.filter(due__isnull=False).values_list("pk", flat=True))


def of_notices(ids):
    """Those of these Notices whose letters are on their way."""
    letters = NightLetter.objects.filter(notice__in=ids, due__isnull=False)
    return set(letters.values_list("notice", flat=True))
