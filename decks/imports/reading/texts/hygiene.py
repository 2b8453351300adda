"""Makes the texts of all formats plain: one rule for the marks that other programs leave in them.

Mojibake is mended, HTML and LaTeX become *emphasis*, **strong emphasis** and line breaks. Entities stay for
`texts` to read, which is why `escaped` can write any text so that it comes back as it was.
"""
from __future__ import unicode_literals

import re

from decks.imports.reading.texts import blanks, markup, mojibake

_MARKS = re.compile(r"[<\\`\[({]|[^\x00-\x7f]")
_PATH = re.compile(r"\b[A-Za-z]:\\")
_BREAKS = re.compile(r"\\\\?(?:newline\b(?:\{\})?|r\\\\?n|n|r(?![a-z]))\s?|\\\\?t\b")
_STYLED = re.compile(r"\\(textit|textsl|emph|underline|textbf|uline)\s?\{([^{}\\]{0,400})\}")
_BLANK = re.compile(r"\\(?:blank|fillin|underline|rule)\b"
                    r"(?:\{[^{}]{0,40}(?:\\hspace\*?\{[^{}]{0,40}\})?[^{}]{0,40}\}){0,2}")
_SIGNS = re.compile(r"\\(?:([_&%$#\"'/{}!?,.;:])|([lc]?dots)\b(?:\{\})?|(text(?:quote|back)\w+)\b(?:\{\})?)")
_QUOTED = re.compile(r"``([^`']{0,400})''")
# Marks of direction that word processors put around Hebrew and Arabic, and those that turn letters around.
_EMBEDDINGS, _OVERRIDES = re.compile("[\u202a-\u202c]"), re.compile("[\u202d\u202e]")
_ENTITY = re.compile("&(?=(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);)")


def clean(raw):
    # type: (str) -> str
    """The text without the marks of other programs; it may still hold entities and stray blanks."""
    if not _MARKS.search(raw):
        return raw
    text = mojibake.mended(raw)
    if not _OVERRIDES.search(text):
        text = _EMBEDDINGS.sub("", text)
    if "\\" in text and not _PATH.search(text):
        text = _without_backslashes(text)
    if "``" in text:
        text = _QUOTED.sub("\u201c\\1\u201d", text)
    return markup.plain(blanks.replaced(text))


def escaped(text):
    # type: (str) -> str
    """The text as readers of files have to find it: `clean` and the reading of entities give it back."""
    text = _ENTITY.sub("&amp;", text)
    if clean(text) == text:
        return text
    text = re.sub("[<\\\\`\\[({\u2588\uff3f]", _as_entity, text)
    return text if mojibake.mended(text) == text else re.sub(r"[^\x00-\x7f]", _as_entity, text)


def _without_backslashes(text):
    # type: (str) -> str
    text = _STYLED.sub(_style, text)
    text = _BLANK.sub("_", text)
    text = _BREAKS.sub(_break, text)
    return _SIGNS.sub(_sign, text)


def _style(match):
    # type: (re.Match[str]) -> str
    return markup.emphasised(match.group(2), "**" if match.group(1) == "textbf" else "*")


def _break(match):
    # type: (re.Match[str]) -> str
    return " " if match.group().endswith("t") else "\n"


def _sign(match):
    # type: (re.Match[str]) -> str
    sign, dots, _ = match.groups()
    return sign or ("\u2026" if dots else "")


def _as_entity(match):
    # type: (re.Match[str]) -> str
    return "&#%d;" % ord(match.group())
