"""Addresses of copies of all decks, and of deleted ones."""
from __future__ import unicode_literals

from django.contrib import admin

from common.compat import re_path
from decks.admin.actions import deleting
from decks.admin.copies import page as copies

app_name = "deck_copies"

urlpatterns = [re_path(pattern, admin.site.admin_view(view), name=name) for pattern, view, name in (
    (r"^copies/$", copies.copies, "copies"),
    (r"^copies/(?P<pk>[0-9]{1,9})/$", copies.copy, "copy"),
    (r"^copies/(?P<pk>[0-9]{1,9})/download/$", copies.download, "download"),
    (r"^copies/(?P<pk>[0-9]{1,9})/forget/$", copies.forget, "forget"),
    (r"^deleted/$", deleting.deleted_page, "deleted"),
)]
