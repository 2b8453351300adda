"""All addresses of the site, from a walk over the URL patterns, and a world in which each of them leads
somewhere.
"""
from __future__ import absolute_import, unicode_literals  # a folder of tests is named like an app

import re
from datetime import timedelta

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client
from django.utils import timezone

from cards_project.urls import urlpatterns
from common.compat import reverse
from decks.imports import jobs
from decks.models import PUBLISHED, Deck
from game.codes import KEY_LENGTH
from game.rooms import services
from invitations.mail import unsubscribe
from invitations.models import Invitation
from tests.game.pages import sit

PASSWORD = "walnut-pudding-7"
OURS = ("language", "script_texts", "game", "accounts", "decks", "invitations")
LIBRARIES = ("account_", "mfa_")  # allauth's names; its pages are held to the same, without a list


def walk(patterns, space=""):
    """(name with its namespaces, regex) of every address, as both Djangos have them."""
    for pattern in patterns:
        regex = getattr(pattern, "pattern", pattern).regex.pattern
        if hasattr(pattern, "url_patterns"):
            inside = "%s%s:" % (space, pattern.namespace) if pattern.namespace else space
            for name, rest in walk(pattern.url_patterns, inside):
                yield name, regex + rest
        else:
            yield space + (pattern.name or ""), regex


ADDRESSES = dict(walk(urlpatterns))
OWN = {name for name in ADDRESSES if name.split(":")[0] in OURS}
FOREIGN = {name for name in ADDRESSES if name.startswith(LIBRARIES)}


class World(object):
    """An account with an address that waits to be confirmed, hosting a room;
    and what is in the site's addresses.
    """

    def __init__(self):
        self.user = get_user_model().objects.create_user("ann", "ann@example.org", PASSWORD)
        self.email = EmailAddress.objects.create(user=self.user, email=self.user.email, primary=True,
                                                 verified=False)
        self.player = services.open_room("Ann", self.user)
        guest = Invitation.objects.create(
            room=self.player.room, sender=self.user, sender_name="Ann", email="bob@example.org",
            key="b" * KEY_LENGTH,
            expires=timezone.now() + timedelta(days=1))
        self.words = {"code": self.player.room.code, "key": guest.key, "pk": guest.pk,
                      "token": unsubscribe.token_for(guest.email), "name": "20300101-1.log", "place": "0", "number": "1",
                      "typed": self.player.room.code.lower(),
                      "rest": "b" * KEY_LENGTH + "/)"}
        self.deck = Deck.objects.create(name="Tea", slug="tea", owner=self.user, status=PUBLISHED)
        self.job = jobs.look(self.user, b"Milk", "milk.txt")
        self.words_of = {
            "game:seat": {"key": self.player.key},
            "script_texts": {"language": "de", "digest": "0" * 12},
            "account_confirm_email": {"key": EmailConfirmationHMAC(self.email).key},
            "account_reset_password_from_key": {
                "uidb36": user_pk_to_url_str(self.user),
                "key": default_token_generator.make_token(self.user)},
        }
        self.cookies = self._signed_in()

    def _signed_in(self):
        """The cookies of the host's browser."""
        browser = Client()
        browser.post(reverse("account_login"), {"login": "ann", "password": PASSWORD})
        assert "_auth_user_id" in browser.session
        sit(browser, self.player)
        return browser.cookies

    def address(self, name):
        words = dict(self.words, **self.words_of.get(name, {}))
        if name.startswith("decks:"):
            words.update(code=self.deck.code, slug=self.deck.slug, pk=self.job.pk, form="csv")
        return reverse(name, kwargs={word: words[word]
                                     for word in re.findall(r"\(\?P<(\w+)>", ADDRESSES[name])})


@pytest.fixture(scope="module")
def _world(django_db_setup, django_db_blocker):
    """The world of this module, made once: each test's own changes are rolled back within it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield World()
        transaction.set_rollback(True)


@pytest.fixture
def world(_world, db):
    return _world


def stranger(world):
    return Client()


def host(world):
    """Somebody who has just signed in, and sits at the table."""
    browser = Client()
    browser.cookies.update(world.cookies)
    return browser
