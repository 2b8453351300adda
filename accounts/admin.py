"""Profiles for administrators."""
from __future__ import unicode_literals

from django.contrib import admin

from accounts.models import Profile


class ProfileAdmin(admin.ModelAdmin):
    list_display = ("name", "user", "language")
    list_select_related = ("user",)
    search_fields = ("name", "user__username", "user__email")
    raw_id_fields = ("user",)


admin.site.register(Profile, ProfileAdmin)
