"""What every request and every answer get: addresses that are the site's own,
and headers with the rules for browsers.
"""
from __future__ import unicode_literals

import six
from django.conf import settings
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_cache_control
from django.utils.encoding import iri_to_uri
from six.moves.urllib.parse import urljoin

from common.compat import CLASSIC, MiddlewareBase
from common.web import sites
from common.web.secret_paths import is_secret

POLICY = [
    ("default-src", "'self'"),
    ("img-src", "'self' data:"),
    ("style-src", "'self' 'unsafe-inline'"),
    ("base-uri", "'none'"),
    ("object-src", "'none'"),
    ("frame-ancestors", "'none'"),
]
# What no page of ours ever asks for, so that nothing that got into one can.
PERMISSIONS = ", ".join("%s=()" % feature for feature in [
    "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone",
    "midi",
    "payment", "serial", "usb"])


class OwnAddressMiddleware(MiddlewareBase):
    """Lets no Host header into an address: neither into what libraries build of a request, nor into
    redirects.

    allauth asks the request for the links in its letters and for the callbacks of other sites. Those lead to
    the site's own address (common.web.sites), whatever the request says.
    """

    def process_request(self, request):
        def build_absolute_uri(location=None):
            location = request.get_full_path() if location is None else six.text_type(location)
            return iri_to_uri(sites.address(urljoin(request.path, location)))
        request.build_absolute_uri = build_absolute_uri

    def process_response(self, request, response):
        """Take our host out of a redirect within the site, where Django 1.8 puts it:
        it leads on where the browser is.
        """
        here = "%s://%s/" % (request.scheme, request.META.get("HTTP_HOST", ""))
        location = response.get("Location", "")
        if location.startswith(here):
            # Without their host, two slashes would begin another one.
            response["Location"] = "/" + location[len(here):].lstrip("/\\")
        return response


class BrowserPolicyMiddleware(MiddlewareBase):
    def process_response(self, request, response):
        response.setdefault("Content-Security-Policy", _policy(request, response))
        response.setdefault("Permissions-Policy", PERMISSIONS)
        if is_secret(request.get_full_path()):
            # "same-origin" would still write the secret into the logs of our own proxies; with "no-referrer"
            # browsers post with "Origin: null", and Django's CSRF check refuses that. So nothing but the name
            # of the site goes.
            response["Referrer-Policy"] = "strict-origin"
            patch_cache_control(response, no_store=True, private=True)
        response.setdefault("Referrer-Policy", "same-origin")
        response.setdefault("X-Content-Type-Options", "nosniff")
        return response


class CompressionMiddleware(GZipMiddleware):
    """Compresses pages and JSON, where their length tells nothing (the attack that is called BREACH).

    That needs a secret beside text of somebody else's choice in one answer. So pages at secret addresses and
    the admin's, which repeat what was searched for, stay as they are; the CSRF token is masked anew in each
    answer, and up to 100 random bytes are added to each. Django 1.8 does neither, so classic goes without
    this.
    """

    def process_response(self, request, response):
        kind = response.get("Content-Type", "").split(";")[0]
        if kind not in ("text/html", "application/json", "text/javascript") or request.path_info.startswith(
                "/admin/") or is_secret(request.get_full_path()):
            return response
        return super(CompressionMiddleware, self).process_response(request, response)


def opens_sockets(response):
    """Mark the response as a page that opens a socket, and return it.

    Safari before 15.4 does not take them for 'self'.
    """
    response.opens_sockets = True
    return response


def _policy(request, response):
    """The Content-Security-Policy of a page."""
    rules = list(POLICY)
    if getattr(response, "opens_sockets", False):
        rules.append(("connect-src", "'self' " + sites.socket_origin()))
    if CLASSIC and request.path_info.startswith("/admin/"):
        rules.append(("script-src",
                      "'self' 'unsafe-inline'"))  # the admin of Django 1.8 carries scripts in its pages
    # Forms lead to us, and some end by a redirect at a site where people sign in.
    rules.append(("form-action", " ".join(["'self'"] + settings.FORM_TARGETS)))
    return "; ".join("%s %s" % rule for rule in rules)
