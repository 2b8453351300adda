"""Sessions of Django before 3.1, which newer ones cannot read: guests would lose their seats, and everybody
would be signed out.

Only JSON whose signature is right is read. What Django up to 1.5 wrote could run code while it is read, so it
stays as it is.
"""
from __future__ import unicode_literals

import base64
from collections import Counter

import six
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from accounts.sessions.session_store import SessionStore
from common.compat import json_loads
from common.storage import tables
from common.storage.tables import Found

TABLE = Session._meta.db_table
PIECE = 500
# What the old signatures were salted with.
_SESSION, _PASSWORD = ("django.contrib.sessionsSessionStore",
                       "django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash")
CARRIED, FOREIGN, PICKLED = range(3)
_LOST = ((FOREIGN, "signed with another SECRET_KEY than this site's"),
         (PICKLED, "written by Django 1.5 or older in a form that is not safe to read"))


def look(pending):
    """Found. Sessions that have expired do not count."""
    if TABLE not in tables.names():
        return Found()
    kinds = Counter(_opened(data)[0] for piece in _pieces() for _, data in piece)
    steps = ["%s: %d sessions written anew, so that people stay signed in and in their seats" % (
        TABLE, kinds[CARRIED])] if kinds[CARRIED] and not _reads_old_ones() else []
    left = ["%s: %d sessions, %s; these people sign in again" % (TABLE, kinds[kind], reason)
            for kind, reason in _LOST if kinds[kind]]
    return Found(steps, left)


def mend(pending):
    """Do what `look` said."""
    if TABLE not in tables.names() or _reads_old_ones():
        return
    for old in _pieces():
        piece = [(key, data, content) for key, data, (kind, content) in
                 [(key, data, _opened(data)) for key, data in old] if kind == CARRIED]
        passwords = _passwords([content.get(SESSION_KEY) for _, _, content in piece])
        for key, data, content in piece:
            _renew_proof(content, passwords.get(content.get(SESSION_KEY)))
            # Whoever was here meanwhile has another content.
            Session.objects.filter(pk=key, session_data=data).update(
                session_data=SessionStore().encode(content))


def _reads_old_ones():
    """Whether this Django writes sessions in the old form itself."""
    return ":" not in SessionStore().encode({})


def _pieces():
    """Lists of (key, data) of those that were written in the old form, which has no colon."""
    sessions, last = Session.objects.filter(expire_date__gt=timezone.now()).order_by("pk"), ""
    while True:
        piece = list(sessions.filter(pk__gt=last).values_list("pk", "session_data")[:PIECE])
        yield [pair for pair in piece if ":" not in pair[1]]
        if len(piece) < PIECE:
            return
        last = piece[-1][0]


def _opened(data):
    """(CARRIED, content), or (why it is not, None)."""
    try:
        proof, content = base64.b64decode(data.encode("ascii")).split(b":", 1)
        if not constant_time_compare(proof.decode("ascii"), salted_hmac(_SESSION, content).hexdigest()):
            return FOREIGN, None
    except (ValueError, TypeError):  # not what we know; Python 2.7 says TypeError
        return FOREIGN, None
    try:
        return CARRIED, json_loads(content.decode("ascii"))
    except ValueError:
        return PICKLED, None


def _passwords(ids):
    """{id as a session has it: hashed password} of these users."""
    ids = [pk for pk in ids if pk is not None and six.text_type(pk).isdigit()]
    users = get_user_model().objects.filter(pk__in=ids).values_list("pk", "password")
    return {six.text_type(pk): password for pk, password in users}


def _renew_proof(content, password):
    """A session proves that it began with the user's password of today; a right proof becomes one of the new
    form, and a session without one asks for the password.
    """
    proof = content.get(HASH_SESSION_KEY)
    if password and proof and constant_time_compare(proof, salted_hmac(_PASSWORD, password).hexdigest()):
        content[HASH_SESSION_KEY] = get_user_model()(password=password).get_session_auth_hash()
