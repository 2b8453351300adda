"""The site's own name, from which letters make their links."""
from __future__ import unicode_literals

import pytest
from django.core.management import CommandError, call_command
from six import StringIO

from common import sites

pytestmark = pytest.mark.django_db


def test_links_begin_with_the_domain_that_was_set():
    assert sites.set_domain("cards.example.org:8443") is True
    assert sites.address("/invites/") == "http://cards.example.org:8443/invites/"


def test_links_are_safe_where_the_site_is(settings):
    settings.HTTPS = True
    sites.set_domain("cards.example.org")
    assert sites.address("/") == "https://cards.example.org/"


def test_setting_the_same_domain_again_is_no_news():
    sites.set_domain("cards.example.org")
    assert sites.set_domain("cards.example.org") is False


@pytest.mark.parametrize("domain, mailbox", [
    ("cards.example.org", "invites@cards.example.org"), ("cards.example.org:8000", "invites@cards.example.org"),
    ("192.168.1.5:8000", "invites@localhost"), ("[fe80::1]:8000", "invites@localhost"), ("localhost:8000", "invites@localhost")])
def test_letters_come_from_the_site(domain, mailbox):
    sites.set_domain(domain)
    assert sites.mailbox("invites") == mailbox


def test_the_command_names_the_domain():
    said = StringIO()
    call_command("set_site", "cards.example.org", stdout=said)
    assert "https" not in said.getvalue() and "cards.example.org from now on" in said.getvalue()
    assert sites.domain() == "cards.example.org"


def test_the_command_asks_for_a_domain(settings):
    with pytest.raises(CommandError) as asked:
        call_command("set_site", "")
    assert "SITE_DOMAIN" in "%s" % asked.value
