# coding: utf-8
"""E-mail addresses in the one form in which they are stored, compared and written into letters. Pure."""
from __future__ import unicode_literals

import idna
import six

from common.text import is_ascii

DOMAIN_LENGTH = 253


def canonical(address):
    """The address in small letters, its domain as the network knows it: "Ann@Bücher.example" is
    "ann@xn--bcher-kva.example".

    What cannot be an address comes back without an error, for validators to refuse.
    """
    local, at, domain = address.strip().rpartition("@")
    # Small letters of other scripts are not asked for: that of the Kelvin sign is our "k", another mailbox.
    return (local.lower() if is_ascii(local) else local) + at + _as_the_network_knows(domain.lower())


def readable(address):
    """A canonical address with its domain in its own script, for people who know it."""
    local, at, domain = address.rpartition("@")
    if "xn--" not in domain:
        return address
    try:
        return local + at + idna.decode(domain)
    except UnicodeError:
        return address


def _as_the_network_knows(domain):
    if is_ascii(domain) or len(domain) > DOMAIN_LENGTH:
        return domain
    try:
        return six.ensure_text(idna.encode(domain, uts46=True))
    except UnicodeError:
        return domain
