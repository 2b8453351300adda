"""How signing in with an account of another site behaves here, on the current stack. Which sites: see the settings."""
from __future__ import unicode_literals

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    def get_app(self, request, provider, client_id=None):
        """Return the keys for a site; a site that gave us none has no pages here."""
        try:
            return super(SocialAccountAdapter, self).get_app(request, provider, client_id=client_id)
        except ObjectDoesNotExist:
            raise Http404("no keys for %s" % provider)
