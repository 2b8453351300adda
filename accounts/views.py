"""The profile, the data for downloading, and the way out. allauth has the pages for coming in;
that for signing up asks it for a little more.
"""
from __future__ import unicode_literals

from allauth.account.views import SignupView
from allauth.utils import generate_unique_username
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.translation import gettext_noop as N_
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from accounts import account_data, profiles, verified_addresses
from accounts.forms import DeleteForm, ProfileForm
from accounts.privacy import account_deletion, data
from common.compat import gettext as _
from common.compat import json_dumps

LAST_ADMINISTRATOR = N_("You are the only administrator: without you nobody could look after this site. "
                      "Make somebody else an administrator first.")
BUSY = N_("A table you sit at is very busy. Your account is still here; try again in a moment.")


class SignUp(SignupView):
    """allauth's page for a new account, which knows a guest from the seat: the session tells, never the
    page's address.
    """

    def get_initial(self):
        initial, known = super(SignUp, self).get_initial(), account_data.introduction(self.request.session)
        if "name" in known:
            initial.setdefault("username", generate_unique_username([known["name"], "player"]))
        if "email" in known:
            initial.setdefault("email", known["email"])
        return initial

    def form_valid(self, form):
        name = account_data.introduction(self.request.session).get("name")
        response = super(SignUp, self).form_valid(form)
        if name and self.user is not None:
            profiles.change(self.user, name, "")
        return response


sign_up = never_cache(SignUp.as_view())


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request):
    if request.method != "POST":
        return _profile_page(request, ProfileForm(request.user))
    form = ProfileForm(request.user, request.POST)
    if not form.is_valid():
        return _profile_page(request, form, 400)
    profiles.change(request.user, *[form.cleaned_data[name] for name in ("name", "language", "answers")])
    messages.success(request, _("Saved. Nice to meet you, %s.") % form.cleaned_data["name"])
    return redirect("accounts:profile")


@login_required
@require_safe
def download(request):
    """Everything about the one who asks, as a file that no browser and no proxy keeps."""
    response = HttpResponse(json_dumps(data.everything_about(request.user)), content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="my-cards.json"'
    add_never_cache_headers(response)
    patch_cache_control(response, no_store=True, private=True)
    return response


@never_cache
@sensitive_post_parameters("proof")
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request):
    if request.method != "POST":
        return _delete_page(request, DeleteForm(request.user))
    form = DeleteForm(request.user, request.POST)
    if not form.is_valid():
        return _delete_page(request, form, 400)
    try:
        account_deletion.delete_account(request.user)
    except account_deletion.LastAdministratorError:
        return _delete_page(request, form, 409)
    except account_data.Busy:
        form.add_error(None, _(BUSY))
        return _delete_page(request, form, 409)
    logout(request)
    messages.success(request, _("Your account is gone. It was good to play with you."))
    return redirect(settings.ACCOUNT_LOGOUT_REDIRECT_URL)


def _profile_page(request, form, status=200):
    return render(request, "accounts/profile.html", {
        "form": form, "name": profiles.name_of(request.user),
        "address": verified_addresses.main_address_of(request.user),
        "sections": account_data.sections(request.user), "other_ways": _has_other_ways_in()}, status=status)


def _delete_page(request, form, status=200):
    refusal = "" if account_deletion.may_delete(request.user) else _(LAST_ADMINISTRATOR)
    return render(request, "accounts/delete.html", {
        "form": form, "refusal": refusal, "leaving": account_data.leaving(request.user)}, status=status)


def _has_other_ways_in():
    """Whether this site has keys for signing in with accounts of other sites."""
    return any(provider.get("APPS") for provider in getattr(settings, "SOCIALACCOUNT_PROVIDERS", {}).values())
