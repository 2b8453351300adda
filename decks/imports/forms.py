"""The form of an import: a file or pasted lines, and what the file may not say itself."""
from __future__ import unicode_literals

from typing import Any

from django import forms
from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from common.compat import gettext_lazy
from decks.builder import metadata
from decks.cards.texts import CardError
from decks.imports.comparing import ADD, ONLY_NEW, REPLACE
from decks.imports.reading import archive, rows
from decks.limits import ADULT, FILE_BYTES, NAME_LENGTH
from decks.models import RATING_CHOICES

PASTED = N_("Pasted cards")


SEVERAL = "Several files.zip"
# What may become of cards that a deck has: (mode, its name, what it does).
MODE_WORDS = (
    (ADD, N_("Add to them"), N_("New cards come in, other wordings take the place of the old ones, "
                                "nothing goes.")),
    (ONLY_NEW, N_("Only what is new"),
     N_("Nothing that is there changes; what reads nearly like another card stays out.")),
    (REPLACE, N_("Replace them"), N_("Afterwards the deck has just what the file has.")),
)


class ImportForm(forms.Form):
    upload = forms.FileField(required=False, allow_empty_file=True)
    pasted = forms.CharField(required=False, widget=forms.Textarea(attrs={
        "rows": 7, "placeholder": gettext_lazy("What keeps the robot awake? _\na very small "
                                               "trumpet\nsoup, again")}))
    name = forms.CharField(required=False, max_length=NAME_LENGTH)
    rating = forms.ChoiceField(choices=RATING_CHOICES, required=False)
    language = forms.ChoiceField(choices=metadata.languages(), required=False)

    def __init__(self, *args, **kwargs):
        # type: (*Any, **Any) -> None
        super(ImportForm, self).__init__(*args,
                                         **dict({"initial": {"rating": ADULT, "language": "en"}}, **kwargs))

    def clean_upload(self):
        # type: () -> Any
        upload = self.cleaned_data["upload"]
        if upload and sum(one.size for one in self._uploads()) > FILE_BYTES:
            raise forms.ValidationError(
                _("This file is too big: a file of cards has at most %d MB.") % (FILE_BYTES >> 20))
        if upload and not upload.size:
            raise forms.ValidationError(_("This file is empty."))
        return upload

    def clean_name(self):
        # type: () -> str
        name = self.cleaned_data["name"]
        try:
            return rows.pack_name(name) if name.strip() else ""
        except CardError as error:
            raise forms.ValidationError("%s." % error)

    def clean_rating(self):
        # type: () -> str
        return self.cleaned_data["rating"] or ADULT

    def clean_language(self):
        # type: () -> str
        return self.cleaned_data["language"] or "en"

    def clean(self):
        # type: () -> dict[str, Any]
        cleaned = super(ImportForm, self).clean()
        upload, pasted = cleaned.get("upload"), cleaned.get("pasted", "").strip()
        if "upload" not in self._errors:
            if upload and pasted:
                raise forms.ValidationError(_("Choose a file or paste cards, not both: which one is meant?"))
            if not upload and not pasted:
                raise forms.ValidationError(_("Choose a file, or paste some cards."))
        return cleaned

    def content(self):
        # type: () -> bytes
        """The bytes of what was chosen; several files are one archive."""
        uploads = self._uploads()
        if len(uploads) > 1:
            return archive.packed([(one.name, one.read()) for one in uploads])
        return uploads[0].read() if uploads else self.cleaned_data["pasted"].encode("utf-8")

    def file_name(self):
        # type: () -> str
        uploads = self._uploads()
        return SEVERAL if len(uploads) > 1 else uploads[0].name if uploads else PASTED

    def _uploads(self):
        # type: () -> list[Any]
        return list(self.files.getlist("upload")) if hasattr(self.files, "getlist") else []
