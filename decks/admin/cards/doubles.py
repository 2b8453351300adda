"""Texts that stand more than once in the decks that this person may change, and which deck keeps each."""
from __future__ import unicode_literals

from collections import Counter, OrderedDict, namedtuple

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render

from common.web.admin_question import SHOWN, answer, question
from decks import access
from decks.admin.background import jobs
from decks.admin.cards.finding import LONGEST_SEARCH
from decks.admin.shared import names, paging, permissions
from decks.admin.shared.telling import counted
from decks.editing import doubles
from decks.models import BLACK, KIND_CHOICES, MODELS, WHITE, Deck

ROWS = 12
# So many texts at once, and more than so few are for a worker.
MOST, AT_ONCE = 3000, 20
CHOSEN, ALL, PLAN = "chosen", "all", "plan"
# `places` is [(card, its place where its deck has the text more than once, address in the builder)]; `key` is
# "black:" or "white:" and the fingerprint.
Row = namedtuple("Row", "key kind text pick places")


class DoubleFilters(paging.Filters):
    q = forms.CharField(required=False, max_length=LONGEST_SEARCH, label="Words",
                        widget=forms.TextInput(attrs={"type": "search"}))
    kind = forms.ChoiceField(required=False, label="Cards", choices=[("", "both kinds")] + list(KIND_CHOICES))
    deck = names.DeckChoiceField(Deck.objects.none(), required=False, empty_label="any")

    def __init__(self, data, decks):
        super(DoubleFilters, self).__init__(data)
        self.fields["deck"].queryset = decks


class PreferForm(forms.Form):
    """Which deck keeps the chosen texts; those that it does not have stay as they are."""

    prefer = names.DeckChoiceField(Deck.objects.none(), required=False, label="Kept by",
                                    empty_label="the first deck that has it")

    def __init__(self, data, decks):
        super(PreferForm, self).__init__(data)
        self.fields["prefer"].queryset = decks
        self.fields["prefer"].widget.attrs["aria-label"] = "Kept by"


def screen(request):
    """GET shows the texts. POST lets one card of a text stay, one=white:<fingerprint>:<card>, or of several,
    with a page that asks: chosen=white:<fingerprint> or all=1, and prefer=<deck>.
    """
    decks = permissions.writable(request.user)
    if not permissions.may_see_cards(request.user) or not request.user.has_perm(access.EDIT):
        raise PermissionDenied
    filters = DoubleFilters(request.GET, decks)
    chosen = filters.chosen()
    found = OrderedDict((kind, doubles.texts(kind, decks, chosen.get("q", ""), chosen.get("deck")))
                        for kind in ([chosen["kind"]] if "kind" in chosen else [BLACK, WHITE]))
    if request.method == "POST":
        return _post(request, found, decks) or redirect(request.get_full_path())
    texts = paging.Together(*[_Marked(kind, rows) for kind, rows in found.items()])
    page = paging.page_of(texts, request.GET.get("page"), ROWS)
    return render(request, "admin/decks/cards/doubles.html", dict(
        admin.site.each_context(request), title="Doubles", opts=Deck._meta, is_nav_sidebar_enabled=False,
        filters=filters, narrowed=bool(chosen), page=page, pages=paging.links(request, page),
        rows=list(_rows(request.user, page.object_list, decks)), prefer=PreferForm(None, decks), most=MOST,
        work=jobs.at_work(request.user)))


class _Marked(object):
    """Rows of doubles.texts as (kind, fingerprint), counted and cut as a queryset is."""

    def __init__(self, kind, rows):
        self.kind, self.rows, self.count = kind, rows, rows.count

    def __getitem__(self, cut):
        return [(self.kind, row["fingerprint"]) for row in self.rows[cut]]


def _texts(marks, decks):
    """{(kind, fingerprint): doubles.Text} of [(kind, fingerprint)]."""
    return {(text.kind, text.fingerprint): text for kind in (BLACK, WHITE)
            for text in doubles.with_cards(kind, [mark for one, mark in marks if one == kind], decks)}


def _rows(user, marks, decks):
    texts = _texts(marks, decks)
    names.mark(card.deck for text in texts.values() for card in text.cards)
    places = _places(texts.values())
    for kind, mark in marks:
        if (kind, mark) in texts:
            cards = texts[kind, mark].cards
            yield Row("%s:%s" % (kind, mark), kind, cards[0].text, getattr(cards[0], "pick", 1),
                      [(card, places.get((kind, card.pk)), permissions.builder_of(user, card.deck, card))
                       for card in cards])


def _places(texts):
    """{(kind, card's id): its place, from 1} in the decks that have one of the texts more than once."""
    often = {(text.kind, deck) for text in texts
             for deck, count in Counter(card.deck_id for card in text.cards).items() if count > 1}
    found = {}
    for kind, deck in often:
        cards = MODELS[kind].objects.filter(deck=deck).order_by("position", "pk").values_list("pk", flat=True)
        found.update(((kind, pk), place) for place, pk in enumerate(cards, 1))
    return found


def _post(request, found, decks):
    form = answer(request)
    if form.is_valid():
        return _keep(request, _read(request.POST.get(PLAN, "").split()))
    if request.POST.get("one"):
        return _keep(request, _read([request.POST["one"]]))
    plan = _plan(request, found, decks)
    if not plan:
        return messages.warning(request, "Choose texts that this deck has.")
    title, texts = "Keep one card of %s" % counted(len(plan), "text"), _texts(plan, decks)
    going = sum(len(text.cards) - 1 for text in texts.values())
    more = " %d at most at once; the others wait." % MOST if len(plan) == MOST else ""
    text = ("%s will be taken out, which the histories of their decks keep. Games that are being played go "
            "on as they are.%s" % (counted(going, "other card").capitalize(), more))
    sent = ["%s:%s:%d" % (kind, mark, card) for (kind, mark), card in plan.items()]
    return question(request, [texts[key].cards[0] for key in list(plan)[:SHOWN]], len(plan),
                    [(PLAN, " ".join(sent))], form, title, text, title, danger=True, opts=Deck._meta,
                    where="Doubles")


def _plan(request, found, decks):
    """{(kind, fingerprint): the id of the card that stays} of what was chosen, MOST at most."""
    if request.POST.get(ALL) == "1":
        marks = [(kind, row["fingerprint"]) for kind, rows in found.items() for row in rows[:MOST]][:MOST]
    else:
        marks = [tuple(key.split(":")) for key in request.POST.getlist(CHOSEN)[:MOST] if key.count(":") == 1]
    form, texts, plan = PreferForm(request.POST, decks), _texts(marks, decks), OrderedDict()
    prefer = form.cleaned_data["prefer"] if form.is_valid() else None
    for key in marks:
        cards = texts[key].cards if key in texts else []
        stays = next((card.pk for card in cards if prefer is None or card.deck_id == prefer.pk), None)
        if stays and len(cards) > 1:
            plan[key] = stays
    return plan


def _read(plan):
    """The plan that ["white:<fingerprint>:<card>"] say."""
    found = OrderedDict()
    for entry in plan:
        kind, mark, card = (entry.split(":") + ["", "", ""])[:3]
        if kind in (BLACK, WHITE) and card.isdecimal() and len(card) < 10:
            found[kind, mark] = int(card)
    return found


def _keep(request, plan):
    sent = [[kind, mark, card] for (kind, mark), card in plan.items()]
    return jobs.do(request, "doubles", {"plan": sent}, len(sent) > AT_ONCE)
