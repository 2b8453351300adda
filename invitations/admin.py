"""Invitations and letters for administrators: what was sent and what came of it.

Keys are never shown: whoever has one has the seat.
"""
from __future__ import unicode_literals

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from common.compat import re_path
from common.web.admin_question import AsNamed, asks
from invitations import status
from invitations.hosting import missed, nights, promises, services
from invitations.mail import diagnostics, site_trouble, unsubscribe
from invitations.models import (
    GameNight,
    Invitation,
    NightLetter,
    Notice,
    Postage,
    RecapLetter,
    StoppedAddress,
)

GOES = "The letter to %s goes again."
KEPT = ("Nothing was deleted: guests still have a date by %d of these, or a letter of it is on its way. Call "
        "the nights off or take the invitations back, and delete them once the letters have gone.")
WAITS = "The letter to %s goes again when its turn comes: the limit of its sender is reached."


class LookOnly(admin.ModelAdmin):
    """Rows that services write; they are looked at here and may be deleted."""

    actions_on_bottom = True

    def has_add_permission(self, request, *args):
        return False

    def get_readonly_fields(self, request, obj=None):
        return self.fields


class Promising(AsNamed, LookOnly):
    """Rows that may be deleted once they promise nobody a letter any more: `promised` tells those that do."""

    promised = None

    def get_actions(self, request):
        actions = super(Promising, self).get_actions(request)
        actions.pop("delete_selected", None)
        if self.has_delete_permission(request):
            # Django's page that asks sends the name of Django's own action.
            actions["delete_selected"] = (Promising.delete_ended, "delete_selected", "Delete them")
        return actions

    def has_delete_permission(self, request, obj=None):
        may = super(Promising, self).has_delete_permission(request, obj)
        return may and (obj is None or not self.promised([obj.pk]))

    def delete_ended(self, request, rows):
        kept = self.promised(list(rows.values_list("pk", flat=True)))
        if kept:
            self.message_user(request, KEPT % len(kept), messages.WARNING)
            return None
        return delete_selected(self, request, rows)


class InvitationAdmin(Promising):
    promised = staticmethod(promises.of_invitations)
    list_display = ("email", "status", "room", "sender", "attempts", "last_error", "sent", "created")
    list_filter = ("sent", "failed", "accepted", "declined", "revoked", "created")
    list_select_related = ("room", "sender")
    search_fields = ("email", "name", "sender__username", "sender_name", "room__code")
    fields = ("email", "name", "language", "status", "room", "sender", "sender_name", "note", "night",
              "answer", "plus", "created", "due", "claimed", "attempts", "last_error", "cause", "sent",
              "kept", "failed", "in_calendar", "opened", "accepted", "declined", "revoked", "expires",
              "player", "same_as")
    actions = ["send_again", "revoke"]

    def get_urls(self):
        test_letter = re_path(r"^test-letter/$", self.admin_site.admin_view(self.test_letter),
                              name="invitations_invitation_test_letter")
        return [test_letter] + super(InvitationAdmin, self).get_urls()

    def changelist_view(self, request, extra_context=None):
        extra = dict(extra_context or {}, mail_problems=site_trouble.problems())
        return super(InvitationAdmin, self).changelist_view(request, extra)

    def status(self, invitation):
        return status.word_of(invitation)

    def send_again(self, request, invitations):
        """Each counts for its sender, as if they had pressed the button."""
        for invitation in invitations.exclude(sender=None).select_related("sender"):
            try:
                again, _ = missed.again(invitation.sender, invitation.pk)
            except services.Refused as refusal:
                self.message_user(request, "Not to %s: %s" % (invitation.email, refusal.message),
                                  messages.WARNING)
            else:
                self.message_user(request, (WAITS if again.due > timezone.now() else GOES) % invitation.email)

    @asks("Take the invitations back", "Their links close, and who has a date gets a letter that takes it "
          "out of the calendar.", "Yes, take them back")
    def revoke(self, request, invitations):
        for invitation in invitations.exclude(sender=None).select_related("sender"):
            services.revoke(invitation.sender, invitation.pk)
        self.message_user(request, "These links are closed. Whoever sits at a table already stays there.")

    @method_decorator(require_POST)
    def test_letter(self, request):
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.user.email:
            try:
                self.message_user(request, diagnostics.send_test_letter(request.user.email), messages.SUCCESS)
            except diagnostics.NoMailError as reason:
                self.message_user(request, "%s" % reason, messages.ERROR)
        else:
            self.message_user(request, "Your account has no e-mail address: give it one under Users first.",
                              messages.WARNING)
        return redirect("admin:invitations_invitation_changelist")

    send_again.short_description = "Send the letters again"


