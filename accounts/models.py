"""What somebody tells us about themselves beside the account. Storage only; `profiles` is the writer."""
from __future__ import unicode_literals

from django.conf import settings
from django.db import models
from six import python_2_unicode_compatible

from common.names import NAME_LENGTH


@python_2_unicode_compatible
class Profile(models.Model):
    """`name` is the nickname that doors offer, `language` the one of our letters ("" for the site's own)."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="profile")
    name = models.CharField(max_length=NAME_LENGTH)
    language = models.CharField(max_length=10, blank=True, default="")

    def __str__(self):
        return self.name
