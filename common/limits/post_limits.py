"""An upper bound for everything that is sent to us by POST, whatever its view counts beside.

Counts by account, or by address for those without one; a view that is forgotten is bounded by this all the
same.
"""
from __future__ import unicode_literals

from django.conf import settings

from common.compat import MiddlewareBase
from common.limits import ratelimits
from common.web.errors import too_many
from common.web.http import client_address

# Where passwords and addresses can be guessed, by address: (rate, how long to wait in seconds). The newer
# allauth has such limits of its own, and the admin's own sign-in page is there on the classic stack only.
GUESSES = {"account_login": ("30/m", 60), "admin:login": ("10/m", 60), "account_signup": ("60/h", 3600),
           "account_reset_password": ("60/h", 3600)}


class PostLimitMiddleware(MiddlewareBase):
    def process_view(self, request, view, args, kwargs):
        if request.method != "POST":
            return None
        address, user, name = client_address(request), request.user.pk, request.resolver_match.view_name
        sender = address if user is None else "account %d" % user
        if ratelimits.hit("posts", sender, "%d/m" % settings.POSTS_A_MINUTE):
            return too_many(request, 60)
        rate, wait = GUESSES.get(name, ("", 0))
        if rate and ratelimits.hit(name, address, rate):
            return too_many(request, wait)
        return None
