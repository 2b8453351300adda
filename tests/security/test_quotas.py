"""Limits hold for whoever tries to look like many: an IPv6 network,
or a client that writes X-Forwarded-For itself.
"""
from __future__ import unicode_literals

import pytest

from common.compat import reverse

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("standing_clock")]
TRIES = 40


def answers(client, visitor):
    """The statuses of so many wrong room codes; visitor(number) is what the request of that number looks
    like.
    """
    address = reverse("game:room", args=["KX7PQ"])
    return [client.get(address, **visitor(number)).status_code for number in range(TRIES)]


def test_all_addresses_of_one_ipv6_network_share_a_quota(client):
    found = answers(client, lambda number: {"REMOTE_ADDR": "2001:db8:1:2::%x" % (number + 1)})
    assert found == [404] * 20 + [429] * 20


def test_two_ipv6_networks_have_a_quota_each(client):
    found = answers(client, lambda number: {"REMOTE_ADDR": "2001:db8:1:%x::1" % (number % 2)})
    assert found == [404] * 40


def test_a_client_that_writes_its_own_addresses_has_one_quota(client, settings):
    settings.TRUSTED_PROXIES = 0
    found = answers(client, lambda number: {"REMOTE_ADDR": "192.0.2.7",
                                            "HTTP_X_FORWARDED_FOR": "198.51.100.%d" % number})
    assert found == [404] * 20 + [429] * 20


def test_neither_does_it_help_behind_a_proxy(client, settings):
    settings.TRUSTED_PROXIES = 1
    found = answers(client, lambda number: {
        "REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "198.51.100.%d, 192.0.2.7" % number})
    assert found == [404] * 20 + [429] * 20
