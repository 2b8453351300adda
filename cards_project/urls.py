"""All addresses of the site; the apps list their own. The room's socket is listed in routes.py."""
from __future__ import unicode_literals

from django.conf import settings
from django.contrib import admin
from django.views.generic import RedirectView

from accounts.languages import choose_language
from accounts.sessions.signing_out import tells_of_ending
from accounts.views import sign_up
from common.compat import include, re_path
from common.web.script_texts import script_texts

if not settings.CLASSIC:
    from allauth.account.decorators import secure_admin_login
    # A second way in with a password alone would make the passkeys and limits of the first one worthless.
    admin.site.login = secure_admin_login(admin.site.login)

admin.site.logout = tells_of_ending(admin.site.logout)

handler500 = "common.web.errors.server_error"
urlpatterns = [
    re_path(r"^admin/decks/site/", include("decks.admin.copies.urls", namespace="deck_copies")),
    re_path(r"^admin/decks/", include("decks.admin.urls", namespace="decks_admin")),
    re_path(r"^admin/", admin.site.urls),
    re_path(r"^language/$", choose_language, name="language"),
    re_path(r"^words/(?P<language>[a-z-]{2,12})-(?P<digest>[0-9a-f]{12})\.js$", script_texts,
            name="script_texts"),
    re_path(r"^accounts/", include("accounts.urls", namespace="accounts")),
    re_path(r"^accounts/signup/$", sign_up, name="account_signup"),  # instead of allauth's
    re_path(r"^accounts/", include("allauth.urls")),
    re_path(r"^", include("invitations.urls", namespace="invitations")),
    re_path(r"^decks/", include("decks.urls", namespace="decks")),
    re_path(r"^", include("game.urls", namespace="game")),
    # The admin's pages name no icon, so browsers look for one here.
    re_path(r"^favicon\.ico$", RedirectView.as_view(url=settings.STATIC_URL + "img/favicon.svg",
                                                    permanent=False)),
]
