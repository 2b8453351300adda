"""Reads the tables and lists of a web page. Pure; nothing of it is executed or loaded.

Tags within words stay as they are, for texts.hygiene to read.
"""
from __future__ import unicode_literals

import re
from typing import Any, List, Tuple

from django.utils.translation import gettext_noop as N_
from six.moves import html_parser

from common.compat import gettext
from decks.imports.reading.shapes import FormatError
from decks.imports.reading.vocabulary import is_header_word
from decks.limits import SHEET_COLUMNS, YAML_BYTES

_BEGINS = re.compile(r"\s{0,1000}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--[^>]{0,300}-->\s{0,100})?"
                     r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
# A part of a page; other XML may have a table, too.
_PART = re.compile(
    r"\s{0,1000}<(?:table|ul|ol)\b[^<>]{0,300}>\s{0,1000}<(?:thead|tbody|tr|li|caption)\b", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "caption", "summary", "dt", "legend")
_CELLS, _WITHIN = ("td", "th"), ("b", "strong", "i", "em", "u", "br", "span")
_SKIPPED = ("script", "style", "nav", "footer", "template", "select")
_NOTHING = N_("this is a web page without a table or list of cards; save the file that it links to, or the "
            "cards as text")
_LEAST = 5

Table = Tuple[str, List[Tuple[int, List[str]]]]


def is_one(text):
    # type: (str) -> bool
    return _BEGINS.match(text) is not None or _PART.match(text) is not None


def read(text):
    # type: (str) -> Tuple[List[Table], str]
    """([(heading, (line, cells) of each row)] of the tables, or the headings and items of lists as lines).

    Raises FormatError where there is neither.
    """
    if len(text) > YAML_BYTES:
        raise FormatError(gettext("the web page has more than %d MB; save its cards as a "
                                  "table") % (YAML_BYTES >> 20))
    page = _Page()
    try:
        page.feed(text)
        page.close()
    except Exception:  # the parser of old Pythons gives up on some pages
        raise FormatError(gettext(_NOTHING))
    page.ended()
    tables = [table for table in page.tables if len(table[1]) > 1]
    if sum(len(rows) for _, rows in tables) >= _LEAST or any(map(_says_cards, tables)):
        return tables, ""
    if page.items >= _LEAST:
        return [], "\n".join(page.lines)
    raise FormatError(gettext(_NOTHING))


def _says_cards(table):
    # type: (Table) -> bool
    """Whether the names of a table's columns say that it has cards, however few."""
    named = [cell for cell in table[1][0][1] if cell]
    return len(named) > 1 and all(map(is_header_word, named))


class _Page(html_parser.HTMLParser, object):
    def __init__(self):
        # type: () -> None
        html_parser.HTMLParser.__init__(self)
        self.convert_charrefs = False
        self.tables, self.lines, self.items = [], [], 0  # type: List[Table], List[str], int
        self._heading, self._skipped = "", 0
        self._into, self._words = "", []  # type: str, List[str]

    def handle_starttag(self, tag, attrs):
        # type: (str, Any) -> None
        self._skipped += tag in _SKIPPED
        if tag in _CELLS + ("li", "tr", "table") + _HEADINGS:
            self.ended()
        if tag == "table":
            self.tables.append((self._heading, []))
        elif tag == "tr" and self.tables:
            self.tables[-1][1].append((self.getpos()[0], []))
        elif tag in _CELLS + ("li",) + _HEADINGS:
            self._into, self._words = tag, []
        elif tag in _WITHIN and self._into:
            self._words.append("<br>" if tag == "br" else self.get_starttag_text() or "")

    def handle_startendtag(self, tag, attrs):
        # type: (str, Any) -> None
        if tag == "br" and self._into:
            self._words.append("<br>")

    def handle_endtag(self, tag):
        # type: (str) -> None
        self._skipped = max(0, self._skipped - (tag in _SKIPPED))
        if tag in _CELLS + ("li", "tr", "table", "ul", "ol") + _HEADINGS:
            self.ended()
        elif tag in _WITHIN and tag != "br" and self._into:
            self._words.append("</%s>" % tag)

    def handle_data(self, data):
        # type: (str) -> None
        if self._into and not self._skipped:
            self._words.append(data)

    def handle_entityref(self, name):
        # type: (str) -> None
        self.handle_data("&%s;" % name)

    def handle_charref(self, name):
        # type: (str) -> None
        self.handle_data("&#%s;" % name)

    def ended(self):
        # type: () -> None
        """The cell, item or heading that is open ends, whether the page says so or not."""
        words, into = " ".join("".join(self._words).split()), self._into
        self._into, self._words = "", []
        if into in _HEADINGS and words:
            self._heading = re.sub(r"<[^<>]{0,300}>", "", words)
            self.lines.append("%s:" % self._heading)
        elif into == "li" and words:
            self.items += 1
            self.lines.append(words)
        elif into in _CELLS and self.tables:
            rows = self.tables[-1][1]
            if not rows:
                rows.append((self.getpos()[0], []))
            if len(rows[-1][1]) < SHEET_COLUMNS:
                rows[-1][1].append(words)
