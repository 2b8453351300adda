"""What we keep of somebody beside the account: what they tell about themselves, and which sessions are
theirs.

Storage only; `profiles` and `session_store` are the writers.
"""
from __future__ import unicode_literals

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import models
from six import python_2_unicode_compatible

from common.names import NAME_LENGTH


@python_2_unicode_compatible
class Profile(models.Model):
    """`name` is the nickname that forms begin with, `language` the one of our letters and `speaks` the one of
    pages ("" where none was chosen), `answers` whether guests may write back to the owner's address, which
    they then see; doors offer `face` and `colour`, 0 for none yet.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="profile")
    name = models.CharField(max_length=NAME_LENGTH)
    language = models.CharField(max_length=10, blank=True, default="")
    speaks = models.CharField(max_length=10, blank=True, default="")
    answers = models.BooleanField(default=False)
    face = models.PositiveSmallIntegerField(default=0)
    colour = models.PositiveSmallIntegerField(default=0)

    def __str__(self):
        return self.name


@python_2_unicode_compatible
class SessionOwner(models.Model):
    """Whose a session is. It goes with the session; sessions of guests have none."""

    session = models.OneToOneField(Session, on_delete=models.CASCADE, primary_key=True, related_name="owner")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    def __str__(self):
        return "A session of user %d" % self.user_id
