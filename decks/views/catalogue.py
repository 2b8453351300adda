"""The shelf, one deck's page, share codes and hearts.

They find, check access, and render; hearts are the one change.
"""
from __future__ import unicode_literals

from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext_noop as N_
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_POST, require_safe

from common.compat import gettext as _
from common.compat import reverse
from common.web import sites
from common.web.http import client_address
from common.web.signing_in import missing
from decks import access
from decks.catalogue import browsing, favourites, selection, sets, sharing
from decks.models import RATING_CHOICES, SHARED, Deck

WRONG_CODE = N_("No deck has this code. It has eight letters and digits, like CDF4 GHJ7; look once more.")


@never_cache
@ensure_csrf_cookie
@require_safe
def browse(request):
    return _render_shelf(request)


@require_POST
def find(request):
    """From a code that was typed to its deck."""
    typed = request.POST.get("code", "")[:sharing.LONGEST]
    try:
        deck = _open(request, sharing.tidy_code(typed))
    except sharing.WrongCodeError:
        return _render_shelf(request, typed, _(WRONG_CODE), status=404)
    except sharing.TooManyCodesError as refusal:
        return _too_many(request, refusal)
    return redirect(address_of(deck))


@never_cache
@ensure_csrf_cookie
@require_safe
def deck(request, slug):
    deck = sharing.visible(slug, request.user, request.session)
    if deck is None:
        return missing(request, "There is no deck %s." % slug)
    return _render_deck(request, deck)


@never_cache
@ensure_csrf_cookie
@require_safe
def deck_of_code(request, code):
    try:
        return _render_deck(request, _open(request, code))
    except sharing.WrongCodeError:
        return missing(request, "There is no deck %s." % code)
    except sharing.TooManyCodesError as refusal:
        return _too_many(request, refusal)


@require_POST
def heart(request, code):
    """Give a heart, or take it back; by the code, because a deck that is not listed has no other address."""
    try:
        deck = _open(request, code)
    except sharing.WrongCodeError:
        raise Http404("There is no deck %s." % code)
    except sharing.TooManyCodesError as refusal:
        return _too_many(request, refusal)
    if request.user.pk is None:
        return redirect_to_login(address_of(deck))
    change = favourites.give if request.POST.get("heart") == "yes" else favourites.take_back
    change(request.user, deck)
    return redirect(address_of(deck))


def address_of(deck):
    """The path to send people to who may see the deck."""
    if selection.is_open(deck.status, deck.listed):
        return reverse("decks:deck", args=[deck.slug])
    return reverse("decks:deck_of_code", args=[deck.code])


def _open(request, code):
    return sharing.find(code, request.user, request.session, client_address(request))


def _too_many(request, refusal):
    response = render(request, "429.html", {"wait": refusal.wait}, status=429)
    response["Retry-After"] = "%d" % refusal.wait
    return response


def _render_shelf(request, typed="", trouble="", status=200):
    wishes = browsing.wishes(request.GET)
    found = browsing.browse(wishes, request.GET.get("page"), request.user)

    def link(**changes):
        asked = dict(wishes._asdict(), **changes)
        return "?" + urlencode([(name, value) for name, value in sorted(asked.items()) if value])
    return render(request, "decks/shelf.html", {
        "found": found, "wishes": wishes, "typed": typed, "trouble": trouble, "ratings": RATING_CHOICES,
        "languages": browsing.languages(), "narrowed": wishes.language or wishes.rating,
        "hearts": link(hearts="" if wishes.hearts else "yes"),
        "sets": [_set(one, wishes, link) for one in sets.offered()],
        "tags": [(tag, tag == wishes.tag, link(tag="" if tag == wishes.tag else tag))
                 for tag in browsing.tags(wishes.tag)],
        "sorts": [(name, name == wishes.sort, link(sort=name)) for name in browsing.SORTS],
        "before": link(page=found.number - 1) if found.number > 1 else "",
        "after": link(page=found.number + 1) if found.number < found.pages else "",
    }, status=status)


def _set(one, wishes, link):
    """(the set, whether only its decks are shown, the link that shows them, or all again)"""
    if not one["id"]:
        chosen = wishes.tag == sets.OFFICIAL
        return one, chosen, link(tag="" if chosen else sets.OFFICIAL)
    chosen = one["id"] == wishes.set
    return one, chosen, link(set="" if chosen else one["id"])


def _render_deck(request, deck):
    facts, = selection.described(Deck.objects.filter(pk=deck.pk), request.user)
    return render(request, "decks/deck.html", {
        "deck": deck, "facts": facts, "samples": browsing.samples(deck),
        "language": browsing.language_name(deck.language),
        "open": selection.is_open(deck.status, deck.listed), "shared": deck.status in SHARED,
        "may_edit": access.may_edit(request.user, deck), "off": access.is_off(deck),
        "may_play": sharing.known(deck.code, request.user, request.session) is not None,
        "share_url": sites.address(address_of(deck)), "sign_in_next": address_of(deck),
        "code": " ".join((deck.code[:4], deck.code[4:])),
    })
