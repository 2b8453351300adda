"""Addresses of the admin's pages that belong to no one model."""
from __future__ import unicode_literals

from django.contrib import admin

from common.compat import re_path
from decks.admin import review

app_name = "deck_review"

urlpatterns = [re_path(r"^$", admin.site.admin_view(review.queue), name="queue")]
