"""What every page can name: a context processor."""
from __future__ import unicode_literals

from django.conf import settings


def release(request):
    """{"release": "0.1.0"}: the version that answers, for the foot of pages and the error reports of scripts."""
    return {"release": settings.RELEASE}
