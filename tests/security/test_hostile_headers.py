"""Every page and every letter, asked for with headers that name another host: nothing of it comes back."""
from __future__ import unicode_literals

import re

import pytest
import segno
from django.core import mail

from common.compat import json_dumps, reverse
from common.web import sites
from invitations.mail.tasks import send_invite
from invitations.models import Invitation
from tests.invitations.people import PASSWORD, a_host
from tests.project.test_addresses import FORMS, READS
from tests.project.world import FOREIGN, OWN, _world, host, stranger, world  # noqa: F401

pytestmark = pytest.mark.django_db

EVIL = "evil.example"
HOSTILE = {"HTTP_HOST": EVIL, "HTTP_X_FORWARDED_HOST": EVIL, "HTTP_X_FORWARDED_SERVER": EVIL,
           "HTTP_X_FORWARDED_PROTO": "https",
           "HTTP_FORWARDED": "host=%s;proto=https" % EVIL, "HTTP_DAPHNE_ROOT_PATH": "https://" + EVIL,
           "HTTP_X_SCRIPT_NAME": "https://" + EVIL}


@pytest.fixture
def at_home(settings):
    """A site that answers to every name, as at home: the worst case."""
    settings.ALLOWED_HOSTS, settings.SITE_DOMAIN = ["*"], ""


@pytest.mark.parametrize("visitor", [stranger, host])
@pytest.mark.parametrize("name", sorted((READS | FORMS) & OWN | FOREIGN))
def test_no_page_names_the_host_of_a_header(world, at_home, visitor, name):
    response = visitor(world).get(world.address(name), **HOSTILE)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = " ".join("%s: %s" % pair for pair in response.items())
    assert EVIL not in body.decode("utf-8", "replace") and EVIL not in headers


@pytest.mark.parametrize("name", ["game:qr", "game:seat_qr"])
def test_no_code_to_scan_leads_to_the_host_of_a_header(world, at_home, monkeypatch, name):
    scanned, make = [], segno.make
    monkeypatch.setattr("segno.make", lambda text, **options: scanned.append(text) or make(text, **options))
    host(world).get(world.address(name), **HOSTILE)
    assert len(scanned) == 1 and scanned[0].startswith(sites.address("/"))


def ask_for_a_new_password(browser):
    browser.post(reverse("account_reset_password"), {"email": "ann@example.org"}, **HOSTILE)


def sign_up(browser):
    browser.post(reverse("account_signup"),
                 {"username": "zoe", "email": "zoe@example.org", "password1": "walnut-pudding-7",
                                             "password2": "walnut-pudding-7"}, **HOSTILE)


def sign_up_with_the_address_of_another(browser):
    browser.post(reverse("account_signup"),
                 {"username": "zoe", "email": "ann@example.org", "password1": "walnut-pudding-7",
                                             "password2": "walnut-pudding-7"}, **HOSTILE)


@pytest.mark.parametrize("asks", [ask_for_a_new_password, sign_up, sign_up_with_the_address_of_another])
def test_no_letter_leads_to_the_host_of_a_header(world, at_home, asks):
    asks(stranger(world))
    for letter in mail.outbox:
        text = "%s" % letter.message()
        assert EVIL not in text
        assert all(link.startswith(sites.address("/"))
                   for link in re.findall(r"https?://[^\s\"<>]+", letter.body))
    assert mail.outbox or asks is sign_up_with_the_address_of_another


def test_a_misled_script_prefix_leads_nobody_away(world, at_home):
    stranger(world).post(reverse("account_reset_password"), {"email": "ann@example.org"},
                         SCRIPT_NAME="https://" + EVIL)
    assert all(EVIL not in "%s" % letter.message() for letter in mail.outbox)


@pytest.mark.parametrize("path", ["/accounts/login", "/decks", "//evil.example/x", "/admin/"])
def test_no_redirect_leads_to_the_host_of_a_header(world, at_home, path):
    location = stranger(world).get(path, **HOSTILE).get("Location", "/")
    assert location.startswith("/") and not location.startswith("//")


def test_no_invitation_leads_to_the_host_of_a_header(at_home, client):
    dora = a_host("Dora")
    client.login(username="dora", password=PASSWORD)
    asked = client.post(reverse("invitations:send", args=[dora.room.code]),
                        json_dumps({"addresses": "eve@example.org"}),
                        content_type="application/json", **HOSTILE)
    assert asked.status_code == 200
    send_invite({"id": Invitation.objects.get(email="eve@example.org").pk})
    letter, = mail.outbox
    assert EVIL not in "%s" % letter.message() and sites.address("/invites/") in letter.body
