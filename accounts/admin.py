"""Accounts and profiles for administrators.

An account that is deleted here ends as if its owner had ended it.
"""
from __future__ import unicode_literals

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm

from accounts import account_data
from accounts.models import Profile
from accounts.privacy import account_deletion
from common.compat import on_commit
from common.web.admin_question import AsNamed, asks

User = get_user_model()


class PasswordForm(AdminPasswordChangeForm):
    """Django's own; a new password ends the sessions of its account."""

    def save(self, *args, **kwargs):
        user = super(PasswordForm, self).save(*args, **kwargs)
        on_commit(lambda: account_data.access_changed(user))
        return user


def _leaving(users):
    """What the end of each account will mean to others, as its owner would read it."""
    return ["%s: %s" % (user, text) for user in users for text in account_data.leaving(user)]


class AccountAdmin(AsNamed, UserAdmin):
    """Django's own, but a deletion takes the name out of tables and histories and lets friends keep their
    games.
    """

    actions = ["end_accounts"]
    change_password_form = PasswordForm

    def get_actions(self, request):
        actions = super(AccountAdmin, self).get_actions(request)
        # It would delete rows without asking the providers of account data.
        actions.pop("delete_selected", None)
        if not self.has_delete_permission(request):
            actions.pop("end_accounts", None)
        return actions

    def has_delete_permission(self, request, obj=None):
        return super(AccountAdmin, self).has_delete_permission(request, obj) and (
            obj is None or account_deletion.may_delete(obj))

    def get_deleted_objects(self, users, request):
        """All that hangs on an account ends by the providers of account data, also what nobody deletes by
        hand.
        """
        found, counts, _, protected = super(AccountAdmin, self).get_deleted_objects(users, request)
        return found, counts, set(), protected

    def save_model(self, request, user, form, change):
        super(AccountAdmin, self).save_model(request, user, form, change)
        # Whoever is not active any more is signed in no more.
        on_commit(lambda: account_data.access_changed(user))

    def delete_view(self, request, object_id, extra_context=None):
        """Django's own page that asks; it tells what the end of this account will mean to others."""
        user = self.get_object(request, unquote(object_id))
        if request.method == "GET" and user is not None and self.has_delete_permission(request, user):
            for text in _leaving([user]):
                self.message_user(request, text, messages.WARNING)
        return super(AccountAdmin, self).delete_view(request, object_id, extra_context)

    def delete_model(self, request, user):
        account_deletion.delete_account(user)

    @asks("End these accounts for good", "Their names, addresses and passwords go, and nobody can undo it. "
          "What friends share with them stays, without the names.", "Yes, end them", says=_leaving)
    def end_accounts(self, request, users):
        for user in users:
            try:
                account_deletion.delete_account(user)
            except account_deletion.LastAdministratorError:
                self.message_user(request, "%s is the last administrator, and stays." % user,
                                  messages.WARNING)
            except account_data.Busy:
                self.message_user(request, "A table of %s is very busy; try again." % user, messages.WARNING)
            else:
                self.message_user(request,
                                  "The account has ended; what friends share with it stays, without the "
                                  "name.")


class ProfileAdmin(admin.ModelAdmin):
    list_display = ("name", "user", "language")
    list_select_related = ("user",)
    search_fields = ("name", "user__username", "user__email")
    raw_id_fields = ("user",)


admin.site.unregister(User)
admin.site.register(User, AccountAdmin)
admin.site.register(Profile, ProfileAdmin)
