"""All addresses of the site; the apps list their own. The room's socket is listed in routes.py."""
from __future__ import unicode_literals

from django.contrib import admin

from common.compat import include, re_path

urlpatterns = [
    re_path(r"^admin/", admin.site.urls),
    re_path(r"^accounts/", include("accounts.urls", namespace="accounts")),
    re_path(r"^accounts/", include("allauth.urls")),
    re_path(r"^", include("invitations.urls", namespace="invitations")),
    re_path(r"^", include("game.urls", namespace="game")),
]
