# coding: utf-8
"""Everything that people read is in every language, nothing is broken on the way, and the compiled words are
the ones that were written.

After a change of words: `.venv/bin/python -m tests.project.words`, translate what is new in locale/, then the
same once more, which compiles.
"""
from __future__ import unicode_literals

import os
import re
from collections import Counter

import polib
import pytest
from django.conf import settings
from django.utils import translation

from cards_project.settings.words import PAGE_LANGUAGES
from common.compat import gettext, ngettext
from tests.project import phrases

# Those that are being translated: a text that has no translation there yet is no fault for now. When all are
# whole, nobody is in here.
INCOMPLETE = {"de", "es", "fr", "pl", "he"}
LANGUAGES = [language for language, _ in settings.LANGUAGES if language != settings.LANGUAGE_CODE]
WHOLE = [language for language in LANGUAGES if language not in INCOMPLETE]
DOMAINS = ("django", "djangojs")
CATALOGS = [(language, domain) for domain in DOMAINS for language in LANGUAGES]
PLACES = re.compile(r"%\((\w+)\)[sd]|%([sd]|04X)")
TAGS = re.compile(r"</?\w+[^>]*>")
COUNTS = [0, 1, 2, 3, 4, 5, 11, 12, 21, 22, 25, 100, 102, 112]


def catalog(language, domain="django", kind="po"):
    path = os.path.join(settings.LOCALE_PATHS[0], language, "LC_MESSAGES", "%s.%s" % (domain, kind))
    return (polib.pofile if kind == "po" else polib.mofile)(path) if os.path.exists(path) else []


def translated(language, domain="django"):
    """The entries that have a translation."""
    return [entry for entry in catalog(language, domain) if entry.translated()]


def places(text):
    """(names of the places, those without a name in their order)"""
    found = PLACES.findall(text.replace("%%", ""))
    return sorted({name for name, _ in found if name}), [bare for _, bare in found if bare]


def all_forms(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_it_finds_the_words_of_templates_and_modules():
    found = phrases.of_templates() | phrases.of_modules()
    assert (None, "Take my seat", "") in found and (None, "%(sender)s writes:", "") in found
    assert (None, "about an hour", "about %(hours)s hours") in found and ("date", "l, F j", "") in found
    assert (None, "%(sender)s invites you to play cards", "") in found and (None, "Fox", "") in found
    assert (None, "Your password was changed.", "") in found and (None, "A new passkey", "") in found
    assert (None, "%(most)s bot is enough for one table.", "%(most)s bots are enough for one table.") in found
    assert (None, "Grand finale", "") in found and (None, "The same once more", "") in found


@pytest.mark.skipif(settings.CLASSIC, reason="has not all of the pages")
def test_the_catalogues_have_all_that_is_said_and_nothing_else():
    found = phrases.of_templates() | phrases.of_modules()
    known = {(entry.msgctxt, entry.msgid) for entry in catalog(LANGUAGES[0])}
    assert {(context, text) for context, text, _ in found} == known


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_have_the_same_texts(language):
    for domain in DOMAINS:
        assert {entry.msgid for entry in catalog(language, domain)} == \
            {entry.msgid for entry in catalog(LANGUAGES[0], domain)}


@pytest.mark.parametrize("language", WHOLE)
def test_nothing_is_missing_in_any_language(language):
    for domain in DOMAINS:
        assert [entry.msgid for entry in catalog(language, domain) if not entry.translated()] == []


@pytest.mark.parametrize("language, domain", CATALOGS)
def test_nothing_is_left_over_or_unsure(language, domain):
    assert [entry.msgid for entry in catalog(language, domain) if entry.obsolete or "fuzzy" in entry.flags] == []


@pytest.mark.parametrize("language, domain", CATALOGS)
def test_every_place_for_a_name_is_filled(language, domain):
    for entry in translated(language, domain):
        wanted, bare = places(entry.msgid_plural or entry.msgid)
        for form in all_forms(entry):
            # One, or "an hour", may do without its number.
            named, others = places(form)
            missing = [place for place in wanted if place not in named]
            dispensable = [place for place in wanted if place not in places(entry.msgid)[0]]
            known = wanted + places(entry.msgid)[0]  # "Delete %(name)s?", but "Delete %(count)s decks?"
            assert not [place for place in named if place not in known], entry.msgid
            assert missing in ([], dispensable) or len(missing) == 1 and entry.msgid_plural, entry.msgid
            # Those without a name are filled in their order.
            assert others == bare, entry.msgid


@pytest.mark.parametrize("language, domain", CATALOGS)
def test_markup_stays_as_it_was(language, domain):
    for entry in translated(language, domain):
        for form in all_forms(entry):
            assert Counter(TAGS.findall(form)) == Counter(TAGS.findall(entry.msgid)), entry.msgid
            # Texts stand in attributes, too.
            assert '"' in entry.msgid or '"' not in form, entry.msgid
            assert "<" in entry.msgid or "<" not in form, entry.msgid


@pytest.mark.parametrize("language, domain", CATALOGS)
def test_what_is_compiled_is_what_is_written(language, domain):
    written = {(entry.msgctxt, entry.msgid): all_forms(entry) for entry in translated(language, domain)}
    compiled = {(entry.msgctxt, entry.msgid): all_forms(entry) for entry in catalog(language, domain, "mo")}
    assert compiled == written
    if written:
        assert catalog(language, domain, "mo").metadata["Plural-Forms"] == \
            catalog(language, domain).metadata["Plural-Forms"]


@pytest.mark.parametrize("language", WHOLE)
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


def test_pages_speak_no_language_that_is_not_complete():
    assert set(PAGE_LANGUAGES) | INCOMPLETE == set(dict(settings.LANGUAGES))
    assert not set(PAGE_LANGUAGES) & INCOMPLETE


def test_no_line_of_french_begins_with_a_mark():
    said = [text for entry in translated("fr") for text in all_forms(entry)]
    assert [text for text in said if re.search(r"\S [?!:;](?:\s|$)", text)] == []


def test_no_template_says_anything_outside_the_catalogues():
    assert phrases.unmarked_in_templates() == []


@pytest.mark.parametrize("source, found", [
    ("<p>Hello there</p>", ["Hello there"]), ('<img alt="A duck">', ["A duck"]),
    ("<p>{% trans \"Hello\" %} {{ name }}</p>", []), ("{% blocktrans %}Hello <b>you</b>{% endblocktrans %}", []),
    ('<a class="quiet button" href="/x/">{{ name }} waits</a>', ["waits"]), ("{# not said #}<br>", [])])
def test_it_finds_what_a_template_says_by_itself(source, found):
    assert phrases.unmarked(source) == found
