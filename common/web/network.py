"""Addresses of numbers: which text is one, which of them this machine has,
and where others in its network find it.
"""
from __future__ import unicode_literals

import socket
from contextlib import closing

FAMILIES = (socket.AF_INET, socket.AF_INET6)
DOCUMENTATION = "192.0.2.1"  # belongs to nobody (RFC 5737): only the route to it is looked up


def packed(address):
    """The 4 or 16 bytes of an address like "192.0.2.7" or "fe80::1%eth0"; None for text that is none."""
    for family in FAMILIES:
        try:
            return socket.inet_pton(family, str(address.split("%")[0]))
        except (socket.error, UnicodeError, ValueError):
            continue
    return None


def has_address(address):
    """Whether this machine has the address now. Takes some microseconds; nothing is sent."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with closing(socket.socket(family, socket.SOCK_DGRAM)) as probe:
            probe.bind((address, 0))
        return True
    except socket.error:
        return False


def lan_address():
    """This machine's address in its network now, or "localhost" where it is in none.

    Nothing is sent to find it.
    """
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as probe:
        try:
            probe.connect((DOCUMENTATION, 9))
        except socket.error:
            return "localhost"
        return probe.getsockname()[0]
