# coding: utf-8
"""Letters and guests' pages say all they say in every language, and the compiled words are the ones that were
written.

After a change of words: `.venv/bin/python -m tests.project.words`, translate what is new in locale/, then the
same once more, which compiles.
"""
from __future__ import unicode_literals

import ast
import io
import os
import re

import polib
import pytest
from django.conf import settings
from django.template.loader import get_template
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils import translation
from django.utils.translation import trim_whitespace

from common.compat import gettext, ngettext

# Those that are being translated: a text that has no translation there yet is no fault for now. When all are
# whole, nobody is in here.
INCOMPLETE = {"de", "es", "fr", "pl", "he"}
LANGUAGES = [language for language, _ in settings.LANGUAGES if language != settings.LANGUAGE_CODE]
TEMPLATES = ("letters", "invitations", "account/email", "mfa/email", "socialaccount/email")
FUNCTIONS = {"gettext": 1, "gettext_lazy": 1, "_": 1, "ngettext": 2, "pgettext": 2}
PLACES = re.compile(r"%\((\w+)\)s|%([sd])")
COUNTS = [0, 1, 2, 3, 4, 5, 11, 12, 21, 22, 25, 100, 102, 112]


def translated(language):
    """The entries that have a translation."""
    return [entry for entry in catalog(language) if entry.translated()]


def catalog(language, kind="po"):
    path = os.path.join(settings.LOCALE_PATHS[0], language, "LC_MESSAGES", "django." + kind)
    return (polib.pofile if kind == "po" else polib.mofile)(path)


def words_of_templates():
    """{(context, text, plural)} of every template of letters, those of accounts too, and of guests' pages."""
    found = set()
    for folder in TEMPLATES:
        root = os.path.join(settings.BASE_DIR, "templates")
        for path, _, files in os.walk(os.path.join(root, folder)):
            for name in files:
                found |= words_of(get_template(
                    os.path.relpath(os.path.join(path, name), root)).template.nodelist)
    return found


def words_of(nodes):
    found = set()
    for node in nodes.get_nodes_by_type(TranslateNode):
        context = node.message_context and node.message_context.var
        found.add((context, node.filter_expression.var.literal, ""))
    for node in nodes.get_nodes_by_type(BlockTranslateNode):
        tidy = trim_whitespace if node.trimmed else (lambda text: text)
        texts = [tidy(node.render_token_list(tokens)[0]) if tokens else ""
                 for tokens in (node.singular, node.plural)]
        found.add((None,) + tuple(texts))
    return found


def words_of_modules():
    """{(context, text, plural)} of what the modules of invitations have translated."""
    found = set()
    for path, _, files in os.walk(os.path.join(settings.BASE_DIR, "invitations")):
        for name in sorted(files):
            if name.endswith(".py"):
                with io.open(os.path.join(path, name), encoding="utf-8") as file:
                    found |= words_of_source(file.read())
    return found


def words_of_source(source):
    found = set()
    for node in ast.walk(ast.parse(source.encode("utf-8"))):
        called = getattr(node, "func", None)
        name = getattr(called, "attr", getattr(called, "id", None))
        if name in FUNCTIONS and node.args:
            texts = [ast.literal_eval(argument) for argument in node.args[:FUNCTIONS[name]]]
            context = texts.pop(0) if name == "pgettext" else None
            found.add((context, texts[0], texts[1] if name == "ngettext" else ""))
    return found


def places(text):
    return sorted(PLACES.findall(text))


def all_forms(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_it_finds_the_words_of_templates_and_modules():
    found = words_of_templates() | words_of_modules()
    assert (None, "Take my seat", "") in found and (None, "%(sender)s writes:", "") in found
    assert (None, "about an hour", "about %(hours)s hours") in found and ("date", "l, F j", "") in found
    assert (None, "%(sender)s invites you to play cards", "") in found
    assert (None, "Your password was changed.", "") in found and (None, "A new passkey", "") in found


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language not in INCOMPLETE])
def test_nothing_is_missing_in_any_language(language):
    known = {(entry.msgctxt, entry.msgid, entry.msgid_plural or "") for entry in catalog(language)
             if entry.translated()}
    assert sorted(text for _, text, _ in (words_of_templates() | words_of_modules()) - known) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_over_or_unsure(language):
    assert [entry.msgid for entry in catalog(language) if entry.obsolete or "fuzzy" in entry.flags] == []
    assert {entry.msgid for entry in catalog(language)} == {entry.msgid for entry in catalog(LANGUAGES[0])}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_for_a_name_is_filled(language):
    for entry in translated(language):
        wanted = places(entry.msgid_plural or entry.msgid)
        for form in all_forms(entry):
            # One, or "an hour", may do without its number.
            missing = [place for place in wanted if place not in places(form)]
            assert not [place for place in places(form) if place not in wanted], entry.msgid
            dispensable = [place for place in wanted if place not in places(entry.msgid)]
            assert missing in ([], dispensable), entry.msgid


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language):
    written = {(entry.msgctxt, entry.msgid): all_forms(entry) for entry in translated(language)}
    compiled = {(entry.msgctxt, entry.msgid): all_forms(entry) for entry in catalog(language, "mo")}
    assert compiled == written
    assert catalog(language, "mo").metadata["Plural-Forms"] == catalog(language).metadata["Plural-Forms"]


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language not in INCOMPLETE])
def test_no_text_is_longer_than_its_place(language):
    for text in ("Take my seat", "Answer now", "Yes, no or maybe", "To my seat"):
        with translation.override(language):
            assert gettext(text) != text and len(gettext(text)) <= 26


@pytest.mark.parametrize("language, one, two, five", [
    ("de", "etwa eine Stunde", "etwa 2 Stunden", "etwa 5 Stunden"),
    ("es", "una hora más o menos", "unas 2 horas", "unas 5 horas"),
    ("fr", "environ une heure", "environ 2 heures", "environ 5 heures"),
    ("pl", "około godziny", "około 2 godzin", "około 5 godzin"),
])
def test_numbers_are_spoken_as_people_do(language, one, two, five):
    with translation.override(language):
        assert [ngettext("about an hour", "about %(hours)s hours", hours) % {"hours": hours}
                for hours in (1, 2, 5)] == \
            [one, two, five]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_has_its_form_on_every_django(language):
    plurals = [entry for entry in translated(language) if entry.msgid_plural]
    assert plurals or language in INCOMPLETE
    with translation.override(language):
        for entry in plurals:
            for count in COUNTS:
                assert ngettext(entry.msgid, entry.msgid_plural, count) in all_forms(entry)


def test_no_line_of_french_begins_with_a_mark():
    said = [text for entry in catalog("fr") for text in all_forms(entry)]
    assert [text for text in said if re.search(r"\S [?!:;](?:\s|$)", text)] == []
