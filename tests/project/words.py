# coding: utf-8
"""Writes what the site says into the catalogues of its languages, and compiles them.

    .venv/bin/python -m tests.project.words

Both domains: `django` (Python and templates) and `djangojs` (scripts). What hands wrote stays, what is said
no more goes, and what is new stands there with an empty translation, beside its neighbours. Nothing is
guessed from similar texts, no line is folded, and no place in the source is noted, so that a change shows
only what changed. Needs GNU gettext and the current Django.
"""
from __future__ import unicode_literals

import os
import sys
from collections import OrderedDict

import polib

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DOMAINS = OrderedDict([("django", ["py", "html", "txt"]), ("djangojs", ["js"])])
IGNORED = ["node_modules", "tests", "bench", "bin", "docs", "var", ".venv*", "*.egg-info", "static/dist"]
# The form for any number is the second one in all of them, because Django 1.8 knows Hebrew with two forms.
PLURALS = {
    "de": "nplurals=2; plural=(n != 1);", "es": "nplurals=2; plural=(n != 1);",
    "fr": "nplurals=2; plural=(n > 1);",
    "pl": "nplurals=4; plural=(n==1 ? 0 : (n%10>=2 && n%10<=4) && (n%100<12 || n%100>14) ? 1 : n!=1 && "
          "(n%10>=0 && n%10<=1) || (n%10>=5 && n%10<=9) || (n%100>=12 && n%100<=14) ? 2 : 3);",
    "he": "nplurals=3; plural=(n==1 ? 0 : n==2 ? 2 : 1);",
}
NO_WRAPPING = 100000


def path_of(language, domain, kind="po"):
    return os.path.join(ROOT, "locale", language, "LC_MESSAGES", "%s.%s" % (domain, kind))


def prepare(language, domain):
    """Let there be a catalogue, with the plural rule that we want."""
    path = path_of(language, domain)
    if not os.path.exists(os.path.dirname(path)):
        os.makedirs(os.path.dirname(path))
    if not os.path.exists(path):
        _save(polib.POFile(), path, language)


def tidy(language, domain):
    """Take out what tools add, and what nobody says any more; write each text on one line, and compile."""
    path = path_of(language, domain)
    found = polib.pofile(path)
    kept = polib.POFile()
    for entry in found:
        if entry.obsolete:
            continue
        if "fuzzy" in entry.flags:
            _forget(entry)
        entry.occurrences, entry.previous_msgid, entry.previous_msgid_plural = [], None, None
        if entry.msgid_plural:
            entry.msgstr_plural = {number: entry.msgstr_plural.get(number, "")
                                   for number in range(_number_of_forms(language))}
        kept.append(entry)
    _save(kept, path, language)


def _forget(entry):
    entry.flags.remove("fuzzy")
    entry.msgstr = ""
    entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, "")


def _number_of_forms(language):
    return int(PLURALS[language].split(";")[0].split("=")[1])


def _save(catalog, path, language):
    catalog.wrapwidth = NO_WRAPPING
    catalog.metadata = OrderedDict([
        ("Project-Id-Version", "Cards Against Django"), ("Language", language), ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"), ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", PLURALS[language])])
    catalog.save(path)
    catalog.save_as_mofile(path[:-2] + "mo")


def extract(domain):
    """Run Django's makemessages for one domain."""
    from django.core.management import call_command
    from django.core.management.commands.makemessages import Command

    class Exactly(Command):
        msgmerge_options = Command.msgmerge_options + ["--no-fuzzy-matching"]
        xgettext_options = Command.xgettext_options + ["--keyword=N_"]

    call_command(Exactly(), locale=list(PLURALS), domain=domain, extensions=DOMAINS[domain], no_wrap=True,
                 no_location=True, no_obsolete=True, ignore_patterns=IGNORED)


def main():
    import django
    sys.path.insert(0, ROOT)
    os.chdir(ROOT)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cards_project.settings")
    django.setup()
    for domain in DOMAINS:
        for language in PLURALS:
            prepare(language, domain)
        extract(domain)
        for language in PLURALS:
            tidy(language, domain)


if __name__ == "__main__":
    main()
