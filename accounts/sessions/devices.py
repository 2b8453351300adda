"""Which accounts a browser has signed in to before, kept in a signed cookie that outlives the session.

Wrong passwords are counted by account and by where they come from. A browser that has been inside counts for
itself, so nobody else's wrong passwords, from the same network or from many, keep the owner of an account out
of it. The cookie opens nothing and holds no names: a random id, and a keyed hash of each name and address.
"""
from __future__ import unicode_literals

from django.conf import settings
from django.core import signing
from django.utils.crypto import get_random_string, salted_hmac

from accounts.verified_addresses import addresses_of
from common.compat import MiddlewareBase

COOKIE, SALT = "known_device", "accounts.sessions.devices"
# The two kinds of logins: a name may look like somebody's address.
NAME, ADDRESS = "name", "address"
SECONDS = 365 * 24 * 3600
KEPT = 10  # names and addresses; a family's tablet has a few of each
HASH_LENGTH = 20


def device_of(request, login):
    """The id of the visitor's browser if it has signed in by `login`, (NAME or ADDRESS, text), before,
    else "".
    """
    device = _read(request)
    return device["id"] if _hash(login) in device["logins"] else ""


def remember(request, user):
    """Note that the visitor's browser has signed in to the account of `user`.

    It is known by the addresses that are the user's own only: whoever signs up may write down anybody's.
    """
    logins = [(NAME, user.get_username())] + [(ADDRESS, email) for email in sorted(addresses_of(user))]
    device, hashes = _read(request), [_hash(login) for login in logins[:KEPT]]
    others = [known for known in device["logins"] if known not in hashes]
    request.known_device = dict(device, logins=(others + hashes)[-KEPT:])


class KnownDeviceMiddleware(MiddlewareBase):
    """Sets the cookie where somebody has signed in."""

    def process_response(self, request, response):
        if hasattr(request, "known_device"):
            response.set_cookie(COOKIE, signing.dumps(request.known_device, salt=SALT), max_age=SECONDS,
                                httponly=True, secure=settings.SESSION_COOKIE_SECURE)
        return response


def _read(request):
    try:
        return signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=SECONDS)
    except signing.BadSignature:
        return {"id": get_random_string(16), "logins": []}


def _hash(login):
    kind, text = login
    return salted_hmac(SALT, "%s:%s" % (kind, text.strip().lower())).hexdigest()[:HASH_LENGTH]
