"""How many sockets one address may open."""
from __future__ import unicode_literals

import pytest

from live.addresses import Addresses


@pytest.fixture
def addresses(settings):
    settings.SOCKETS_PER_ADDRESS = 2
    return Addresses()


def test_an_address_has_so_many_sockets_and_no_more(addresses):
    assert [addresses.add("192.0.2.7") for _ in range(3)] == [True, True, False]
    assert addresses.add("192.0.2.8")


def test_a_socket_that_closes_makes_room_for_another(addresses):
    for _ in range(3):
        addresses.add("192.0.2.7")
    addresses.remove("192.0.2.7")
    assert addresses.add("192.0.2.7") and not addresses.add("192.0.2.7")


def test_addresses_without_sockets_are_forgotten(addresses):
    addresses.add("192.0.2.7")
    addresses.remove("192.0.2.7")
    assert not addresses._open


def test_the_log_says_once_what_to_do(addresses, caplog):
    for _ in range(5):
        addresses.add("192.0.2.7")
    assert caplog.text.count("TRUSTED_PROXIES") == 1


def test_clients_of_a_unix_socket_have_no_address_and_no_limit(addresses):
    assert all(addresses.add("") for _ in range(5))
