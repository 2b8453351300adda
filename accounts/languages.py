"""The language of pages: chosen on any of them, kept by the browser and by the account."""
from __future__ import unicode_literals

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import profiles
from common.compat import MiddlewareBase, gettext, reverse, stays_here
from common.web import languages


class LanguageMiddleware(MiddlewareBase):
    """Answers each request in its reader's language: the one that the browser keeps, else the account's, else
    the first of ours that the browser asks for. The admin speaks English.
    """

    def process_request(self, request):
        translation.activate(settings.LANGUAGE_CODE)
        if not request.path_info.startswith("/admin/"):
            translation.activate(languages.guessed(request.META.get("HTTP_ACCEPT_LANGUAGE", "")))
            known = languages.chosen(request.COOKIES) or _of_account(request)
            if known:
                translation.activate(known)
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, request, response):
        if hasattr(request, "language_of_account"):
            languages.remember(response, request.language_of_account)
        response.setdefault("Content-Language", translation.get_language())
        if not getattr(response, "same_for_all", False):
            patch_vary_headers(response, ("Accept-Language", "Cookie"))
        translation.deactivate()
        return response


def _of_account(request):
    """What the account of somebody on a new device speaks; "" for nothing. The device keeps it from now on.

    Only pages ask: scripts are sent by them.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or request.method != "GET" or \
            "text/html" not in request.META.get("HTTP_ACCEPT", ""):
        return ""
    language = profiles.spoken_by(request.user)
    if language:
        request.language_of_account = language
    return language


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def choose_language(request):
    """Speak the posted `language` from now on, and lead back to the page `next`, a path of this site.

    A page with a secret address names no `next`; its script shows it anew. Fetched, it is a page with all
    languages, which the menu of a room leads to.
    """
    asked = request.POST if request.method == "POST" else request.GET
    back = asked.get("next", "") if stays_here(asked.get("next", "")) else ""
    if request.method != "POST":
        return render(request, "accounts/language.html", {"language_next": back or reverse("game:home")})
    language = asked.get("language", "")
    if not languages.is_of_pages(language):
        return HttpResponse(gettext("There is no such language here."), status=400,
                            content_type="text/plain; charset=utf-8")
    response = redirect(back or "game:home")
    languages.remember(response, language)
    if request.user.pk is not None:
        profiles.keep_spoken(request.user, language)
    return response
