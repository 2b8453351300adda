"""Errors of scripts in browsers: what is logged, and that no one can fill the log with them."""
from __future__ import unicode_literals

import mock
import pytest

from common.compat import json_dumps
from game.views.script_errors import LINE_BYTES
from tests.game.pages import address

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines(standing_clock):
    """The lines that were logged."""
    written = []
    with mock.patch("game.views.script_errors.logger") as logger:
        logger.error.side_effect = lambda template, *args: written.append(template % args)
        yield written


def report(client, body=None, sender="192.0.2.1", **fields):
    body = json_dumps(fields).encode("utf-8") if body is None else body
    return client.post(address("client_errors"), body, content_type="application/json",
                       REMOTE_ADDR=sender).status_code


def test_an_error_reaches_the_log(client, lines):
    assert report(client, message="x is undefined", page="/rooms/KX7PQ/", line=7) == 204
    assert "x is undefined" in lines[0] and "/rooms/KX7PQ/" in lines[0] and "line 7" in lines[0]


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"NaN", b"[" * 4000, b"[]", b'"text"', b"1",
                                  b"null"])
def test_junk_is_refused_and_not_logged(client, lines, body):
    assert report(client, body) == 400 and lines == []


def test_a_report_that_is_too_long_is_refused(client, lines):
    assert report(client, b'"' + b"x" * 8192 + b'"') == 429 and lines == []


def test_a_line_of_the_log_is_short(client, lines):
    report(client, message="\U0001f986" * 1000, stack="s" * 3000)
    assert len(lines[0].encode("utf-8")) < LINE_BYTES + 50


def test_what_is_no_text_and_no_number_is_left_out(client, lines):
    report(client, message=["deep"], page={"a": 1}, secret="hand", line=3)
    assert "line 3" in lines[0] and "deep" not in lines[0] and "hand" not in lines[0]


def test_a_line_names_the_version_of_the_page(client, lines):
    report(client, message="broken", release="0.0.9")
    assert "release" in lines[0] and "0.0.9" in lines[0]


def test_a_report_cannot_forge_a_line_of_the_log(client, lines):
    report(client, message="x\n2026 ERROR forged")
    assert "\n" not in lines[0]


def test_the_same_report_is_logged_once_whoever_sends_it(client, lines):
    assert [report(client, message="broken", sender="192.0.2.%d" % number)
            for number in range(50)] == [204] * 50
    assert len(lines) == 1


def test_one_address_gets_ten_lines_a_minute(client, lines):
    answers = [report(client, message="error %d" % number) for number in range(15)]
    assert answers == [204] * 10 + [429] * 5 and len(lines) == 10


def test_all_addresses_together_get_thirty_kilobytes_a_minute(client, lines):
    for number in range(200):
        report(client, message="error %d" % number, stack="s" * 6000, sender="192.0.2.%d" % number)
    assert len(lines) == 30 and sum(map(len, lines)) < 32 * 1024


def test_a_network_of_ipv6_is_one_address(client, lines):
    for number in range(15):
        report(client, message="error %d" % number, sender="2001:db8::%x" % (number + 1))
    assert len(lines) == 10
