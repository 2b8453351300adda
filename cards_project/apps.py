"""The front door as a Django app: it brings the system checks along. Holds no models."""
from __future__ import unicode_literals

from django.apps import AppConfig


class FrontDoorConfig(AppConfig):
    name = "cards_project"
    verbose_name = "Cards Against Django"

    def ready(self):
        from cards_project import checks  # noqa: F401 - importing it registers the checks
