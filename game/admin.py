"""Rooms for administrators: who plays where. States are shown to nobody, they hold the hands."""
from __future__ import unicode_literals

from django.contrib import admin
from django.contrib.admin.actions import delete_selected
from django.utils import timezone

from common.compat import json_loads
from game.models import Player, Recap, Room, RoomReport, RoundResult
from game.rooms import deletion, listing
from game.rooms.summary import summary_of


class PlayerInline(admin.TabularInline):
    model = Player
    extra = 0
    can_delete = False
    fields = readonly_fields = ("number", "name", "user", "kicked", "joined")

    def has_add_permission(self, request, *args):
        return False


class RoomAdmin(admin.ModelAdmin):
    list_display = ("code", "phase", "seats", "listed", "barred", "version", "used", "created")
    list_filter = ("listed", "barred", "created")
    search_fields = ("code", "players__name")
    fields = ("code", "listed", "barred", "phase", "version", "created", "used")
    readonly_fields = ("code", "phase", "version", "created", "used")
    inlines = [PlayerInline]

    def get_actions(self, request):
        actions = super(RoomAdmin, self).get_actions(request)
        actions.pop("delete_selected", None)
        if self.has_delete_permission(request):
            # Django's page that asks sends the name of Django's own action.
            actions["delete_selected"] = (RoomAdmin.delete_rooms, "delete_selected", "Delete the rooms")
        if self.has_change_permission(request):
            actions["bar"] = (RoomAdmin.bar, "bar", "Keep the rooms off the list of open rooms")
        return actions

    def delete_view(self, request, object_id, extra_context=None):
        extra = dict(extra_context or {}, leaving=deletion.leaving([object_id]))
        return super(RoomAdmin, self).delete_view(request, object_id, extra)

    def delete_model(self, request, room):
        deletion.delete([room.pk], room.delete)

    def delete_rooms(self, request, rooms):
        """Django's own action, once guests are told."""
        ids = list(rooms.values_list("pk", flat=True))
        if request.POST.get("post"):
            return deletion.delete(ids, lambda: delete_selected(self, request, rooms))
        response = delete_selected(self, request, rooms)
        response.context_data["leaving"] = deletion.leaving(ids)
        return response

    def bar(self, request, rooms):
        """Take them out of the list, for good, and settle the reports about them."""
        self.message_user(request, "%d rooms are kept off the list of open rooms." % listing.bar(rooms))

    def has_add_permission(self, request, *args):
        return False

    def save_model(self, request, room, form, change):
        # Whoever plays meanwhile has the newer state.
        room.save(update_fields=["listed", "barred"])
        listing.forget()

    def phase(self, room):
        return summary_of(room)["phase"]

    def seats(self, room):
        return len(summary_of(room)["players"])


class RoundResultAdmin(admin.ModelAdmin):
    list_display = ("room", "game", "round", "black", "decided_by", "winner", "created")
    list_select_related = ("room", "judge", "winner")
    search_fields = ("room__code", "black")
    date_hierarchy = "created"

    def decided_by(self, result):
        voted = any("votes" in play for play in json_loads(result.plays))
        return "everybody voted" if voted else result.judge

    def has_add_permission(self, request, *args):
        return False


class RoomReportAdmin(admin.ModelAdmin):
    """What people said of open rooms, the unsettled first; a decision about a room settles all of its own."""

    list_display = ("room", "reason", "said", "created", "resolved")
    list_select_related = ("room",)
    list_filter = ("reason", "resolved", "created")
    search_fields = ("room__code", "said")
    fields = readonly_fields = ("room", "reason", "said", "created", "resolved")
    actions = ("bar", "settle")

    def bar(self, request, reports):
        rooms = Room.objects.filter(reports__in=reports).distinct()
        self.message_user(request, "%d rooms are kept off the list of open rooms." % listing.bar(rooms))

    bar.short_description = "Keep these rooms off the list of open rooms"

    def settle(self, request, reports):
        settled = reports.filter(resolved=None).update(resolved=timezone.now())
        self.message_user(request, "%d reports are settled; the rooms stay in the list." % settled)

    settle.short_description = "Settle the reports, and keep the rooms in the list"

    def has_add_permission(self, request, *args):
        return False


class RecapAdmin(admin.ModelAdmin):
    """Links to recaps, without their keys: deleting one withdraws it."""

    list_display = ("room", "game", "player", "created", "expires")
    list_select_related = ("room", "player")
    search_fields = ("room__code",)
    fields = readonly_fields = ("room", "game", "player", "created", "expires")

    def has_add_permission(self, request, *args):
        return False


admin.site.register(Room, RoomAdmin)
admin.site.register(RoomReport, RoomReportAdmin)
admin.site.register(Recap, RecapAdmin)
admin.site.register(RoundResult, RoundResultAdmin)
