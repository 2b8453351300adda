# coding: utf-8
"""What is written to the log, and what is never: the secret part of an address."""
from __future__ import unicode_literals

import io
import logging

import pytest
import six
from django.test import Client

from common import logs
from common.compat import include, re_path
from common.web import sites
from common.web.secret_paths import cut, is_secret

KEY = "AbCdEfGhIjKlMnOpQrStUvWxYz012345"
TOKEN = "MjM:1rQ2kC:a_b-c.d9"
SECRETS = ["/seats/%s/" % KEY, "/invites/accept/%s/" % KEY, "/invites/stop/%s/" % TOKEN,
           "/invites/night/%s/yes/" % KEY,
           "/accounts/confirm-email/%s/" % TOKEN, "/accounts/password/reset/key/3-%s/" % KEY]
OPEN = ["/", "/rooms/KX7PQ/", "/rooms/KX7PQ/seat/", "/invites/", "/invites/send/", "/accounts/confirm-email/",
        "/accounts/password/reset/", "/seats/", "/accounts/login/?next=/rooms/KX7PQ/"]


class Spilled(Exception):
    pass


def fails(request):
    raise Spilled("nobody can sit at %s" % request.build_absolute_uri())


urlpatterns = [re_path(r"^(?:seats|invites|accounts)/", fails),
               re_path(r"^", include("game.urls", namespace="game"))]


@pytest.fixture
def written(monkeypatch, tmpdir):
    """A function that gives all that our handler has written since the test began."""
    path = str(tmpdir.join("stderr"))
    with open(path, "w", **({} if six.PY2 else {"encoding": "utf-8"})) as stream:
        handler = logging.getLogger("django").handlers[0]
        monkeypatch.setattr(handler, "stream", stream)

        def read():
            stream.flush()
            with io.open(path, encoding="utf-8") as lines:
                return lines.read()
        yield read
        monkeypatch.undo()


@pytest.fixture
def site(settings):
    """A site where every page at a secret address fails and quotes it."""
    settings.ROOT_URLCONF = "tests.common.test_logs"
    return Client()


def holds_a_secret(text):
    return KEY in text or TOKEN in text


@pytest.mark.parametrize("path", SECRETS)
def test_an_address_loses_its_secret_and_keeps_the_rest(path):
    shown = cut("Not Found: %s?a=b" % path)
    assert is_secret(path) and not holds_a_secret(shown)
    assert shown.startswith("Not Found: /") and "/.../" in shown and shown.endswith("/?a=b")


@pytest.mark.parametrize("path", OPEN)
def test_other_addresses_are_told_in_full(path):
    assert not is_secret(path) and cut(path) == path


@pytest.mark.parametrize("slash", ["%2F", "%2f", "%252F"])
def test_a_secret_is_found_where_a_sign_in_leads_on_to_it(slash):
    path = "/accounts/login/?next=" + ("/invites/accept/%s/" % KEY).replace("/", slash) + "&x=1"
    assert is_secret(path) and cut(path) == path.replace(KEY, "...")


def test_every_secret_of_a_text_is_cut_and_the_letters_around_it_stay():
    text = "\u017b\u00f3\u0142w: '/seats/%s/', \"/seats/%s\" caf\u00e9" % (KEY, KEY)
    assert cut(text) == "\u017b\u00f3\u0142w: '/seats/.../', \"/seats/...\" caf\u00e9"
    assert cut(text.encode("utf-8") if six.PY2
               else text) == (cut(text).encode("utf-8") if six.PY2 else cut(text))


@pytest.mark.parametrize("path", SECRETS)
def test_a_page_that_fails_writes_no_secret(site, written, settings, path):
    settings.SITE_DOMAIN = "cards.example.org"
    with pytest.raises(Spilled):
        site.get(path)
    log = written()
    assert "Internal Server Error: " + cut(path) in log and "Traceback" in log
    assert "Spilled: nobody can sit at " + sites.address(cut(path)) in log and not holds_a_secret(log)


@pytest.mark.parametrize("path", SECRETS)
def test_a_forgery_that_is_refused_writes_no_secret(settings, written, path):
    settings.ROOT_URLCONF = "tests.common.test_logs"
    assert Client(enforce_csrf_checks=True).post(path).status_code == 403
    log = written()
    assert (cut(path) in log) != settings.CLASSIC  # the old Django tells it as a warning, below our level
    assert not holds_a_secret(log)


def test_an_error_of_a_script_writes_no_secret(site, written):
    page = '{"page": "%s", "stack": "at https://cards.example.org%s:7:3"}' % (SECRETS[0], SECRETS[1])
    assert site.post("/client-errors/", page, content_type="application/json").status_code == 204
    log = written()
    assert "/seats/.../" in log and "/invites/accept/.../:7:3" in log and not holds_a_secret(log)


@pytest.mark.parametrize("name", ["", "email", "live", "game", "invitations", "django.request",
                                  "django.security.csrf",
                                  "django.template", "asyncio", "somebody.else"])
def test_no_logger_has_a_way_round(written, name):
    logging.getLogger(name).error("It broke at %s, says %r", SECRETS[0], {"path": SECRETS[2]})
    assert cut(SECRETS[0]) in written() and not holds_a_secret(written())


def test_what_is_not_ascii_is_written_as_it_is(written):
    logging.getLogger("game").error("%s at /seats/%s/", "caf\u00e9", KEY)
    assert "caf\u00e9 at /seats/.../" in written()


def test_bad_requests_cannot_fill_the_log(client, written, monkeypatch):
    monkeypatch.setattr(logs, "monotonic", lambda: 7e9)
    for _ in range(40):
        assert client.get("/", HTTP_HOST="a/" + 7000 * "b").status_code == 400
    assert len(written().splitlines()) == logs.LINES_A_MINUTE and len(written()) < 500 * logs.LINES_A_MINUTE


def test_the_next_minute_has_room_for_bad_requests_again(monkeypatch):
    bounded, clock = logs.BadRequests(), [7.0]
    monkeypatch.setattr(logs, "monotonic", lambda: clock[0])
    record = logging.LogRecord("django.security.csrf", logging.WARNING, "", 0, "Forbidden: %s",
                               ("/join/",), None)
    assert [bounded.filter(record) for _ in range(40)] == 30 * [True] + 10 * [False]
    clock[0] += 60
    assert bounded.filter(record) and record.getMessage() == "Forbidden: /join/"


def test_a_bad_request_writes_no_traceback(written, monkeypatch):
    monkeypatch.setattr(logs, "monotonic", lambda: 8e9)
    try:
        raise Spilled("1001 fields")
    except Spilled:
        logging.getLogger("django.security.TooManyFieldsSent").error("1001 fields", exc_info=True)
    assert "1001 fields" in written() and "Traceback" not in written()
