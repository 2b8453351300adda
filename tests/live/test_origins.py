"""Sockets open for our own pages only. No server, no database."""
from __future__ import unicode_literals

from django.test import SimpleTestCase
from django.test.utils import override_settings

from live.origins import is_ours


@override_settings(ALLOWED_HOSTS=["*"], CSRF_TRUSTED_ORIGINS=[])
class AtHome(SimpleTestCase):
    def test_it_lets_its_own_page_in_under_any_name(self):
        self.assertTrue(is_ours("http://192.168.1.7:8000", "192.168.1.7:8000"))

    def test_it_keeps_a_foreign_page_out(self):
        self.assertFalse(is_ours("http://evil.example", "192.168.1.7:8000"))

    def test_it_keeps_the_same_name_under_another_scheme_out(self):
        for scheme in ("https", "ftp", "chrome-extension"):
            self.assertFalse(is_ours(scheme + "://192.168.1.7:8000", "192.168.1.7:8000"))

    def test_it_keeps_another_port_out(self):
        self.assertFalse(is_ours("http://192.168.1.7:9000", "192.168.1.7:8000"))

    def test_it_keeps_out_what_names_no_origin(self):
        for origin in (None, "", "null", "http://[half"):
            self.assertFalse(is_ours(origin, "192.168.1.7:8000"))


@override_settings(HTTPS=True, ALLOWED_HOSTS=["cards.example.org"],
                   CSRF_TRUSTED_ORIGINS=["https://play.example.org"])
class Deployed(SimpleTestCase):
    def test_it_wants_an_allowed_host_too(self):
        self.assertTrue(is_ours("https://cards.example.org", "cards.example.org"))
        self.assertFalse(is_ours("https://other.example.org", "other.example.org"))

    def test_it_keeps_the_page_out_that_came_without_tls(self):
        self.assertFalse(is_ours("http://cards.example.org", "cards.example.org"))

    def test_it_trusts_the_origins_that_the_settings_name(self):
        self.assertTrue(is_ours("https://play.example.org", "10.0.0.5:8000"))
