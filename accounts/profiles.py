"""The nickname and the language of accounts.

A profile is stored when its owner first changes it, and not before.
"""
from __future__ import unicode_literals

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist

from accounts import verified_addresses
from accounts.models import Profile
from common.names import NAME_LENGTH, BadNameError, tidy_name
from common.web.languages import is_of_pages, is_ours

NAMELESS = "Player"


def profile_of(user):
    """The Profile of `user`; a new one that is not stored yet where there is none."""
    try:
        return user.profile
    except ObjectDoesNotExist:
        return Profile(user=user, name=_first_name(user))


def name_of(user):
    """The nickname of `user`; "" for somebody without an account."""
    return profile_of(user).name if user is not None and user.pk is not None else ""


def language_of(user):
    """The language of letters to `user`, or to somebody without an account: a code of settings.LANGUAGES.

    Who has chosen none for letters gets them in the language of their pages.
    """
    profile = profile_of(user) if user is not None and user.pk is not None else None
    for language in (profile.language, profile.speaks) if profile is not None else ():
        if is_ours(language):
            return language
    return settings.LANGUAGE_CODE


def spoken_by(user):
    """The language that `user` has chosen for pages; "" for none."""
    speaks = profile_of(user).speaks if user.pk is not None else ""
    return speaks if is_of_pages(speaks) else ""


def keep_spoken(user, language):
    """Show pages to `user` in this language from now on, on any device that knows no other."""
    if not Profile.objects.filter(user=user).update(speaks=language):
        Profile.objects.create(user=user, name=_first_name(user), speaks=language)


def answers_to(user):
    """[the confirmed address that answers to this user's letters go to]; [] where they have not agreed."""
    address = verified_addresses.main_address_of(user) if user and profile_of(user).answers else ""
    return [address] if address else []


def change(user, name, language, answers=False):
    """Store what the owner of the account has chosen. Returns the Profile. Raises BadNameError."""
    profile, _ = Profile.objects.update_or_create(user=user, defaults={
        "name": tidy_name(name), "language": language, "answers": answers})
    return profile


def look_of(user):
    """(face, colour) of `user`; None for who has not chosen one, or has no account."""
    profile = profile_of(user) if user is not None and user.pk is not None else None
    return (profile.face, profile.colour) if profile is not None and profile.face else None


def keep_look(user, face, colour):
    """Offer this face and colour to `user` from now on."""
    if not Profile.objects.filter(user=user).update(face=face, colour=colour):
        Profile.objects.create(user=user, name=_first_name(user), face=face, colour=colour)


def _first_name(user):
    """A nickname to begin with.

    Many people take their address as user name, which is nobody else's business.
    """
    try:
        return tidy_name(user.get_username().split("@")[0][:NAME_LENGTH])
    except BadNameError:
        return NAMELESS
