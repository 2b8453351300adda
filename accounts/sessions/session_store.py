"""Sessions in the database that tell whose they are, so that all of somebody's are found without reading
everybody's.

settings.SESSION_ENGINE names this module. It writes a SessionOwner beside each session of somebody who is
signed in.
"""
from __future__ import unicode_literals

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction

from accounts.models import SessionOwner


class SessionStore(db.SessionStore):
    def save(self, must_create=False):
        super(SessionStore, self).save(must_create)
        user = self.get(SESSION_KEY)
        if user is not None:
            _note_owner(self.session_key, int(user))


def end_sessions(user):
    """Sign the user out everywhere, and delete what these sessions held."""
    Session.objects.filter(owner__user=user).delete()


def _note_owner(key, user):
    if SessionOwner.objects.filter(session=key, user=user).exists():
        return
    try:
        with transaction.atomic():
            SessionOwner.objects.update_or_create(session_id=key, defaults={"user_id": user})
    except IntegrityError:
        pass  # the session or the account has been deleted meanwhile
