"""`manage.py serve` before it serves: a free port, an address that phones can reach."""
from __future__ import unicode_literals

import socket
from contextlib import closing

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from live.management.commands import serve


@pytest.fixture
def taken_port():
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(1)
        yield listener.getsockname()[1]


@pytest.fixture(autouse=True)
def _not_served(monkeypatch):
    monkeypatch.setattr(serve, "hold_database", lambda address: None)


def test_a_port_that_is_in_use_is_refused_with_advice(taken_port):
    with pytest.raises(CommandError) as refusal:
        call_command("serve", host="127.0.0.1", port=taken_port, quiet=True)
    assert "%d" % taken_port in str(refusal.value) and "--port" in str(refusal.value)


def test_a_port_that_is_free_is_left_free(taken_port):
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    for _ in range(2):
        serve._require_free("127.0.0.1", free)


@pytest.mark.parametrize("host, port", [("127.0.0.1", 70000), ("192.0.2.1", 8000)])
def test_what_cannot_be_served_is_refused(host, port):
    with pytest.raises(CommandError):
        serve._require_free(host, port)


@pytest.mark.parametrize("host, domain", [
    ("0.0.0.0", "192.168.1.5:8000"), ("::", "192.168.1.5:8000"), ("10.0.0.7", "10.0.0.7:8000"),
    ("::1", "[::1]:8000"),
    ("localhost", "127.0.0.1:8000")])
def test_the_address_is_one_that_phones_can_type(monkeypatch, host, domain):
    monkeypatch.setattr("common.web.network.lan_address", lambda: "192.168.1.5")
    assert serve._domain_at(host, 8000) == domain


@pytest.mark.django_db
@pytest.mark.parametrize("backend, said", [("filebased", ["letters go to /srv/mail."]), ("smtp", [])])
def test_it_says_where_letters_are_kept(settings, capsys, backend, said):
    settings.EMAIL_BACKEND = "django.core.mail.backends.%s.EmailBackend" % backend
    settings.EMAIL_FILE_PATH = "/srv/mail"
    serve.Command()._greet()
    printed = capsys.readouterr()[0].splitlines()
    assert [line.split(": ")[1] for line in printed if "No mail server is set" in line] == said
