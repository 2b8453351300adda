"""Connections to a mailbox that give up on a silent server, and tell an unknown one no password."""
from __future__ import unicode_literals

import imaplib
import socket
import ssl

from django.conf import settings


def connect(host, port, tls, seconds):
    """An imaplib.IMAP4 whose server has greeted; `tls` is "", "ssl" or "starttls". Nothing takes longer than
    `seconds`. Raises imaplib.IMAP4.error, EnvironmentError, ssl.CertificateError.
    """
    context = ssl.create_default_context() if tls else None
    if settings.CLASSIC:
        base = imaplib.IMAP4_SSL if tls == "ssl" else imaplib.IMAP4
        connection = _with_timeout(base, seconds, context if tls == "ssl" else None)(host, port)
    elif tls == "ssl":
        connection = imaplib.IMAP4_SSL(host, port, ssl_context=context, timeout=seconds)
    else:
        connection = imaplib.IMAP4(host, port, timeout=seconds)
    if tls == "starttls":
        connection.starttls(context)
    return connection


def _with_timeout(base, seconds, context):
    """A class of imaplib's that does not wait for ever, as the classic stack's Pythons would."""
    class WithTimeout(base):
        def open(self, host="", port=imaplib.IMAP4_PORT):
            self.host, self.port = host, port
            self.sock = socket.create_connection((host, port), seconds)
            if context:
                self.sock = self.sslobj = context.wrap_socket(self.sock, server_hostname=host)
            self.file = self.sock.makefile(str("rb"))
    return WithTimeout
