"""Draws a sentence as one of our black cards: 1080 x 1350 pixels, PNG. Knows no database; about a tenth of a
second of one processor, and 10 MB while it draws.
"""
from __future__ import unicode_literals

import colorsys
import io
from typing import Any, NamedTuple, Text

from PIL import Image, ImageDraw, ImageFilter

from game.history.sentence import Part
from game.recap import fonts, layout

SIZE = WIDTH, HEIGHT = 1080, 1350
CARD = (72, 72, WIDTH - 72, HEIGHT - 150)  # left, top, right, bottom
RADIUS, PADDING, FOOT = 44, 72, 96
SIZES = (104, 92, 80, 70, 62, 54, 47, 41, 36, 31, 27, 23)
LEADING = 1.32
# More than a card has, with three answers in it.
LONGEST = 2500
BLACK, WHITE, ACCENT, SOFT = (12, 12, 15), (255, 255, 255), (255, 210, 63), (201, 199, 190)
EDGE = (52, 52, 60)
BICUBIC = 3  # Image.BICUBIC, which moved into an enumeration in Pillow 9.1

# A style in one size: the font, the width of a space, the height of a line.
Type = NamedTuple("Type", [("path", Text), ("size", int), ("font", Any), ("space", float), ("height", float)])


def picture(parts, hue, name):
    # type: (list[Part], int, str) -> bytes | None
    """The PNG of a filled sentence on a table of this hue (degrees), with the site's name below; None where
    no font here has its letters, or they cannot be joined as their script wants it.
    """
    text = "".join(part.text for part in parts)
    path = path_for(text) if Image is not None else None
    if path is None or len(text) > LONGEST:
        return None
    image = _table(hue)
    draw = ImageDraw.Draw(image)
    kind, lines = _fitted(parts, path)
    _sentence(draw, lines, kind)
    _mark(draw)
    _name(draw, name)
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def path_for(text):
    # type: (str) -> str | None
    """The font that this text can be drawn with."""
    if not text.strip() or layout.needs_shaping(text) and not fonts.shapes():
        return None
    return fonts.for_text(text)


