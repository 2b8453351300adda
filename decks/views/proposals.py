"""Proposing a card to somebody else's deck. The page finds, checks, asks `proposals`, and answers."""
from __future__ import unicode_literals

import datetime

import six
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_noop as N_
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods

from common.compat import gettext as _
from decks import access
from decks.builder.forms import ProposalForm
from decks.catalogue import sharing
from decks.editing.factory import EditError
from decks.models import PUBLISHED, Proposal
from decks.review import proposals

A_DAY = 20
ENOUGH = N_("You have proposed %d cards within a day. Keep the next ones warm until tomorrow.")
THANKS = N_("Thank you! Whoever keeps the deck will read it. Another one?")


@never_cache
@ensure_csrf_cookie
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request, slug):
    deck = sharing.visible(slug, request.user, request.session)
    if deck is None or deck.status != PUBLISHED:
        raise Http404("There is no deck %s." % slug)
    filled_in = {name: request.GET[name] for name in ("kind", "text") if name in request.GET}
    form = ProposalForm(request.POST if request.method == "POST" else None, initial=filled_in)
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            try:
                return _stored(request, deck, form.cleaned_data)
            except EditError as problem:
                form.add_error("text", six.text_type(problem))
            except TooManyProposalsError:
                form.add_error(None, _(ENOUGH) % A_DAY)
                status = 429
    return render(request, "decks/propose.html", {
        "form": form, "deck": deck, "own": access.may_edit(request.user, deck),
        "mine": Proposal.objects.filter(deck=deck, proposer=request.user)[:A_DAY]}, status=status)


class TooManyProposalsError(Exception):
    """Somebody has proposed as much as anybody may in a day."""


def _stored(request, deck, card):
    since = timezone.now() - datetime.timedelta(days=1)
    if Proposal.objects.filter(proposer=request.user, created__gt=since).count() >= A_DAY:
        raise TooManyProposalsError()
    proposals.propose(deck, card["kind"], card["text"], None, card["attribution"], request.user)
    messages.success(request, _(THANKS))
    return redirect("decks:propose", deck.slug)
