"""The project as a Django app, which registers the system checks. Has no models."""
from __future__ import unicode_literals

import gc

from django.apps import AppConfig


class FrontDoorConfig(AppConfig):
    name = "cards_project"
    verbose_name = "Cards Against Django"

    def ready(self):
        from cards_project import checks  # noqa: F401 - importing them registers the checks
        from invitations.mail import checks as of_mail  # noqa: F401

        keep_what_is_loaded()


def keep_what_is_loaded():
    """Switch the garbage collector on; it does not look through modules and classes any more.

    manage.py and asgi.py start without it: while modules are loaded nothing is garbage, and looking for some
    took a quarter of a start.
    """
    if hasattr(gc, "freeze"):
        gc.freeze()
    gc.enable()
