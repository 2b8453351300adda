"""Which pages may open a socket: ours. A foreign page would otherwise sit down with its visitor's cookie."""
from __future__ import unicode_literals

from django.conf import settings
from django.http.request import validate_host
from six.moves.urllib.parse import urlsplit


def is_ours(origin, host):
    """Whether a page from `origin` ("https://cards.example.org") may open a socket at `host` (the Host
    header).

    The site may be at home under any name, so the two are compared, and a site with HTTPS has no pages
    without; behind a proxy that changes the Host, the origin is one of CSRF_TRUSTED_ORIGINS. A client without
    an Origin is no browser of ours.
    """
    if not origin or not host:
        return False
    if origin in settings.CSRF_TRUSTED_ORIGINS:
        return True
    try:
        page = urlsplit(origin)
        name = page.hostname or ""
    except ValueError:
        return False
    return (page.scheme == ("https" if settings.HTTPS else "http") and page.netloc.lower() == host.lower()
            and validate_host(name, settings.ALLOWED_HOSTS))