class GameNightAdmin(Promising):
    promised = staticmethod(promises.of_nights)
    actions = ["call_off"]
    list_display = ("room", "starts", "zone", "host", "sequence", "cancelled")
    list_filter = ("starts", "cancelled")
    list_select_related = ("room", "host")
    search_fields = ("room__code", "host__username")
    fields = ("room", "host", "starts", "minutes", "zone", "uid", "sequence", "quiet_changes", "reason",
              "title", "place", "note", "plus_one", "moved_from", "cancelled", "created")

    @asks("Call the game nights off", "Everybody who has the date gets a letter that it is called off.",
          "Yes, call them off")
    def call_off(self, request, rows):
        letters = sum(nights.cancel(night) for night in rows.filter(cancelled=None))
        self.message_user(request, "They are called off. Letters that tell of it: %d." % letters)


class NightLetterAdmin(Promising):
    promised = staticmethod(promises.of_letters)
    list_display = ("invitation", "night", "kind", "attempts", "last_error", "sent")
    list_filter = ("kind", "sent", "failed")
    list_select_related = ("invitation", "night")
    search_fields = ("invitation__email",)
    fields = ("invitation", "night", "kind", "notice", "sequence", "starts", "created", "due", "claimed",
              "attempts", "last_error", "cause", "sent", "kept", "failed")


class RecapLetterAdmin(LookOnly):
    list_display = ("invitation", "recap", "attempts", "last_error", "sent")
    list_filter = ("sent", "failed")
    list_select_related = ("invitation", "recap")
    search_fields = ("invitation__email",)
    fields = ("invitation", "recap", "created", "due", "claimed", "attempts", "last_error", "cause", "sent",
              "kept", "failed")


class NoticeAdmin(Promising):
    promised = staticmethod(promises.of_notices)
    list_display = ("night", "kind", "text", "created")
    list_filter = ("kind", "created")
    fields = ("night", "kind", "text", "created")


class StoppedAddressAdmin(LookOnly):
    """Whoever takes a row away does what its guest's link does: hosts see what was missed and may send it."""

    list_display = fields = ("address", "created")
    search_fields = ("address",)
    actions = ["let_letters_go"]

    def get_actions(self, request):
        actions = super(StoppedAddressAdmin, self).get_actions(request)
        actions.pop("delete_selected", None)  # on Django 1.8 it asks no method of ours
        return actions

    def let_letters_go(self, request, stopped):
        if not self.has_delete_permission(request):
            raise PermissionDenied
        addresses = list(stopped.values_list("address", flat=True))
        for address in addresses:
            unsubscribe.let_letters_go(address)
        self.message_user(request, "Letters go to %s again. What they missed their hosts may send once more."
                          % ", ".join(addresses))

    def delete_model(self, request, stopped):
        unsubscribe.let_letters_go(stopped.address)

    let_letters_go.short_description = "Let letters go to them again"


class PostageAdmin(LookOnly):
    list_display = fields = ("host", "address", "created")
    list_select_related = ("host",)
    search_fields = ("host__username", "address")

    def has_delete_permission(self, request, obj=None):
        return False


admin.site.register(Invitation, InvitationAdmin)
admin.site.register(GameNight, GameNightAdmin)
admin.site.register(NightLetter, NightLetterAdmin)
admin.site.register(Notice, NoticeAdmin)
admin.site.register(RecapLetter, RecapLetterAdmin)
admin.site.register(StoppedAddress, StoppedAddressAdmin)
admin.site.register(Postage, PostageAdmin)
