"""The application for servers, whichever stack it is."""
from __future__ import unicode_literals

from django.conf import settings

from live import daphne_hooks

if settings.CLASSIC:
    from channels.asgi import get_channel_layer

    from live.classic.server import Life
    application = get_channel_layer()  # daphne 1 asks for the channel layer
    daphne_hooks.install(Life(application))
else:
    from live.current.consumer import build_application
    application = build_application()
    daphne_hooks.install(application)