def _table(hue):
    # type: (int) -> Any
    """The table with an empty card on it."""
    image = Image.new("RGB", SIZE, _colour(hue, .44, .20))
    small = Image.new("L", (WIDTH // 4, HEIGHT // 4), 0)
    left, top, right, bottom = [side // 4 for side in CARD]
    ImageDraw.Draw(small).rectangle((left, top + 5, right, bottom + 5), fill=150)
    shadow = small.filter(ImageFilter.GaussianBlur(6)).resize(SIZE, BICUBIC)
    image.paste((0, 0, 0), (0, 0), shadow)
    for inset, colour in ((0, EDGE), (2, BLACK)):
        box = CARD[0] + inset, CARD[1] + inset, CARD[2] - inset, CARD[3] - inset
        image.paste(colour, box[:2], _rounded(box[2] - box[0], box[3] - box[1], RADIUS - inset))
    return image


def _rounded(width, height, radius):
    # type: (int, int, int) -> Any
    """A mask with round corners; drawn large and made smaller, so that the corners are smooth."""
    corner = Image.new("L", (radius * 4, radius * 4), 0)
    ImageDraw.Draw(corner).pieslice((0, 0, radius * 8, radius * 8), 180, 270, fill=255)
    corner = corner.resize((radius, radius), BICUBIC)
    mask = Image.new("L", (width, height), 255)
    for turns, place in enumerate(((0, 0), (0, height - radius), (width - radius, height - radius),
                                   (width - radius, 0))):
        mask.paste(corner.rotate(90 * turns), place)
    return mask


def _fitted(parts, path):
    # type: (list[Part], str) -> tuple[Type, list[layout.Line]]
    """The largest type in which the sentence fits the card, and its lines; the smallest one is cut."""
    words = layout.paragraphs(parts)
    width, height = CARD[2] - CARD[0] - 2 * PADDING, CARD[3] - CARD[1] - 2 * PADDING - FOOT
    for size in SIZES:
        kind = _type(path, size)
        lines = [line for paragraph in words for line in _lines(paragraph, kind, width)]
        if len(lines) * kind.height <= height and not (size > SIZES[2] and _is_chopped(words, kind, width)):
            break
    return kind, lines[:int(height // kind.height)]


def _lines(paragraph, kind, width):
    # type: (list[layout.Word], Type, float) -> list[layout.Line]
    rtl = layout.is_rtl(" ".join(map(layout.text_of, paragraph)))
    found = layout.broken(paragraph, width, lambda word: _length(word, kind), kind.space)
    return [layout.ordered(line, rtl) for line in found]


def _is_chopped(words, kind, width):
    # type: (list[list[layout.Word]], Type, float) -> bool
    """Whether a word would be broken; a smaller type may have room for it."""
    return any(_length(word, kind) > width for paragraph in words for word in paragraph)


def _sentence(draw, lines, kind):
    # type: (Any, list[layout.Line], Type) -> None
    y = float(CARD[1] + PADDING)
    for line in lines:
        taken = sum(_length(word, kind) for word in line.words) + kind.space * (len(line.words) - 1)
        x = CARD[2] - PADDING - taken if line.rtl else float(CARD[0] + PADDING)
        words = [word[::-1] if line.rtl and layout.is_rtl(layout.text_of(word)) else word
                 for word in line.words]
        for place, word in enumerate(words):
            goes_on = place + 1 < len(words) and word[-1].answer and words[place + 1][0].answer
            x = _word(draw, word, x, y, kind, line.rtl, goes_on)
        y += kind.height


def _word(draw, pieces, x, y, kind, rtl, goes_on):
    # type: (Any, layout.Word, float, float, Type, bool, bool) -> float
    """Draw one word, with the line below an answer. Returns where the next one begins."""
    for piece in pieces:
        wide = _length([piece], kind)
        more = {"direction": "rtl"} if rtl and fonts.shapes() else {}
        draw.text((x, y), piece.text, font=kind.font, fill=ACCENT if piece.answer else WHITE, **more)
        if piece.answer:
            end = x + wide + (kind.space if goes_on and piece is pieces[-1] else 0)
            thick = max(2, kind.size // 14)
            low = y + kind.size * 1.16
            draw.rectangle((int(x), int(low), int(end), int(low) + thick - 1), fill=ACCENT)
        x += wide
    return x + kind.space


def _type(path, size):
    # type: (str, int) -> Type
    font = fonts.at_size(path, size)
    return Type(path, size, font, _wide(font, "n n") - _wide(font, "nn"), size * LEADING)


def _length(word, kind):
    # type: (layout.Word, Type) -> float
    return sum(_wide(kind.font, piece.text) for piece in word)


def _wide(font, text):
    # type: (Any, str) -> float
    """The width of a text; older Pillows measure whole pixels only."""
    return float(font.getlength(text) if hasattr(font, "getlength") else font.getsize(text)[0])


def _mark(draw):
    # type: (Any) -> None
    """Two small cards, as in the corner of all of ours (static/img/mark.svg)."""
    x, y = CARD[0] + PADDING, CARD[3] - PADDING - 44
    draw.polygon([(x, y + 8), (x + 26, y), (x + 38, y + 38), (x + 12, y + 46)], fill=WHITE)
    draw.polygon([(x + 26, y + 10), (x + 53, y + 4), (x + 61, y + 42), (x + 34, y + 48)], fill=ACCENT)


def _name(draw, name):
    # type: (Any, str) -> None
    """Our name, and below the card where it was played."""
    for text, size, x, y, colour in (
            ("Cards Against Django", 34, CARD[0] + PADDING + 84, CARD[3] - PADDING - 40, SOFT),
            (name, 34, CARD[0] + 4, CARD[3] + 46, WHITE)):
        path = fonts.for_text(text)
        if path is not None:
            draw.text((x, y), text, font=fonts.at_size(path, size), fill=colour)


def _colour(hue, saturation, light):
    # type: (int, float, float) -> tuple[int, int, int]
    red, green, blue = colorsys.hls_to_rgb(hue / 360.0, light, saturation)
    return int(red * 255), int(green * 255), int(blue * 255)
