"""Headers that tell browsers what our pages may do. The admin is left out: its old pages carry inline scripts."""
from __future__ import unicode_literals

from django.conf import settings
from django.utils.cache import patch_cache_control

from common.compat import MiddlewareBase
from common.secret_paths import is_secret

# Older Safari does not count sockets as 'self', hence ws: and wss:.
POLICY = "; ".join([
    "default-src 'self'",
    "img-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self' ws: wss:",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",  # and where a form of ours may end by a redirect: settings.FORM_TARGETS
])


class BrowserPolicyMiddleware(MiddlewareBase):
    def process_response(self, request, response):
        if not request.path_info.startswith("/admin/"):
            response.setdefault("Content-Security-Policy", " ".join([POLICY] + settings.FORM_TARGETS))
        if is_secret(request.get_full_path()):
            # "same-origin" would still write the secret into the logs of our own proxies; with "no-referrer" browsers
            # post with "Origin: null", and Django's CSRF check refuses that. So nothing but the name of the site goes.
            response["Referrer-Policy"] = "strict-origin"
            patch_cache_control(response, no_store=True, private=True)
        response.setdefault("Referrer-Policy", "same-origin")
        response.setdefault("X-Content-Type-Options", "nosniff")
        return response
