"""The site's own name, which letters need to make links: kept in django.contrib.sites, set from the environment."""
from __future__ import unicode_literals

from django.conf import settings
from django.contrib.sites.models import Site


def set_domain(domain):
    """Make `domain`, like "cards.example.org" or "192.168.1.5:8000", the site's. Returns whether that was news."""
    site = Site.objects.filter(pk=settings.SITE_ID).first() or Site(pk=settings.SITE_ID)
    if site.domain == domain and site.name == settings.SITE_NAME:
        return False
    site.domain, site.name = domain, settings.SITE_NAME
    site.save()
    Site.objects.clear_cache()
    return True


def domain():
    """The site's name with its port, like "cards.example.org"."""
    return Site.objects.get_current().domain


def address(path):
    """The whole address of a path, for letters: "https://cards.example.org/invites/..."."""
    return "%s://%s%s" % ("https" if settings.HTTPS else "http", domain(), path)


def host_name():
    """The site's name without a port; "localhost" for a site known by number only."""
    host = domain().rsplit(":", 1)[0].strip("[]")
    is_a_name = any(letter.isalpha() for letter in host) and ":" not in host
    return host if is_a_name else "localhost"


def mailbox(name):
    """An address at the site, like "invites@cards.example.org"."""
    return "%s@%s" % (name, host_name())
