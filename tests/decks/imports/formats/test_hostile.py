"""Files that mean harm: each is refused with one line, in two seconds and in 220 MB, those of Django included."""
from __future__ import unicode_literals

import io
import json
import os
import subprocess
import sys
import zipfile

import pytest

from decks.imports import formats
from decks.limits import FILE_BYTES
from tests.clocks import slowness
from tests.decks.files import problems
from tests.decks.imports.formats.test_xlsx import SHEET, changed, part
from tests.decks.shelf import as_bytes
from tests.sources import ROOT

MB = 1024 * 1024
INSERT = b"INSERT INTO white_cards VALUES "
COPY = b"COPY white_cards (id, text) FROM stdin;\n"
# Reads each file that it is told of in a process of its own, and says how that went.
READER = """
from __future__ import print_function
import io, json, os, resource, sys
from django.conf import settings
settings.configure(USE_I18N=False)
from decks.imports import formats

def used():
    return sum(resource.getrusage(resource.RUSAGE_SELF)[:2])

def read(path):
    with io.open(path, "rb") as source:
        content = source.read()
    said, start = None, used()
    try:
        formats.parse(content)
    except formats.FormatError as error:
        said = "%s" % error
    seconds = used() - start
    # A process has the peak of its parent as its own (ru_maxrss); this one begins anew with the fork.
    with io.open("/proc/self/status") as status:
        peak = [int(line.split()[1]) / 1024.0 for line in status if line.startswith("VmHWM")]
    print(json.dumps([said, seconds, peak[0]]))
    sys.stdout.flush()

for line in iter(sys.stdin.readline, ""):
    child = os.fork()
    if not child:
        try:
            read(line.rstrip())
        finally:
            os._exit(0)
    if os.waitpid(child, 0)[1]:
        print("null")
        sys.stdout.flush()
"""


@pytest.fixture(scope="module")
def reader():
    """A process that reads files, each in a child."""
    process = subprocess.Popen([sys.executable, "-W", "ignore", "-c", READER], cwd=ROOT, stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, env=dict(os.environ, PYTHONPATH=ROOT))
    yield process
    process.stdin.close()
    process.wait()


def attempt(reader, path, content):
    """[what was said or None, seconds of work, MB at most] of a file that a new process reads."""
    path.write_binary(content)
    reader.stdin.write(("%s\n" % path).encode("utf-8"))
    reader.stdin.flush()
    return json.loads(reader.stdout.readline().decode("ascii"))


def bomb():
    """A spreadsheet whose sheet is small and unpacks to 64 MB."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", part("xl/workbook.xml"))
        archive.writestr(SHEET, b" " * (64 * MB))
    return made.getvalue()


def many_tags():
    return as_bytes({"name": "A", "white": [
        {"text": "tea", "tags": ["%d" % number for number in range(900000)]}]})


def dense_bomb():
    """A spreadsheet below the limit whose sheet is one letter, again and again."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", part("xl/workbook.xml"))
        archive.writestr(SHEET, b" " * (15 * MB))
    return made.getvalue()


def crowded():
    """A file whose packs point again and again at one card that is broken and holds all the texts."""
    document = {"white": [[""] * 60000], "black": [],
                "packs": [{"name": "A", "white": [0] * 2100, "black": []}]}
    return as_bytes(document).replace(b"[[", b"\n[[", 1)


def many_parts():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number in range(2000):
            archive.writestr("xl/%d.xml" % number, b"")
    return made.getvalue()


def laughs():
    """A spreadsheet whose few lines of XML mean gigabytes of text."""
    entities = ['<!ENTITY l0 "ha">'] + ['<!ENTITY l%d "%s">' % (n, "&l%d;" % (n - 1) * 10)
                                        for n in range(1, 10)]
    doctype = "<!DOCTYPE worksheet [%s]><worksheet" % "".join(entities)
    sheet = part(SHEET).replace(b"<worksheet", doctype.encode("ascii"), 1)
    return changed(SHEET, sheet.replace(b"paint", b"&l9;"))


