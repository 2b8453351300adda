"""A database that is away: what the log says of it, and what people and scripts are told."""
from __future__ import unicode_literals

import logging
import threading

import mock
import pytest
import six
from django.conf import settings
from django.db import OperationalError
from django.test import Client

from common import outage
from common.compat import include, re_path

LOCKED = "database is locked"


class Quiet(Client):
    """A client that takes the answer to a failed request, as browsers do;
    its own way is to raise what failed.
    """

    def store_exc_info(self, **kwargs):
        self.exc_info = None


def fails(request):
    raise OperationalError(LOCKED)


def errs(request):
    raise OperationalError("no such table: teapot")


handler500 = "common.web.errors.server_error"
urlpatterns = [re_path(r"^fails/$", fails), re_path(r"^errs/$", errs),
               re_path(r"^", include("game.urls", namespace="game"))]


def wait_for_the_end(state):
    state.back.set()
    for thread in threading.enumerate():
        if thread.name == "database-outage":
            thread.join(60)


@pytest.fixture
def state(monkeypatch):
    """The Outage of this process, with a database that is away until `state.back` is set."""
    back = threading.Event()
    found = outage.Outage(look=lambda: "" if back.wait(60) else LOCKED)
    found.back = back
    monkeypatch.setattr(outage, "SECONDS_BETWEEN_LOOKS", 0)
    for module in ("common.outage", "common.web.errors", "common.web.health"):
        monkeypatch.setattr(module + ".outage", found)
    yield found
    wait_for_the_end(found)  # what it says must not reach the next test


@pytest.fixture
def lines(monkeypatch):
    """What our handler writes, by logger."""
    written = []
    handler = logging.getLogger("django").handlers[0]
    monkeypatch.setattr(handler, "emit", lambda record: written.append((record.name, handler.format(record))))
    return written


@pytest.fixture
def site(settings, state):
    settings.ROOT_URLCONF = "tests.common.test_outage"
    return Quiet()


def test_people_are_asked_to_try_again(site):
    response = site.get("/fails/?a=b")
    page = six.ensure_text(response.content)
    assert (response.status_code, response["Retry-After"],
            response["Cache-Control"]) == (503, "5", "no-store")
    assert "The table is being wiped" in page and 'href="/fails/?a=b"' in page


def test_a_form_is_not_sent_again_by_a_link(site):
    assert 'href="/"' in six.ensure_text(site.post("/fails/").content)


def test_scripts_are_told_in_json(site):
    response = site.get("/fails/", HTTP_ACCEPT="application/json")
    assert response.status_code == 503 and '"code": "database_away"' in six.ensure_text(response.content)


def test_a_mistake_of_ours_is_still_one(site, lines):
    assert site.get("/errs/").status_code == 500
    assert "Traceback" in lines[0][1] and "teapot" in lines[0][1]


@pytest.mark.parametrize("method", ["process_request", "process_response"])
def test_middleware_may_be_what_fails(site, method):
    layer = settings.MIDDLEWARE.index("django.contrib.sessions.middleware.SessionMiddleware")
    assert settings.MIDDLEWARE.index("common.web.health.HealthMiddleware") < layer
    with mock.patch("django.contrib.sessions.middleware.SessionMiddleware." + method,
                    side_effect=OperationalError(LOCKED)):
        assert site.get("/csrf/").status_code == 503


def test_the_log_has_one_line_for_the_beginning_and_one_for_the_end(site, state, lines):
    assert [site.get("/fails/").status_code for _ in range(5)] == [503] * 5
    assert [name for name, _ in lines] == ["database"] and "away (database is locked)" in lines[0][1]
    wait_for_the_end(state)
    assert [line.split(": ", 1)[1] for _, line in lines[1:]] == ["The database is back."]


def test_a_second_outage_is_told_again(site, state, lines):
    site.get("/fails/")
    wait_for_the_end(state)
    state.back.clear()
    site.get("/fails/")
    assert ["away" in line for _, line in lines] == [True, False, True]


def test_other_parts_of_the_site_write_no_traceback_either(state, lines):
    for name in ("live", "game", "daphne.server"):
        try:
            raise OperationalError(LOCKED)
        except OperationalError:
            logging.getLogger(name).exception("A task failed.")
    assert [name for name, _ in lines] == ["database"]


@pytest.mark.parametrize("problem, status, text", [("", 200, "ok"), ("full", 503, "out of order")])
def test_health_says_how_it_is(site, monkeypatch, problem, status, text):
    monkeypatch.setattr("common.web.health.probe", mock.Mock(**{"problem.return_value": problem}))
    response = site.get("/health/")
    assert (response.status_code, six.ensure_text(response.content)) == (status, text)
    assert response["Content-Type"] == "text/plain" and "max-age=0" in response["Cache-Control"]


def test_health_answers_whatever_host_is_asked_for(site, monkeypatch, settings):
    settings.ALLOWED_HOSTS = ["cards.example.org"]
    monkeypatch.setattr("common.web.health.probe", mock.Mock(**{"problem.return_value": ""}))
    assert site.get("/health/", HTTP_HOST="10.0.0.5:8000").status_code == 200
    assert site.get("/csrf/", HTTP_HOST="10.0.0.5:8000").status_code == 400


def test_health_takes_no_post(site):
    assert site.post("/health/").status_code == 405


def test_a_bad_probe_is_one_line_in_the_log(site, monkeypatch, lines):
    monkeypatch.setattr("common.web.health.probe", mock.Mock(**{"problem.return_value": "full"}))
    assert [site.get("/health/").status_code for _ in range(3)] == [503] * 3
    assert [name for name, _ in lines] == ["database"]


def test_a_wrong_host_is_one_line_in_the_log(site, settings, lines):
    settings.ALLOWED_HOSTS = ["cards.example.org"]
    assert site.get("/csrf/", HTTP_HOST="evil.example").status_code == 400
    (_, line), = lines
    assert "evil.example" in line and "Traceback" not in line
