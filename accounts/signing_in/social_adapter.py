"""How signing in with an account of another site behaves here, on the current stack.

Which sites: see the settings.
"""
from __future__ import unicode_literals

from allauth.account.utils import filter_users_by_email
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers import registry
from allauth.socialaccount.providers.base import Provider, ProviderAccount
from django.core.exceptions import ImproperlyConfigured, ObjectDoesNotExist
from django.http import Http404


class FormerProvider(Provider):
    """A site that opened accounts in an older version: its connections can be seen and let go."""

    uses_apps, account_class = False, ProviderAccount

    def __init__(self, request, name):
        super(FormerProvider, self).__init__(request)
        self.id, self.name = name, name.capitalize()


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    def get_app(self, request, provider, client_id=None):
        """Return the keys for a site; a site that gave us none has no pages here."""
        try:
            return super(SocialAccountAdapter, self).get_app(request, provider, client_id=client_id)
        except ObjectDoesNotExist:
            raise Http404("no keys for %s" % provider)

    def get_provider(self, request, provider, client_id=None):
        """Return the Provider with this id, or of an app; a FormerProvider where there is none."""
        try:
            return super(SocialAccountAdapter, self).get_provider(request, provider, client_id=client_id)
        except (Http404, ImproperlyConfigured):
            if registry.get_class(provider) is not None:
                raise
            return FormerProvider(request, provider)

    def is_auto_signup_allowed(self, request, sociallogin):
        """Whoever has an account by their address already is asked first, so that nobody has two by accident.

        Only for addresses that the other site has checked: to others, this would tell who has an account.
        """
        proven = [address.email for address in sociallogin.email_addresses if address.verified]
        is_known = any(filter_users_by_email(email) for email in proven)
        return not is_known and super(SocialAccountAdapter, self).is_auto_signup_allowed(request, sociallogin)
