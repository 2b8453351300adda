"""Headers that tell browsers what our pages may do. The admin is left out: its old pages carry inline scripts."""
from __future__ import unicode_literals

from common.compat import MiddlewareBase

# Older Safari does not count sockets as 'self', hence ws: and wss:.
POLICY = "; ".join([
    "default-src 'self'",
    "img-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self' ws: wss:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
])


class BrowserPolicyMiddleware(MiddlewareBase):
    def process_response(self, request, response):
        if not request.path_info.startswith("/admin/"):
            response.setdefault("Content-Security-Policy", POLICY)
        response.setdefault("Referrer-Policy", "same-origin")
        response.setdefault("X-Content-Type-Options", "nosniff")
        return response
