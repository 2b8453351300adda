"""Who letters come from: one address for all of them, as DEFAULT_FROM_EMAIL says.

Mail servers send for addresses that they know, so whatever leaves the site has this one in its From.
"""
from __future__ import unicode_literals

from email.utils import parseaddr

from django.conf import settings

from common.web import sites

# Where letters go that go nowhere, by the last part but one of EMAIL_BACKEND.
STAY_HERE = {"filebased": "files in a folder", "console": "the terminal", "locmem": "memory",
             "dummy": "nothing at all"}
NOWHERE = "localhost"  # the domain of the default where SITE_DOMAIN is not set


def letters_leave():
    """Whether letters are given to a mail server, and not kept here for looking at."""
    return backend() not in STAY_HERE


def backend():
    """The kind of mail server, like "smtp" or a name of STAY_HERE."""
    return settings.EMAIL_BACKEND.split(".")[-2]


def place():
    """Where letters are that do not leave, for who runs the site."""
    return settings.EMAIL_FILE_PATH if backend() == "filebased" else STAY_HERE[backend()]


def address():
    """The address that letters come from, like "cards@example.org"."""
    name, _, domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")
    return sites.mailbox(name or "invites") if domain in ("", NOWHERE) else "%s@%s" % (name, domain)


def site_name():
    """What letters call the site: the name before the address in DEFAULT_FROM_EMAIL, or the game's."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[0] or settings.SITE_NAME


def sender(name=""):
    """The From of a letter: the site, or `name`, who writes through it."""
    return mailbox(name or site_name(), address())


def mailbox(name, address):
    """A name and its address for the header of a letter; the name is one harmless line, or "" for none."""
    name = name.replace("\\", "").replace('"', "'")
    return '"%s" <%s>' % (name, address) if name else address
