"""Addresses of what accounts have beside allauth's own pages."""
from __future__ import unicode_literals

from accounts import views
from common.compat import re_path

app_name = "accounts"

urlpatterns = [
    re_path(r"^profile/$", views.profile, name="profile"),
    re_path(r"^data/$", views.download, name="data"),
    re_path(r"^delete/$", views.delete, name="delete"),
]
