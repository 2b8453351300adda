"""E-mail, invitations, and how workers find what is to be sent."""
from __future__ import unicode_literals

import os

import dj_email_url
from six.moves.urllib.parse import urlsplit

from .site import SITE_DOMAIN, VAR_DIR, env


def _email(url):
    parts = dj_email_url.parse(url)
    if "EMAIL_BACKEND" not in parts:
        raise ValueError(url)
    if url.startswith("file:///"):
        parts["EMAIL_FILE_PATH"] = "/" + parts["EMAIL_FILE_PATH"].lstrip("/")
    if parts["EMAIL_BACKEND"].endswith("filebased.EmailBackend"):
        parts["EMAIL_BACKEND"] = "common.storage.filebased.EmailBackend"
    return parts


def _inbox(url):
    parts = urlsplit(url)
    if parts.scheme not in ("imap", "imaps") or not parts.hostname or not parts.username or parts.port == 0:
        raise ValueError(url)
    return url


def _secret(text):
    if len(text) < 16:
        raise ValueError(text)
    return text


globals().update(env.parsed(
    "EMAIL_URL", _email,
    'write "smtp://user:password@host:587/?tls=1", "file:///path/to/folder" or "console://"',
    {"EMAIL_BACKEND": "common.storage.filebased.EmailBackend",
     "EMAIL_FILE_PATH": os.path.join(VAR_DIR, "mail")}))
EMAIL_TIMEOUT = 20  # seconds; a mail server that hangs must not hold a worker for ever
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "invites@" + (SITE_DOMAIN.split(":")[0] or "localhost"))
SERVER_EMAIL = DEFAULT_FROM_EMAIL  # letters ask common/web/senders.py

# ---- what comes back: answers of calendars, and letters that did not arrive; see invitations/inbox/
# The mailbox behind the address of our letters; without it and the next one letters ask for no answer.
INBOX_URL = env.parsed("INBOX_URL", _inbox, 'write "imaps://user:password@host/INBOX"', "")
# The secret by which a mail provider hands messages over at /invites/inbox/.
INBOX_SECRET = env.parsed("INBOX_SECRET", _secret, "give at least 16 letters and digits", "")

# ---- invitations
INVITES_AT_ONCE, INVITES_AN_HOUR, INVITES_A_DAY = 50, 20, 100  # letters of one host
LETTERS_TO_ONE_ADDRESS = 3  # a day, from the whole site
# When a letter could not be sent: how long to wait before each next try; after the last one it has failed.
LETTER_RETRY_SECONDS = env.parsed(
    "LETTER_RETRY_SECONDS", lambda text: [env.seconds(part) for part in text.split(",")],
    'give seconds like "60,300,1800,7200"', [60, 300, 1800, 7200])
# A worker that took a letter and was not heard of for so long is dead, and another may take it.
LETTER_CLAIM_SECONDS = env.parsed("LETTER_CLAIM_SECONDS", env.seconds, "give seconds, like 300", 300)
# The same for an import, which gives a sign of life with each batch of cards.
IMPORT_CLAIM_SECONDS = env.parsed("IMPORT_CLAIM_SECONDS", env.seconds, "give seconds, like 120", 120)
# How often workers look for work that no message told them of.
CLOCK_SECONDS = env.parsed("CLOCK_SECONDS", env.seconds, "give seconds, like 60", 60)
