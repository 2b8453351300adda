"""What people do to tables so that they look tidy: merged cells, headers in two rows, several tables in one
sheet. Pure; makes plain rows of them.
"""

from __future__ import unicode_literals

import re

from decks.imports.generic.shapes import DECK
from decks.imports.reading.vocabulary import SURE_DECKS, is_header_word, kind_of, kinds_of, place_of

_KIND = "kind"
_NUMBERS = ("#", "no", "no.", "nr", "nr.", "id")
_IN_RULER = re.compile(r"\s*(?::?-{2,}:?)?\s*$")  # of Markdown, below the header


def without_rulers(rows):
    # type: (list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]
    """The rows without those that only draw a line."""
    return [row for row in rows if not all(map(_IN_RULER.match, row[1]))]


def of_parts(rows):
    # type: (list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]
    """The rows of several tables below each other as those of one: their header once, and a first column with
    what stands above each.
    """
    headers = [number for number, (_, cells) in enumerate(rows) if is_known_header(cells)]
    first = rows[headers[0]][1] if headers else []
    if len([number for number in headers if rows[number][1] == first]) < 2:
        return rows
    heads = set(headers)
    titles = [_title(rows[number - 1][1]) for number in headers if number]
    are_kinds = len(kinds_of(set(titles))) > 1
    found, title = [(rows[headers[0]][0], [_KIND if are_kinds else DECK] + first)], ""
    for number, (line, cells) in enumerate(rows):
        is_title = number + 1 in heads and len([cell for cell in cells if cell.strip()]) == 1
        title = _title(cells) if is_title else title
        if not is_title and number not in heads:
            found.append((line, [title] + cells))
    return found


def is_known_header(cells):
    # type: (list[str]) -> bool
    """Whether a row is one of names of columns, by words that mean them."""
    named = [cell for cell in cells if cell.strip()]
    words = [cell for cell in named if cell.strip().lower() not in _NUMBERS]
    return bool(words) and len(named) > 1 and all(
        is_header_word(cell) and len(cell.strip()) > 2 for cell in words
    )


def _title(cells):
    # type: (list[str]) -> str
    """The words of what stands above a table."""
    return next((cell.strip().strip("#=* ") for cell in cells if cell.strip()), "")


def two_headers(rows):
    # type: (list[tuple[int, list[str]]]) -> list[str]
    """The names of the columns where the first row names decks, each above several kinds in the second; or
    nothing.
    """
    if len(rows) < 2:
        return []
    above, kinds = ([cell.strip() for cell in cells] for _, cells in rows)
    while kinds and not kinds[-1]:
        kinds.pop()
    decks = [cell for cell in above if cell]
    are_kinds = len(kinds) > 2 and all(len(cell) > 1 and kind_of(cell) for cell in kinds)
    if not are_kinds or not above[0] or not 1 < len(decks) < len(kinds) or any(map(kind_of, decks)):
        return []
    names, last = [], ""
    for place, kind in enumerate(kinds):
        last = above[place] if place < len(above) and above[place] else last
        names.append("%s %s" % (last, kind))
    return names if len(set(names)) == len(names) else []


def filled_down(names, body):
    # type: (list[str], list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]
    """The rows with the kind or the deck in each, where it stands once above all that it is said of, as in
    merged cells.
    """
    for place, name in enumerate(names):
        column = [cells[place].strip() if len(cells) > place else "" for _, cells in body]
        said = [cell for cell in column if cell]
        if not column or not column[0] or 2 * len(said) > len(column) or len(set(said)) < 2:
            continue
        deck = place_of(name, "deck")
        are_decks = deck is not None and deck < SURE_DECKS and len(set(said)) == len(said)
        if are_decks or kinds_of(set(said)):
            last = ""
            for number, (line, cells) in enumerate(body):
                last = column[number] or last
                body[number] = (line, cells[:place] + [last] + cells[place + 1 :])
    return body
