# coding: utf-8
"""One form for each address, in which it is stored and compared."""
from __future__ import unicode_literals

import pytest

from common.email_addresses import canonical, readable


@pytest.mark.parametrize("address", [
    "ann@b\xfccher.example", "Ann@B\xdcCHER.example", "ann@bu\u0308cher.example", " ann@xn--bcher-kva.example ",
    "ann@XN--BCHER-KVA.example", "ann@b\xfccher\u3002example"])
def test_a_domain_of_another_script_has_one_form(address):
    assert canonical(address) == "ann@xn--bcher-kva.example"


def test_people_read_it_in_its_own_script():
    assert readable("ann@xn--bcher-kva.example") == "ann@b\xfccher.example"
    assert readable("ann@example.org") == "ann@example.org" and readable("") == ""


def test_a_letter_that_looks_like_another_opens_nobodys_mailbox():
    assert canonical("\u212aate@example.org") != canonical("kate@example.org")


@pytest.mark.parametrize("address", ["", "ann", "ann@", "ann@\u2603\u3002", "ann@\u3002", "ann@a_\xfc.example",
                                     "ann@xn--zzzz-.example", "ann@%s.example" % ("\xfc" * 20000)])
def test_what_is_no_address_is_no_error(address):
    assert canonical(canonical(address)) == canonical(address) and readable(address) is not None
