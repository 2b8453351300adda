"""The project as a Django app, which registers the system checks. Has no models."""
from __future__ import unicode_literals

from django.apps import AppConfig


class FrontDoorConfig(AppConfig):
    name = "cards_project"
    verbose_name = "Cards Against Django"

    def ready(self):
        from cards_project import checks  # noqa: F401 - importing them registers the checks
        from invitations.mail import checks as of_mail  # noqa: F401
