"""What may be done to many decks of the list at once, each behind a page that says what will happen."""
from __future__ import unicode_literals

import io
import zipfile

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from common.web.admin_question import answer, ask
from decks import access, export, staging
from decks.admin.background import jobs
from decks.admin.shared import names, permissions, steps
from decks.admin.shared.permissions import action
from decks.admin.shared.telling import counted, folded
from decks.builder import metadata
from decks.copies import jobs as copies
from decks.editing.factory import EditError, tidy_tags
from decks.limits import NAME_LENGTH
from decks.models import RATING_CHOICES, BlackCard, Deck, WhiteCard

# More decks, or more cards that are put together, are for a worker.
AT_ONCE, AT_ONCE_CARDS = 30, 2000
EXPORTED_AT_ONCE = 100  # decks that are exported while the browser waits


class RateForm(forms.Form):
    rating = forms.ChoiceField(choices=[("", "Choose one")] + list(RATING_CHOICES))


class TagForm(forms.Form):
    give = forms.CharField(required=False, label="Tags to add")
    take = forms.CharField(required=False, label="Tags to take away", help_text="Words with spaces between.")


class MergeForm(forms.Form):
    into = names.DeckChoiceField(Deck.objects.none(), label="Into", empty_label=None,
                                  widget=forms.RadioSelect)

    def __init__(self, data, decks):
        super(MergeForm, self).__init__(data)
        self.fields["into"].queryset = decks


class MergeNewForm(forms.Form):
    """Language and rating are asked, not guessed."""

    name = forms.CharField(max_length=NAME_LENGTH, label="Its name")
    language = forms.ChoiceField(choices=[])
    rating = forms.ChoiceField(choices=[("", "Choose one")] + list(RATING_CHOICES))

    def __init__(self, data, decks):
        super(MergeNewForm, self).__init__(data)
        spoken = sorted({deck.language for deck in decks})
        known = [pair for tag in spoken for pair in metadata.languages(tag) if pair[0] == tag]
        others = [pair for pair in metadata.languages() if pair[0] not in spoken]
        self.fields["language"].choices = [("", "Choose one")] * (len(spoken) > 1) + known + others


class ExportForm(forms.Form):
    format = forms.ChoiceField(choices=export.FORMATS, label="File")


def editors(user):
    return user.has_perm(access.EDIT)


def makers(user):
    return user.has_perms(("decks.add_deck", access.EDIT))


def everybody(user):
    return True


def _stepping(name, text):
    step = steps.STEPS[name]

    @action("%s \u2026" % step.label, step.offered)
    def take(self, request, decks):
        form = answer(request)
        if form.is_valid():
            return take_step(request, decks, name)
        return ask(self, request, decks, form, step.label, text, step.label, danger=step.danger)

    take.__name__ = str(name)
    return take


def take_step(request, decks, name):
    """Take a step with each of the decks, and tell what became of them."""
    step = steps.STEPS[name]
    return _each(request, decks, "step", {"step": name}, "%%s %s." % step.told, step.label + ": %s.")


def step_button(request, pk):
    """POST step=archive, from a button of the deck's page."""
    deck, name = get_object_or_404(Deck, pk=pk), request.POST.get("step")
    if name not in steps.STEPS or not steps.STEPS[name].may(request.user, deck):
        raise PermissionDenied
    take_step(request, [deck], name)
    return redirect("admin:decks_deck_change", deck.pk)


def _each(request, decks, what, answers, one, many):
    ids = [deck.pk for deck in decks]
    return jobs.do(request, "each", {"ids": ids, "do": what, "answers": answers, "one": one, "many": many},
                   len(ids) > AT_ONCE)


def _is_long(decks):
    return sum(model.objects.filter(deck__in=ids).count() for ids in staging.chunks(deck.pk for deck in decks)
               for model in (BlackCard, WhiteCard)) > AT_ONCE_CARDS


