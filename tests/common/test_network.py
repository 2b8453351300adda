"""Addresses of numbers, and which of them are this machine's."""
from __future__ import unicode_literals

import socket

import pytest

from common.web import network


def test_this_machine_has_the_address_that_others_find_it_at():
    found = network.lan_address()
    assert found == "localhost" or network.packed(found) and network.has_address(found)


def test_a_machine_without_a_network_is_localhost(monkeypatch):
    class Unplugged(socket.socket):
        def connect(self, address):
            raise socket.error("Network is unreachable")
    monkeypatch.setattr("socket.socket", Unplugged)
    assert network.lan_address() == "localhost"


@pytest.mark.parametrize("address, has", [
    ("127.0.0.1", True), ("203.0.113.9", False), ("2001:db8::9", False), ("no.such.name.example", False)])
def test_it_knows_its_own_addresses(address, has):
    assert network.has_address(address) is has


@pytest.mark.parametrize("text, size", [("192.0.2.7", 4), ("::1", 16), ("fe80::1%eth0", 16), ("localhost", 0),
                                        ("1.2.3", 0)])
def test_it_tells_numbers_from_names(text, size):
    assert len(network.packed(text) or b"") == size
