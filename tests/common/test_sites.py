"""The site's own name, from which letters make their links."""
from __future__ import unicode_literals

import pytest
from django.core.management import CommandError, call_command
from six import StringIO

from common.web import sites

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
    ("cards.example.org", "invites@cards.example.org"),
    ("cards.example.org:8000", "invites@cards.example.org"),
    ("192.168.1.5:8000", "invites@localhost"), ("[fe80::1]:8000", "invites@localhost"),
    ("localhost:8000", "invites@localhost")])
def test_letters_come_from_the_site(domain, mailbox):
    sites.set_domain(domain)
    assert sites.mailbox("invites") == mailbox


def test_the_command_names_the_domain():
    said = StringIO()
    call_command("set_site", "cards.example.org", stdout=said)
    assert "https" not in said.getvalue() and "cards.example.org from now on" in said.getvalue()
    assert sites.domain() == "cards.example.org"


def test_the_environment_names_the_site_before_the_database(settings):
    sites.set_domain("old.example.org")
    settings.SITE_DOMAIN = "cards.example.org"
    assert sites.domain() == "cards.example.org"


@pytest.mark.parametrize("stored, port", [
    ("example.com", 9000), ("localhost:8001", 8001), ("203.0.113.9:8002", 8002),
    ("[2001:db8::9]:8003", 8003)])
def test_a_site_without_a_name_is_where_this_machine_is_now(settings, monkeypatch, stored, port):
    settings.PORT = 9000
    sites.set_domain(stored)
    for address in ("192.168.1.5", "10.0.0.5"):  # a laptop goes to another network
        monkeypatch.setattr("common.web.network.lan_address", lambda: address)
        assert sites.address("/") == "http://%s:%d/" % (address, port)


def test_an_address_that_this_machine_has_is_kept():
    sites.set_domain("127.0.0.1:8000")
    assert sites.domain() == "127.0.0.1:8000"


def test_a_database_that_lost_its_site_has_one_without_a_name(monkeypatch):
    sites.Site.objects.all().delete()
    sites.Site.objects.clear_cache()
    monkeypatch.setattr("common.web.network.lan_address", lambda: "192.168.1.5")
    assert sites.domain().startswith("192.168.1.5:")


@pytest.mark.parametrize("path", ["https://evil.example/a/?b=1#c", "//evil.example/a/?b=1#c", "/a/?b=1#c",
                                  "///a/?b=1#c"])
def test_no_other_host_gets_into_an_address(path):
    sites.set_domain("cards.example.org")
    assert sites.address(path) == "http://cards.example.org/a/?b=1#c"


def test_the_command_leaves_the_name_to_the_environment(settings):
    settings.SITE_DOMAIN = "cards.example.org"
    with pytest.raises(CommandError) as refusal:
        call_command("set_site", "other.example.org")
    assert "SITE_DOMAIN names the site cards.example.org" in "%s" % refusal.value


def test_the_command_asks_for_a_domain(settings):
    with pytest.raises(CommandError) as asked:
        call_command("set_site", "")
    assert "SITE_DOMAIN" in "%s" % asked.value
