"""Rooms for administrators: who plays where. States are shown to nobody, they hold the hands."""
from __future__ import unicode_literals

from django.contrib import admin

from game.models import Player, Room, RoundResult
from game.rooms.summary import summary_of


class PlayerInline(admin.TabularInline):
    model = Player
    extra = 0
    can_delete = False
    fields = readonly_fields = ("number", "name", "user", "kicked", "joined")

    def has_add_permission(self, request, *args):
        return False


class RoomAdmin(admin.ModelAdmin):
    list_display = ("code", "phase", "seats", "listed", "version", "used", "created")
    list_filter = ("listed", "created")
    search_fields = ("code", "players__name")
    fields = ("code", "listed", "phase", "version", "created", "used")
    readonly_fields = ("code", "phase", "version", "created", "used")
    inlines = [PlayerInline]

    def has_add_permission(self, request, *args):
        return False

    def save_model(self, request, room, form, change):
        # Whoever plays meanwhile has the newer state.
        room.save(update_fields=["listed"])

    def phase(self, room):
        return summary_of(room)["phase"]

    def seats(self, room):
        return len(summary_of(room)["players"])


class RoundResultAdmin(admin.ModelAdmin):
    list_display = ("room", "game", "round", "black", "judge", "winner", "created")
    list_select_related = ("room", "judge", "winner")
    search_fields = ("room__code", "black")
    date_hierarchy = "created"

    def has_add_permission(self, request, *args):
        return False


admin.site.register(Room, RoomAdmin)
admin.site.register(RoundResult, RoundResultAdmin)
