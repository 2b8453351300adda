"""By which links a browser has answered without taking a seat: its home shows the nights, and nobody is asked
twice.

The session holds numbers and no keys; what they open was opened here before.
"""
from __future__ import unicode_literals

from django.utils import timezone

from invitations.models import Invitation

SESSION_NAME, MOST = "answered", 20


def remember(session, invitation):
    """Let this session know that its guest has answered."""
    others = [pk for pk in ids(session) if pk != invitation.pk]
    session[SESSION_NAME] = (others + [invitation.pk])[-MOST:]


def ids(session):
    """The primary keys of the Invitations that this session has answered, the latest last."""
    return session.get(SESSION_NAME, [])


def of(session):
    """[Invitation] of those that are good still, the latest first."""
    good = Invitation.objects.filter(pk__in=ids(session), revoked=None, expires__gt=timezone.now(),
                                     player=None).exclude(sender=None).exclude(room=None)
    return sorted(good.select_related("room", "night"), key=lambda one: -ids(session).index(one.pk))


def useful(sessions):
    """The keys of those `sessions`, {key: dict}, with an answer by a link that is good still."""
    return {key for key, session in sessions.items() if ids(session) and of(session)}
