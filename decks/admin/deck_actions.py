"""What may be done to many decks of the list at once, each behind a page that says what will happen."""
from __future__ import unicode_literals

import io
import zipfile

from django import forms
from django.contrib import messages
from django.http import HttpResponse

from decks import access, export
from decks.admin import permissions, steps
from decks.admin.confirmation import action, answer, ask
from decks.builder import bulk
from decks.editing.factory import EditError
from decks.models import RATING_CHOICES, Deck
from decks.review import workflow

MOST_EXPORTED = 100


class RateForm(forms.Form):
    rating = forms.ChoiceField(choices=RATING_CHOICES)


class TagForm(forms.Form):
    give = forms.CharField(required=False, label="Tags to add")
    take = forms.CharField(required=False, label="Tags to take away", help_text="Words with spaces between.")


class MergeForm(forms.Form):
    into = forms.ModelChoiceField(Deck.objects.none(), label="Into", empty_label=None,
                                  widget=forms.RadioSelect)

    def __init__(self, data, decks):
        super(MergeForm, self).__init__(data)
        self.fields["into"].queryset = decks


class ExportForm(forms.Form):
    format = forms.ChoiceField(choices=export.FORMATS, label="File")


def editors(user):
    return user.has_perm(access.EDIT)


def everybody(user):
    return True


def _stepping(name, text):
    step = steps.STEPS[name]

    @action("%s \u2026" % step.label, step.offered)
    def take(self, request, decks):
        form = answer(request)
        if form.is_valid():
            return steps.take(self, request, list(decks), name)
        return ask(self, request, decks, form, step.label, text, step.label, danger=step.danger)

    take.__name__ = str(name)
    return take


class DeckActions(object):
    """The actions of DeckAdmin."""

    actions = ["ask", "publish", "unlist", "archive", "unarchive", "rate", "tag", "merge", "export"]
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
        for deck in decks:
            try:
                workflow.rate(deck, form.cleaned_data["rating"], request.user)
            except workflow.StateError as problem:
                messages.error(request, "%s: %s" % (deck, problem))
            else:
                self.log_change(request, deck, "Rated: %s." % form.cleaned_data["rating"])
                messages.success(request, "%s is rated." % deck)

    @action("Tag \u2026", editors)
    def tag(self, request, decks):
        form = answer(request, TagForm)
        if form.is_valid():
            mine = self.writable_of(request, decks)
            try:
                bulk.tag(mine, request.user, **form.cleaned_data)
            except EditError as problem:
                form.add_error("give", "%s" % problem)
            else:
                for deck in mine:
                    self.log_change(request, deck, "Tags: +%(give)s -%(take)s" % form.cleaned_data)
                return messages.success(request, "Tagged %d decks." % len(mine))
        return ask(self, request, decks, form, "Tag decks", "Tags help people to find a deck.", "Tag")

    @action("Merge into one \u2026", editors)
    def merge(self, request, decks):
        form = answer(request, MergeForm, decks=decks)
        if form.is_valid():
            into, mine = form.cleaned_data["into"], self.writable_of(request, decks)
            try:
                if into not in mine or len(mine) < 2:
                    raise EditError("Choose at least two decks that you may change.")
                merged = bulk.merge([deck for deck in mine if deck != into], into, request.user)
            except (EditError, workflow.StateError) as problem:
                form.add_error("into", "%s" % problem)
            else:
                told = "%d cards came from other decks; %d were there already." % merged
                self.log_change(request, into, told)
                return messages.success(request, "%s: %s The other decks are in the archive." % (into, told))
        return ask(self, request, decks, form, "Merge decks",
                   "One deck gets the cards of all. The others go to the archive.",
                   "Merge", danger=True)

    @action("Export \u2026", everybody)
    def export(self, request, decks):
        form = answer(request, ExportForm)
        if not form.is_valid() or decks.count() > MOST_EXPORTED:
            text = "Several decks come in one ZIP file, at most %d at once." % MOST_EXPORTED
            return ask(self, request, decks, form, "Export decks", text, "Download")
        files = [export.export(deck, form.cleaned_data["format"]) for deck in decks]
        name, kind, content = files[0] if len(files) == 1 else ("decks.zip", "application/zip",
                                                                _zipped(files))
        response = HttpResponse(content, content_type=kind)
        response["Content-Disposition"] = 'attachment; filename="%s"' % name
        return response

    def writable_of(self, request, decks):
        """Those of the decks that this person may change; the others are named in a message."""
        mine = [deck for deck in decks if permissions.may_write(request.user, deck)]
        others = [deck.name for deck in decks if deck not in mine]
        if others:
            messages.warning(request, "These decks are not yours to change: %s." % ", ".join(others))
        return mine


def _zipped(files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, _kind, content) in enumerate(files, 1):
            archive.writestr("%03d-%s" % (number, name), content)
    return stream.getvalue()
