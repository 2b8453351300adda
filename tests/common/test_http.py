"""Which address a limit counts by."""
from __future__ import unicode_literals

import pytest

from common.web.http import client_address


def scope(client, *forwarded):
    return {"client": [client, 4711],
            "headers": [(b"x-forwarded-for", line.encode("latin1")) for line in forwarded]}


def test_what_a_client_writes_is_not_believed_without_a_proxy(settings):
    settings.TRUSTED_PROXIES = 0
    assert client_address(scope("192.0.2.7", "198.51.100.1")) == "192.0.2.7"


def test_the_entry_of_our_own_proxy_counts_and_nothing_left_of_it(settings):
    settings.TRUSTED_PROXIES = 1
    assert client_address(scope("10.0.0.1", "203.0.113.9, 198.51.100.1")) == "198.51.100.1"
    assert client_address(scope("10.0.0.1", "203.0.113.9", "198.51.100.1")) == "198.51.100.1"


def test_two_proxies_are_two_entries_from_the_right(settings):
    settings.TRUSTED_PROXIES = 2
    assert client_address(scope("10.0.0.1", "203.0.113.9, 198.51.100.1, 10.0.0.2")) == "198.51.100.1"


def test_a_request_that_came_past_the_proxies_counts_by_itself(settings):
    settings.TRUSTED_PROXIES = 2
    assert client_address(scope("192.0.2.7")) == "192.0.2.7"


@pytest.mark.parametrize("entry", ["198.51.100.1:4711", " 198.51.100.1 ", "::ffff:198.51.100.1"])
def test_other_ways_to_write_an_address_are_the_same_address(settings, entry):
    settings.TRUSTED_PROXIES = 1
    assert client_address(scope("10.0.0.1", entry)) == "198.51.100.1"


@pytest.mark.parametrize("entry", ["unknown", "\xe9", "", "1.2.3.4.5", "<script>"])
def test_what_is_no_address_does_not_count_nor_does_what_stands_left_of_it(settings, entry):
    settings.TRUSTED_PROXIES = 1
    assert client_address(scope("10.0.0.1", entry)) == "10.0.0.1"
    assert client_address(scope("10.0.0.1", "203.0.113.9, " + entry)) == "10.0.0.1"


@pytest.mark.parametrize("entry", ["2001:db8:1:2::1", "[2001:db8:1:2:ffff::9]:4711",
                                   "2001:db8:1:2:3:4:5:6%eth0"])
def test_all_addresses_of_one_ipv6_network_are_one(settings, entry):
    settings.TRUSTED_PROXIES = 0
    assert client_address(scope(entry)) == "2001:db8:1:2::/64"


def test_a_client_of_a_unix_socket_has_none(settings):
    settings.TRUSTED_PROXIES = 0
    assert client_address({"client": None, "headers": []}) == ""


def test_a_request_of_django_is_read_the_same_way(settings, rf):
    settings.TRUSTED_PROXIES = 1
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.9, 198.51.100.1")
    assert client_address(request) == "198.51.100.1"