class DeckActions(object):
    """The actions of DeckAdmin."""

    actions = ["ask", "publish", "unlist", "archive", "unarchive", "rate", "tag", "merge", "merge_new",
               "export"]
    ask = _stepping("ask", "These decks will wait for a reviewer.")
    publish = _stepping("publish", "Everybody will find these decks and play with them.")
    unlist = _stepping("unlist", "Only who has their codes will find these decks.")
    archive = _stepping("archive", "Nobody will find these decks any more. Games that play with them go on.")
    unarchive = _stepping("unarchive", "These decks will be drafts again.")

    @action("Rate \u2026", access.may_review)
    def rate(self, request, decks):
        form = answer(request, RateForm)
        if not form.is_valid():
            return ask(self, request, decks, form, "Rate decks",
                       "Family tables are offered only what is rated so.", "Rate")
        rating = form.cleaned_data["rating"]
        return _each(request, decks, "rate", form.cleaned_data, "%%s is rated %s." % rating,
                     "Rated %s: %%s." % rating)

    @action("Tag \u2026", editors)
    def tag(self, request, decks):
        form = answer(request, TagForm)
        if form.is_valid():
            try:
                tidy_tags(form.cleaned_data["give"])
            except EditError as problem:
                form.add_error("give", "%s" % problem)
            else:
                return _each(request, self.writable_of(request, decks), "tag", form.cleaned_data,
                             "%s is tagged.", "Tagged: %s.")
        return ask(self, request, decks, form, "Tag decks", "Tags help people to find a deck.", "Tag")

    @action("Merge into one \u2026", editors)
    def merge(self, request, decks):
        form = answer(request, MergeForm, decks=decks)
        if form.is_valid():
            into, mine = form.cleaned_data["into"], self.writable_of(request, decks)
            try:
                if into not in mine or len(mine) < 2:
                    raise EditError("Choose at least two decks that you may change.")
                return jobs.do(request, "merge", {"ids": [deck.pk for deck in mine if deck != into],
                                                  "into": into.pk}, _is_long(mine))
            except EditError as problem:
                form.add_error("into", "%s" % problem)
        return ask(self, request, decks, form, "Merge decks",
                   "One deck gets the cards of all. The others go to the archive.",
                   "Merge", danger=True)

    @action("Merge into a new deck \u2026", makers)
    def merge_new(self, request, decks):
        form = answer(request, MergeNewForm, decks=decks)
        if form.is_valid():
            try:
                return jobs.do(request, "merge-new", dict(
                    form.cleaned_data, ids=[deck.pk for deck in decks]), _is_long(decks))
            except EditError as problem:
                form.add_error("name", "%s" % problem)
        return ask(self, request, decks, form, "Merge into a new deck",
                   "A new draft gets the cards of all, each once. The decks themselves stay as they are.",
                   "Merge")

    @action("Export \u2026", everybody)
    def export(self, request, decks):
        form = answer(request, ExportForm)
        if not form.is_valid():
            text = "Several decks come in one ZIP file; more than %d are put together first." % (
                EXPORTED_AT_ONCE)
            return ask(self, request, decks, form, "Export decks", text, "Download")
        if decks.count() > EXPORTED_AT_ONCE:
            ids = list(decks.order_by("name", "pk").values_list("pk", flat=True))
            copy = copies.export(request.user, ids, form.cleaned_data["format"])
            return redirect("deck_copies:copy", copy.pk)
        files = [export.export(deck, form.cleaned_data["format"]) for deck in decks]
        name, kind, content = files[0] if len(files) == 1 else ("decks.zip", "application/zip",
                                                                _zipped(files))
        response = HttpResponse(content, content_type=kind)
        response["Content-Disposition"] = 'attachment; filename="%s"' % name
        return response

    def writable_of(self, request, decks):
        """Those of the decks that this person may change; the others are named in a message."""
        mine = [deck for deck in decks if permissions.may_write(request.user, deck)]
        others = [deck for deck in decks if deck not in mine]
        if others:
            messages.warning(request, folded("%s: not yours to change." % counted(len(others), "deck"),
                                             [("", others)]))
        return mine


def _zipped(files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, _kind, content) in enumerate(files, 1):
            archive.writestr("%03d-%s" % (number, name), content)
    return stream.getvalue()
