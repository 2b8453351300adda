"""A real mail server in a thread of the tests, which behaves as badly as it is told to.

It passes nothing on.
"""
import asyncio
import ssl
import threading
import time
from typing import NamedTuple
from urllib.parse import quote

import trustme
from aiosmtpd.smtp import SMTP, AuthResult

from .mailbox import Letter, Mailbox
from .process import free_port


class Manner(NamedTuple):
    """How one letter is received; an answer that is empty hangs up instead."""

    recipient: str = "250 OK"  # the answer to RCPT
    letter: str = "250 2.6.0 It is in the post"  # the answer to the whole letter
    cuts: bool = False  # hang up while the letter is being sent
    seconds: float = 0  # before the answer to the letter
    keeps_first: bool = False  # keep the letter before those seconds and not after them
    leaves: bool = False  # hang up after the answer to the letter, without a goodbye
    holds: bool = False  # answer when the test says `let_go`

    @property
    def keeps(self):
        return self.letter == "" or self.letter.startswith("2")


ACCEPTS = Manner()
REFUSES = Manner(recipient="550 5.1.1 Nobody of that name lives here")
NOT_NOW = Manner(recipient="451 4.3.0 Come back later")
REFUSES_LETTER = Manner(letter="554 5.6.0 This letter is not well made")
REFUSES_SITE = Manner(recipient="554 5.7.1 Relay access denied")
NOT_THIS_LETTER_NOW = Manner(letter="451 4.3.0 The disk is full, come back later")
DROPS_IN_DATA = Manner(cuts=True)
LEAVES = Manner(leaves=True)
HOLDS = Manner(holds=True)
DROPS_UNANSWERED = Manner(letter="")  # has the letter, and the sender cannot know it


def delays(seconds):
    """Answers late, and keeps the letter only then: a sender who is gone by that time has sent nothing."""
    return Manner(seconds=seconds)


def keeps_and_delays(seconds):
    """Keeps the letter and answers late: a sender who is gone by that time has sent it, and does not know."""
    return Manner(seconds=seconds, keeps_first=True)


class Smtp(Mailbox):
    """Listens on 127.0.0.1. With `login` (user, password) it wants AUTH, with `tls_folder` STARTTLS first.

    `tries` lists (address, monotonic seconds) of every RCPT. `greeting_seconds`, `knows_nobody` (every AUTH
    is refused) and the manners may be changed while it runs; `stop()` and `start()` are a server that is down
    and comes back.
    """

    def __init__(self, port=None, login=None, mechanisms=("LOGIN", "PLAIN"), tls_folder=None):
        super().__init__()
        self.port, self.login, self.mechanisms = port or free_port(), login, mechanisms
        self.env, self._tls = {"EMAIL_URL": self.url + ("?tls=1" if tls_folder else "")}, None
        if tls_folder:
            self._tls, self.env["SSL_CERT_FILE"] = _certificate(str(tls_folder) + "/authority.pem")
        self.tries, self.connections, self.greeting_seconds, self.knows_nobody = [], 0, 0, False
        self._manners, self._loop = {None: [ACCEPTS]}, None

    @property
    def url(self):
        """EMAIL_URL; with STARTTLS use `env`, which also names the authority to trust."""
        who = ":".join(quote(part, safe="") for part in self.login) + "@" if self.login else ""
        return "smtp://%s127.0.0.1:%d/" % (who, self.port)

    def treat(self, *manners, to=None):
        """Receive the next letters in these manners, one after another, and all that follow in the last one.

        `to` is one address, or None for all that have no manners of their own.
        """
        self._manners[to] = list(manners)

    def let_go(self):
        """Answer all letters that are held."""
        async def go():
            self._gate.set()
            self._gate = asyncio.Event()
        self._run(go())

    def tries_for(self, address):
        """When somebody asked to send to `address`: [monotonic seconds]."""
        return [moment for to, moment in self.tries if to == address]

    def start(self):
        """Listen. What is up already stays up."""
        if self._loop is not None and not self._loop.is_closed():
            return self
        self._loop, self._sessions, self._gate = asyncio.new_event_loop(), set(), asyncio.Event()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._listener = self._run(self._loop.create_server(lambda: _Session(self), "127.0.0.1", self.port))
        return self

    def stop(self):
        """Hang up on everybody and close the port. What is down already stays down."""
        if self._loop.is_closed():
            return
        self._run(self._hang_up())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(10)

    async def _hang_up(self):
        self._listener.close()
        for session in list(self._sessions):
            session.transport.abort()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    def _manner(self, address):
        manners = self._manners.get(address) or self._manners[None]
        return manners.pop(0) if len(manners) > 1 else manners[0]

    # aiosmtpd asks these; what it calls the server is one connection's protocol
    async def handle_RCPT(self, connection, session, envelope, address, options):
        if self.login and not session.authenticated:
            return "530 5.7.0 Authentication required"
        self.tries.append((address, time.monotonic()))
        manner = self._manner(address)
        if manner.recipient.startswith("2"):
            envelope.rcpt_tos.append(address)
            connection.manner = manner
        return manner.recipient

    async def handle_DATA(self, connection, session, envelope):
        manner = connection.manner
        if manner.keeps and manner.keeps_first:
            self.letters.append(Letter(envelope.rcpt_tos, envelope.content))
        await asyncio.sleep(manner.seconds)
        if manner.holds:
            await self._gate.wait()
        if manner.keeps and not manner.keeps_first:
            self.letters.append(Letter(envelope.rcpt_tos, envelope.content))
        if not manner.letter:
            connection.transport.abort()
            await self._loop.create_future()  # its end cancels this
        return manner.letter

    def authenticate(self, connection, session, envelope, mechanism, given):
        good = (given.login, given.password) == tuple(part.encode() for part in self.login)
        return AuthResult(success=good and not self.knows_nobody, handled=False)


class _Session(SMTP):
    """One connection."""

    def __init__(self, smtp):
        super().__init__(smtp, hostname="mail.example.org", loop=smtp._loop, tls_context=smtp._tls,
                         require_starttls=bool(smtp._tls), auth_require_tls=bool(smtp._tls),
                         authenticator=smtp.authenticate,
                         auth_exclude_mechanism={"LOGIN",
                                                 "PLAIN"} - set(smtp.mechanisms if smtp.login else ()))
        self.smtp, self.manner, self._greeted, self._cutting = smtp, ACCEPTS, False, False

    def connection_made(self, transport):
        self.smtp._sessions.add(self)
        super().connection_made(transport)

    def connection_lost(self, error):
        self.smtp._sessions.discard(self)
        super().connection_lost(error)

    async def push(self, status):
        if not self._greeted:
            self._greeted, self.smtp.connections = True, self.smtp.connections + 1
            await asyncio.sleep(self.smtp.greeting_seconds)
        self._cutting = self.manner.cuts and status.startswith("354" if isinstance(status, str) else b"354")
        await super().push(status)
        if self.manner.leaves and status == self.manner.letter:
            self.transport.close()

    def data_received(self, data):
        if self._cutting:
            self.transport.abort()
        else:
            super().data_received(data)


def _certificate(authority_path):
    """A server's TLS context for 127.0.0.1, and the path of the authority that vouches for it,
    written just now.
    """
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "localhost").configure_cert(context)
    authority.cert_pem.write_to_path(authority_path)
    return context, authority_path
