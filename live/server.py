"""The application for servers, whichever stack it is."""
from __future__ import unicode_literals

from django.conf import settings

if settings.CLASSIC:
    from live.classic import build_application
else:
    from live.current import build_application

application = build_application()
