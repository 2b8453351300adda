"""A nickname and a language for each account, stored when somebody chooses them."""
from __future__ import unicode_literals

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts import profiles
from accounts.models import Profile
from common.names import BadNameError
from tests.game.people import an_account

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("username, name", [
    ("ann", "ann"), ("ann.lee@example.org", "ann.lee"), ("a" * 30, "a" * 24), ("@ann", "Player")])
def test_a_name_to_begin_with_comes_from_the_user_name(username, name):
    assert profiles.name_of(an_account(username)) == name
    assert not Profile.objects.exists()


def test_a_profile_keeps_what_its_owner_chose(django_user_model):
    profiles.change(an_account(), " Ann  Lee ", "de")
    profiles.change(django_user_model.objects.get(), "Annie", "pl")
    ann = django_user_model.objects.get()
    assert (profiles.name_of(ann), profiles.language_of(ann)) == ("Annie", "pl")


def test_a_bad_name_changes_nothing():
    with pytest.raises(BadNameError):
        profiles.change(an_account(), "An\u202en", "de")
    assert not Profile.objects.exists()


def test_without_a_choice_letters_speak_the_language_of_the_site():
    ann = an_account()
    assert profiles.language_of(ann) == "en"
    profiles.change(ann, "Ann", "tlh")
    assert profiles.language_of(ann) == "en"


def test_guests_have_no_name_and_the_language_of_the_site():
    for nobody in (None, AnonymousUser()):
        assert profiles.name_of(nobody) == "" and profiles.language_of(nobody) == "en"
