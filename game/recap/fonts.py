"""The fonts of pictures: an ordered list of freely licensed ones, found by name among those of the system,
and at last the one that Pillow brings. None is part of this project.

Without any font that can be scaled nothing is drawn, and pages offer no pictures.
"""
from __future__ import unicode_literals

import threading
from typing import Any

from PIL import ImageFont, features

# Bold grotesques first, as our cards have them; the first that has all letters of a text is taken. DejaVu has
# Hebrew and Arabic beside Latin, Greek and Cyrillic; the others with a script in their name have that.
NAMES = ("Inter-Bold.ttf", "LiberationSans-Bold.ttf", "NotoSans-Bold.ttf", "DejaVuSans-Bold.ttf",
         "Roboto-Bold.ttf", "FreeSansBold.ttf", "NotoSansHebrew-Bold.ttf", "NotoNaskhArabic-Bold.ttf",
         "NotoSansCJK-Bold.ttc",
         "NotoSansDevanagari-Bold.ttf", "NotoSansThai-Bold.ttf", "Arial Bold.ttf", "arialbd.ttf")
NOWHERE = "\ufffe"  # no font has it: its picture is that of all letters which a font does not have
KEPT_SIZES = 64

_lock = threading.Lock()
_paths = []  # type: list[str]
_looked = []  # type: list[bool]
_fonts = {}  # type: dict[tuple[str, int], Any]
_known = {}  # type: dict[tuple[str, str], bool]


def available():
    # type: () -> bool
    """Whether this machine can draw text at all."""
    return bool(_found())


def shapes():
    # type: () -> bool
    """Whether letters are joined and turned as Arabic, Hebrew and Indian scripts need it."""
    return bool(features.check("raqm"))


def for_text(text):
    # type: (str) -> str | None
    """The first font that has all letters of this text, None for none."""
    letters = sorted(set(text) - set(" \n"))
    return next((path for path in _found() if all(_has(path, letter) for letter in letters)), None)


def at_size(path, size):
    # type: (str, int) -> Any
    """The font in this size (pixels)."""
    with _lock:
        if (path, size) not in _fonts:
            if len(_fonts) >= KEPT_SIZES:
                _fonts.clear()
            _fonts[path, size] = _load(path, size)
        return _fonts[path, size]


def _found():
    # type: () -> list[str]
    """Looked for once in each process."""
    if not _looked:
        found = [name for name in NAMES if _opens(name)] if features.check("freetype2") else []
        if not found and _load("", 20) is not None:
            found = [""]
        _paths[:] = found
        _looked.append(True)
    return _paths


def _opens(name):
    # type: (str) -> bool
    try:
        return _load(name, 20) is not None
    except (EnvironmentError, ValueError):
        return False


def _load(name, size):
    # type: (str, int) -> Any
    """A font by its name; "" is the one that newer Pillows bring, None from older ones."""
    if name:
        return ImageFont.truetype(str(name), size)
    try:
        font = ImageFont.load_default(size)
    except TypeError:
        return None
    return font if hasattr(font, "getmask2") else None


def _has(path, letter):
    # type: (str, str) -> bool
    with _lock:
        known = _known.get((path, letter))
    if known is None:
        font = at_size(path, 20)
        known = _picture(font, letter) != _picture(font, NOWHERE)
        with _lock:
            if len(_known) > 10000:
                _known.clear()
            _known[path, letter] = known
    return known


def _picture(font, letter):
    # type: (Any, str) -> bytes
    return bytes(bytearray(font.getmask(letter)))
