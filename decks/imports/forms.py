"""The form of an import: a file or pasted lines, and what the file may not say itself."""
from __future__ import unicode_literals

from django import forms

from decks.builder import metadata
from decks.cards.texts import CardError
from decks.imports.formats import rows
from decks.limits import ADULT, FILE_BYTES, NAME_LENGTH
from decks.models import RATING_CHOICES

PASTED = "Pasted cards"


class ImportForm(forms.Form):
    upload = forms.FileField(required=False, allow_empty_file=True)
    pasted = forms.CharField(required=False, widget=forms.Textarea(attrs={
        "rows": 7, "placeholder": "What keeps the robot awake? _\na very small trumpet\nsoup, again"}))
    name = forms.CharField(required=False, max_length=NAME_LENGTH)
    rating = forms.ChoiceField(choices=RATING_CHOICES, required=False)
    language = forms.ChoiceField(choices=metadata.languages(), required=False)

    def __init__(self, *args, **kwargs):
        super(ImportForm, self).__init__(*args,
                                         **dict({"initial": {"rating": ADULT, "language": "en"}}, **kwargs))

    def clean_upload(self):
        upload = self.cleaned_data["upload"]
        if upload and upload.size > FILE_BYTES:
            raise forms.ValidationError(
                "This file is too big: a file of cards has at most %d MB." % (FILE_BYTES >> 20))
        if upload and not upload.size:
            raise forms.ValidationError("This file is empty.")
        return upload

    def clean_name(self):
        name = self.cleaned_data["name"]
        try:
            return rows.pack_name(name) if name.strip() else ""
        except CardError as error:
            raise forms.ValidationError("%s." % error)

    def clean_rating(self):
        return self.cleaned_data["rating"] or ADULT

    def clean_language(self):
        return self.cleaned_data["language"] or "en"

    def clean(self):
        cleaned = super(ImportForm, self).clean()
        upload, pasted = cleaned.get("upload"), cleaned.get("pasted", "").strip()
        if "upload" not in self._errors:
            if upload and pasted:
                raise forms.ValidationError("Choose a file or paste cards, not both: which one is meant?")
            if not upload and not pasted:
                raise forms.ValidationError("Choose a file, or paste some cards.")
        return cleaned

    def content(self):
        """The bytes of what was chosen."""
        upload = self.cleaned_data["upload"]
        return upload.read() if upload else self.cleaned_data["pasted"].encode("utf-8")

    def file_name(self):
        upload = self.cleaned_data["upload"]
        return upload.name if upload else PASTED