HOSTILE = {
    "a huge file": (lambda: b"tea\n" * (25 * MB), "the file has 100 MB, the limit is 16 MB"),
    "XML elements without end": (lambda: b"<x>" * 149999 + b"</x>", "nested too deeply"),
    "XML elements beside each other": (lambda: b"<x>" + b"<y/>" * 3 * MB + b"</x>", "3145730 tags, the limit is 150000"),
    "XML elements up to the limit": (lambda: b"<x>" + b"<y/>" * 149998 + b"</x>", "this is no card file we know"),
    "nested lists": (lambda: b"[" * 300000, "nested too deeply"),
    "nested objects": (lambda: b'{"a":' * 300000, "nested too deeply"),
    "nested JSON5": (lambda: b"{a:" * 300000, "nested too deeply"),
    "lists without end": (lambda: b"[" * FILE_BYTES, "16777216 brackets, the limit is 400000"),
    "numbers without end": (lambda: b"[" + b"0," * (FILE_BYTES // 2 - 8) + b"0]",
                            "commas, the limit is 2000000"),
    "objects up to the limit": (lambda: b"[" + b"{}," * 399998 + b"{}]", "this is no card file we know"),
    "lists of lists up to the limit": (lambda: b"[" + b"[[\"a b c\"]]," * 130000 + b"[]]",
                                       "more than 60000 entries in the file"),
    "texts with lines up to the limit": (lambda: b"[" + b'"",\n' * 100000 + b'""]',
                                         "this is no card file we know"),
    "one card again and again": (crowded, "more than 2000 rows cannot be used"),
    "nested lines": (lambda: b"[\n" * 300000, "nested too deeply"),
    "a number of a million digits": (lambda: b'{"packs": ' + b"7" * MB + b"}", "a number has 1048576 digits"),
    "a JSON5 number of a million digits": (lambda: b"{packs: " + b"7" * MB + b"}", "the file is not JSON"),
    "a card of 15 MB": (lambda: b'{"name": "A", "white": ["' + b"x" * 15 * MB + b'"]}',
                        "no card that can be used"),
    "a line of 15 MB": (lambda: b"x" * 15 * MB, "no card that can be used"),
    "lines without end": (lambda: b"a\n" * (FILE_BYTES // 2), "8388608 lines, the limit is 400000"),
    "broken rows without end": (lambda: b"Type\tText\n" + b"x\n" * 300000,
                                "more than 2000 rows cannot be used"),
    "a quote without end": (lambda: b'kind,text\nwhite,"' + b"x" * 15 * MB, "no card that can be used"),
    "columns without end": (lambda: b"kind,text\n" + b"," * 15 * MB, "no card that can be used"),
    "tags without end": (many_tags, "its tags have more than 300 characters"),
    "tabs without end": (lambda: b"Prompt\t" * 2 * MB,
                         "it has 14680064 characters, the limit for a row is 20000"),
    "blanks without end": (lambda: b"_ " * 7 * MB, "no card that can be used"),
    "columns over many lines": (lambda: b'kind,text\n' + b'"\n",' * 300000,
                                "this is no card file we know"),
    "NULs": (lambda: b"\x00" * 15 * MB, "there is a NUL character in line 1"),
    "a COPY line of 15 MB": (lambda: COPY + b"x" * 15 * MB, "it has more than 20000 characters"),
    "broken SQL rows of 170 characters": (
        lambda: b"INSERT INTO notes VALUES " + (b"(1, '" + b"ab " * 50 + b"' x, 2),\n") * 70000, "no row of its tables"),
    "an SQL string of 15 MB": (lambda: INSERT + b"(1, '" + b"x" * 15 * MB, "value 2 of the row cannot"),
    "SQL quotes without end": (lambda: INSERT + b"(1, " + b"'" * 15 * MB, "value 2 of the row cannot"),
    "SQL rows without end": (lambda: INSERT + b"()," * 5 * MB, "more than 2000 rows cannot be used"),
    "SQL rows of notes without end": (lambda: b"INSERT INTO notes VALUES " + b"()," * 3 * MB, "no row of its tables"),
    "SQL rows without words": (lambda: b"INSERT INTO notes VALUES " + b"(1)," * 2 * MB, "more than 100000 rows"),
    "SQL blanks without end": (lambda: INSERT + b" " * 11 * MB, "there must be a comma"),
    "SQL values without end": (lambda: INSERT + b"(" + b"1," * 7 * MB, "value 201 of the row cannot be read"),
    "a zip bomb": (bomb, "the spreadsheet unpacks to 64 MB, the limit is 20 MB"),
    "a dense zip bomb": (dense_bomb, "times its size, which no list of cards does"),
    "an archive of many parts": (many_parts, "2000 parts, the limit is 500"),
    "a billion laughs": (laughs, "the spreadsheet cannot be read"),
    "a database of noughts": (lambda: b"SQLite format 3\x00" + b"\x00" * 15 * MB,
                              "the database cannot be read"),
}


def kinds():
    """The kinds of HOSTILE; SQL is read by our own code alone, not by csv, json or zipfile of the Python."""
    return [pytest.param(kind, marks=[pytest.mark.one_stack] if "SQL" in kind or "COPY" in kind else [])
            for kind in sorted(HOSTILE)]


@pytest.mark.parametrize("kind", kinds())
def test_it_is_refused_quickly_and_cheaply(reader, tmpdir, kind):
    make, wanted = HOSTILE[kind]
    content, tries = make(), []
    while not tries or tries[-1][1] >= 2 * slowness() and len(tries) < 3:  # other work makes one slower
        tries.append(attempt(reader, tmpdir.join("hostile"), content))
    said, seconds, memory = tries[-1]
    assert said is not None and wanted in said and "\n" not in said and len(said) < 300
    assert (seconds < 2 * slowness(), memory < 220) == (True, True), (seconds, memory)


@pytest.mark.parametrize("text, problem", [
    ("tea \u202eaet", "it holds the control character U+202E"),
    ("\u202dtea", "it holds the control character U+202D"),
    ("te\x00a", "it holds the control character U+0000"),
    ("te\x1ba", "it holds the control character U+001B"),
    ("\u200b\u200f", "its text is empty"), ("te\ud800a", "it holds the control character U+D800")])
def test_characters_that_play_tricks_are_named(text, problem):
    document = json.dumps({"name": "A", "white": ["milk", text]}).encode("ascii")
    assert problems(formats.parse(document)) == [("white", 2, 0, problem)]


def test_markup_stays_text():
    pack, = formats.parse(b'{"name": "A", "white": ["<script>alert(1)</script>"]}').packs
    assert pack.white == ("<script>alert(1)</script>",)
