"""What becomes of static files when they are collected: one bundle for each page,
or hashed plain modules without esbuild.
"""
from __future__ import unicode_literals

import io
import os
import re

import pytest
from django.conf import settings
from django.core.files.storage import FileSystemStorage

from cards_project import bundles
from cards_project.static import HashedStaticStorage
from common.compat import CLASSIC
from game import table_page

SOURCES = {
    "css/kit/base.css": "p { color: red; background: url(\"../../img/mark.svg\"); }",
    "css/pages/room.css": "@import \"../kit/base.css\";",
    "img/mark.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "js/boot.js": "var one = 1;",
    "js/kit/text.js": "export const hello = \"hello\";",
    "js/kit/late.js": "export const late = \"late\";",
    "js/pages/room.js": "import {hello} from \"../kit/text.js\";\nconsole.log(hello);\nimport(\"../kit/late.js\");",
}


@pytest.fixture
def collected(tmpdir):
    """A function that does what `collectstatic` does with SOURCES and changes of them;
    returns the storage.
    """
    def collect(changes=()):
        plain, storage = FileSystemStorage(str(tmpdir.join("plain"))), HashedStaticStorage(
            str(tmpdir.join("out")))
        for name, text in dict(SOURCES, **dict(changes)).items():
            for place in ("plain", "out"):
                tmpdir.join(place, name).write_text(text, "utf-8", ensure=True)
        outcomes = list(storage.post_process({name: (plain, name) for name in SOURCES}))
        assert not [outcome for outcome in outcomes if isinstance(outcome[2], Exception)]
        return storage
    return collect


def text_of(storage, name):
    """What a browser gets under the name that a template asks for."""
    with io.open(storage.path(storage.stored_name(name)), encoding="utf-8") as stream:
        return stream.read()


def test_the_script_of_a_page_has_all_it_imports_in_it(collected):
    script = text_of(collected(), "js/pages/room.js")
    assert "hello" in script and "../kit/" not in script


def test_what_a_page_asks_for_later_is_a_file_of_its_own(collected):
    storage = collected()
    part = re.search(r'import\("\./(parts/[^"]+)"\)', text_of(storage, "js/pages/room.js")).group(1)
    with storage.open("js/pages/" + part) as stream:
        assert b"late" in stream.read()


def test_the_sheet_of_a_page_has_its_imports_and_pictures_in_it(collected):
    sheet = text_of(collected(), "css/pages/room.css")
    assert "color:red" in sheet and "data:image/svg" in sheet and "@import" not in sheet


def test_names_change_with_the_content(collected):
    before = collected().stored_name("js/pages/room.js")
    assert re.match(r"js/pages/room\.[0-9a-f]{12}\.js$", before)
    assert collected().stored_name("js/pages/room.js") == before
    assert collected({"js/kit/text.js": "export const hello = \"good day\";"}).stored_name(
        "js/pages/room.js") != before


def test_without_esbuild_pages_get_their_plain_modules(collected, monkeypatch, capsys):
    monkeypatch.setattr(bundles, "esbuild", lambda: None)
    script = text_of(collected(), "js/pages/room.js")
    assert re.search(r'from "\.\./kit/text\.js"' if CLASSIC else r'from "\.\./kit/text\.[0-9a-f]{12}\.js"',
                     script)
    assert "esbuild is missing" in capsys.readouterr()[1]


def names(kind):
    folder = os.path.join(settings.BASE_DIR, "static", kind, "pages")
    return {"%s/pages/%s" % (kind, name) for name in os.listdir(folder)}


def test_pages_name_every_page_entry_and_no_other_module():
    named = {table_page.LATER_SHEET, table_page.BESIDE_SHEET}
    for place, _, files in os.walk(os.path.join(settings.BASE_DIR, "templates")):
        for name in files:
            with io.open(os.path.join(place, name), encoding="utf-8") as stream:
                named |= set(re.findall(r"""\{% static ['"]((?:js|css)/[^'"]+)""", stream.read()))
    assert named - names("js") - names("css") == {"js/boot.js", "css/kit/cards.css", "css/admin/decks.css",
                                                  "css/admin/deck_list.css",
                                                  "css/admin/lists.css", "css/admin/question.css", "css/admin/statistics.css"}
    assert (names("js") | names("css")) - named == set()
