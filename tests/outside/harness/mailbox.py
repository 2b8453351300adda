"""The letters that a mail server of the tests has kept: find them, wait for them, count them.

Knows nothing of SMTP.
"""
import email
import re
from collections import Counter, namedtuple
from email import policy
from pathlib import Path

from .process import wait_until

LINK = re.compile(r"https?://[^\s<>\"')]*[^\s<>\"').,;:!?]")

# `sent`: letters that came, `lost`: addresses without any, `doubled`: letters beyond the first at an address.
Tally = namedtuple("Tally", "sent lost doubled")


class Letter:
    """One letter as it came: `recipients` of the envelope, `message` (an EmailMessage)."""

    def __init__(self, recipients, content):
        self.recipients = [address.lower() for address in recipients]
        self.content = bytes(content)
        self.message = email.message_from_bytes(self.content, policy=policy.default)

    def __getitem__(self, header):
        """The text of a header, "" where there is none."""
        return str(self.message[header] or "")

    @property
    def subject(self):
        return self["Subject"]

    @property
    def text(self):
        return self._part("text/plain")

    @property
    def html(self):
        return self._part("text/html")

    @property
    def calendar(self):
        return self._part("text/calendar")

    @property
    def links(self):
        """The addresses written in the text part, in their order."""
        return LINK.findall(self.text)

    def link(self, piece):
        """The first link with this piece in it; AssertionError without one."""
        found = [link for link in self.links if piece in link]
        assert found, "no link with %r in:\n%s" % (piece, self.text)
        return found[0]

    def _part(self, kind):
        parts = [part for part in self.message.walk() if part.get_content_type() == kind]
        content = parts[0].get_content() if parts else ""
        return content.decode() if isinstance(content, bytes) else content


class Mailbox:
    """All letters that came, in the order in which they did."""

    def __init__(self):
        self.letters = []

    def letters_to(self, address):
        return [letter for letter in self.letters if address.lower() in letter.recipients]

    def wait_for(self, address, count=1, seconds=20):
        """Return the letters to `address` once there are `count` of them; AssertionError after `seconds`."""
        wait_until(lambda: len(self.letters_to(address)) >= count, seconds,
                   lambda: "%d letters to %s, not %d" % (len(self.letters_to(address)), address, count))
        return self.letters_to(address)

    def counts(self):
        """{address: letters that came}"""
        return Counter(address for letter in self.letters for address in letter.recipients)

    def tally(self, addresses):
        """The Tally of one letter expected at each of these addresses; it is printed too."""
        came = [self.counts()[address.lower()] for address in addresses]
        tally = Tally(sum(came), came.count(0), sum(count - 1 for count in came if count))
        print("letters sent %d, lost %d, doubled %d" % tally)
        return tally


class MailFolder(Mailbox):
    """The letters that a server without a mail server has put in its folder."""

    def __init__(self, var):
        self.folder = Path(var) / "mail"

    @property
    def letters(self):
        pieces = b"".join(file.read_bytes()
                          for file in sorted(self.folder.glob("*.log"))).split(b"\n" + b"-" * 79 + b"\n")
        messages = [Letter([], piece.strip() + b"\n") for piece in pieces if piece.strip()]
        for letter in messages:
            letter.recipients = [address.addr_spec.lower() for address in letter.message["To"].addresses]
        return messages
