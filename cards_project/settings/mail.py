"""E-mail, invitations, and how workers find what is to be sent."""
from __future__ import unicode_literals

import os

import dj_email_url

from .site import SITE_DOMAIN, VAR_DIR, env


def _email(url):
    parts = dj_email_url.parse(url)
    if "EMAIL_BACKEND" not in parts:
        raise ValueError(url)
    if url.startswith("file:///"):
        parts["EMAIL_FILE_PATH"] = "/" + parts["EMAIL_FILE_PATH"].lstrip("/")
    if parts["EMAIL_BACKEND"].endswith("filebased.EmailBackend"):
        parts["EMAIL_BACKEND"] = "common.filebased.EmailBackend"
    return parts


globals().update(env.parsed(
    "EMAIL_URL", _email,
    'write "smtp://user:password@host:587/?tls=1", "file:///path/to/folder" or "console://"',
    {"EMAIL_BACKEND": "common.filebased.EmailBackend",
     "EMAIL_FILE_PATH": os.path.join(VAR_DIR, "mail")}))
EMAIL_TIMEOUT = 20  # seconds; a mail server that hangs must not hold a worker for ever
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "cards@" + (SITE_DOMAIN.split(":")[0] or "localhost"))
SERVER_EMAIL = DEFAULT_FROM_EMAIL

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
