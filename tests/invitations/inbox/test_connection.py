"""A mailbox that takes a connection and says nothing holds no worker."""
from __future__ import unicode_literals

import imaplib
import os
import socket
import ssl
import threading
from contextlib import closing

import pytest

from common.compat import monotonic
from invitations.inbox import imap
from invitations.inbox.connection import connect

PATIENCE = 8  # seconds, after which the server hangs up, so that a failure ends


@pytest.fixture
def silent():
    """The port of a server that only accepts."""
    done = threading.Event()

    def accept():
        connection = listener.accept()[0]
        done.wait(PATIENCE)
        connection.close()
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(1)
        server = threading.Thread(target=accept)
        server.daemon = True  # nobody may have come
        server.start()
        yield listener.getsockname()[1]
        done.set()


@pytest.mark.parametrize("url", ["imap://cards:x@127.0.0.1:%d/", "imaps://cards:x@127.0.0.1:%d/"])
def test_it_gives_up_on_a_server_that_says_nothing(settings, monkeypatch, silent, url):
    monkeypatch.setattr(imap, "SECONDS", 0.2)
    settings.INBOX_URL = url % silent
    began = monotonic()
    with pytest.raises(imap.TROUBLE):
        imap.read()
    assert monotonic() - began < PATIENCE / 2


@pytest.fixture
def farewell(monkeypatch, tmpdir):
    """A function that starts a server with TLS, which says goodbye at once. Returns its port."""
    trustme = pytest.importorskip("trustme")
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(str(tmpdir.join("ca.pem")))

    def serve(known):
        monkeypatch.setenv("SSL_CERT_FILE", str(tmpdir.join("ca.pem")) if known else os.devnull)
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        listener.listen(1)
        threading.Thread(target=say_goodbye, args=(listener, context), daemon=True).start()
        return listener.getsockname()[1]
    return serve


def say_goodbye(listener, context):
    with closing(listener), closing(listener.accept()[0]) as plain:
        try:
            context.wrap_socket(plain, server_side=True).sendall(b"* BYE\r\n")
        except EnvironmentError:
            pass  # the client does not trust us


@pytest.mark.parametrize("known, error", [(True, imaplib.IMAP4.error), (False, ssl.SSLError)])
def test_only_a_server_that_is_known_is_told_the_password(farewell, known, error):
    with pytest.raises(error):
        connect("127.0.0.1", farewell(known), "ssl", PATIENCE)
