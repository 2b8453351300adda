"""Addresses in several spellings, as the older allauth let them stand."""
from __future__ import unicode_literals

import datetime

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.adoption import addresses

pytestmark = pytest.mark.django_db
PENDING = [addresses.BEGINS]


@pytest.fixture
def person(django_user_model):
    """A function that makes somebody who was here so many days ago, with (address, verified) pairs."""
    def make(name, days, *pairs):
        last = timezone.now() - datetime.timedelta(days)
        user = django_user_model.objects.create_user(name, last_login=last)
        for address, verified in pairs:
            EmailAddress.objects.create(user=user, email=address, verified=verified)
        return user
    return make


def stored():
    return list(EmailAddress.objects.order_by("pk").values_list("user__username", "email", "verified"))


def test_the_spelling_that_was_confirmed_stays(person):
    person("ann", 1, ("Ann@x.example", False), ("ann@x.example", True))
    addresses.mend(PENDING)
    assert stored() == [("ann", "ann@x.example", True)]


def test_who_was_here_last_keeps_it_confirmed(person):
    person("bob", 9, ("Bob@x.example", True))
    person("cat", 1, ("bob@x.example", True))
    addresses.mend(PENDING)
    assert stored() == [("bob", "Bob@x.example", False), ("cat", "bob@x.example", True)]


def test_unconfirmed_addresses_of_two_accounts_stay(person):
    person("bob", 9, ("Bob@x.example", True))
    person("cat", 1, ("bob@x.example", False))
    assert addresses.look(PENDING).steps == []


def test_it_says_whose_addresses_they_are(person):
    person("bob", 9, ("Bob@x.example", True), ("BOB@x.example", False))
    person("cat", 1, ("bob@x.example", True))
    assert addresses.look(PENDING).steps == [
        "account_emailaddress: Bob@x.example stands 2 times for bob, and then once",
        "account_emailaddress: bob@x.example is confirmed for 2 accounts; cat used last keeps it, the others confirm "
        "it anew: bob"]


def test_without_the_rule_nothing_changes(person):
    person("ann", 1, ("Ann@x.example", False), ("ann@x.example", True))
    addresses.mend([])
    assert addresses.look([]).steps == [] and len(stored()) == 2


def test_only_those_that_stand_there_twice_are_read(person):
    for number in range(9):
        person("p%d" % number, 1, ("P%d@x.example" % number, True))
    person("ann", 1, ("Ann@x.example", True), ("ann@x.example", False))
    found = addresses._written_often(EmailAddress.objects.all())
    assert [row.email for row in found] == ["Ann@x.example", "ann@x.example"]
    assert addresses._written_often(EmailAddress.objects.filter(verified=True)) == []
