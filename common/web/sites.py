"""The site's own address.

Everything that leaves the site begins with it: letters, links to copy, QR codes, callbacks.

It never comes from a request, for whoever asks may write any Host there. It is SITE_DOMAIN; without that the
name that `manage.py set_site` has put in the database (django.contrib.sites); and for a site that nobody has
named, at home, this machine's address in its network. That one is looked up each time: a laptop may change
its network while it serves.
"""
from __future__ import unicode_literals

from django.conf import settings
from django.contrib.sites.models import Site
from six.moves.urllib.parse import urlsplit

from common.web import network

UNNAMED = "example.com"  # what a new database calls its site


def set_domain(domain):
    """Make `domain`, like "cards.example.org" or "192.168.1.5:8000", the site's.

    Returns whether that was news.
    """
    site = Site.objects.filter(pk=settings.SITE_ID).first() or Site(pk=settings.SITE_ID)
    if site.domain == domain and site.name == settings.SITE_NAME:
        return False
    site.domain, site.name = domain, settings.SITE_NAME
    site.save()
    Site.objects.clear_cache()
    return True


def domain():
    """The site's name with its port, like "cards.example.org" or "192.168.1.5:8000"."""
    return settings.SITE_DOMAIN or _kept(_stored())


def address(path):
    """The whole address of a path: "https://cards.example.org/invites/...".

    Only path, query and fragment are taken from what is given: should a `reverse` have been misled to another
    host, the address still leads here.
    """
    parts = urlsplit(path)
    path = parts._replace(scheme="", netloc="", path="/" + parts.path.lstrip("/")).geturl()
    return "%s://%s%s" % (_scheme("http"), domain(), path)


def socket_origin():
    """Where the site's sockets are: "wss://cards.example.org"."""
    return "%s://%s" % (_scheme("ws"), domain())


def host_name():
    """The site's name without a port; "localhost" for a site known by number only."""
    host = _host_of(domain())
    return "localhost" if network.packed(host) else host


def mailbox(name):
    """An address at the site, like "invites@cards.example.org"."""
    return "%s@%s" % (name, host_name())


def _scheme(name):
    return name + "s" if settings.HTTPS else name


def _stored():
    try:
        return Site.objects.get_current().domain
    except Site.DoesNotExist:
        return UNNAMED


def _kept(stored):
    """The stored name, unless it is none, or an address that `serve` found and the machine has no more."""
    host = _host_of(stored)
    lost = host in (UNNAMED, "localhost") or network.packed(host) and not network.has_address(host)
    if not lost:
        return stored
    return "%s:%d" % (network.lan_address(), urlsplit("//" + stored).port or settings.PORT)


def _host_of(domain):
    return urlsplit("//" + domain).hostname or ""
