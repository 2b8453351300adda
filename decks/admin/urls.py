"""Addresses of the admin's pages that belong to no one model."""
from __future__ import unicode_literals

from django.contrib import admin

from common.compat import re_path
from decks.admin.background import page
from decks.admin.cards import doubles, screen
from decks.admin.queue.page import queue

app_name = "decks_admin"

urlpatterns = [re_path(r"^%s/$" % name, admin.site.admin_view(view), name=name)
               for name, view in (("cards", screen.screen), ("doubles", doubles.screen), ("review", queue))]
urlpatterns += [re_path(r"^work/(?P<pk>[0-9]{1,9})/%s$" % path, admin.site.admin_view(view), name=name)
                for path, view, name in (("", page.show_work, "work"),
                                         ("progress/", page.work_progress, "work_progress"))]
