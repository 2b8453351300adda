"""Points over the rounds as a picture: SVG for a page, without scripts, styles or requests of its own.

The page's sheet colours the lines (static/css/recap.css); a table beside the picture says the same in words.
"""
from __future__ import unicode_literals

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from game.recap.contents import Line

WIDTH, HEIGHT = 480, 300
LEFT, RIGHT, TOP, BOTTOM = 30, 142, 14, 34
# More lines than this cannot be told apart; the table has everybody.
LINES = 8
LABEL = 10
ROW = 21  # the least distance of two names
TICKS = 5


def draw(lines, title):
    # type: (list[Line], str) -> str
    """The chart of the best of these Lines; "" where there is nothing to draw."""
    best = sorted(lines, key=lambda line: -line.points[-1])[:LINES]
    if len(best) < 2 or len(best[0].points) < 2:
        return ""
    low = min(0, min(min(line.points) for line in best))
    high = max(low + 1, max(max(line.points) for line in best))
    return format_html(
        '<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}" focusable="false">{}{}{}{}</svg>',
        WIDTH, HEIGHT, title, _grid(low, high), _rounds(len(best[0].points)),
        mark_safe("".join(_line(place, line, low, high) for place, line in enumerate(best))),
        _names(best, low, high))


def _x(place, count):
    # type: (int, int) -> float
    """The first place is before the first round, where everybody has nothing."""
    return round(LEFT + (WIDTH - LEFT - RIGHT) * place / float(count), 1)


def _y(points, low, high):
    # type: (int, int, int) -> float
    return round(TOP + (HEIGHT - TOP - BOTTOM) * (high - points) / float(high - low), 1)


def _grid(low, high):
    # type: (int, int) -> str
    step = max(1, -(-(high - low) // TICKS))
    return format_html_join("", '<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/>'
                                '<text class="tick" x="{}" y="{}" text-anchor="end">{}</text>',
                            [(LEFT, WIDTH - RIGHT, y, y, LEFT - 8, y + 5, points)
                             for points in range(low, high + 1, step) for y in [_y(points, low, high)]])


def _rounds(count):
    # type: (int) -> str
    step = max(1, -(-count // 8))
    return format_html_join("", '<text class="tick" x="{}" y="{}" text-anchor="middle">{}</text>',
                            [(_x(number, count), HEIGHT - 10, number)
                             for number in range(step, count + 1, step)])


def _line(place, line, low, high):
    # type: (int, Line, int, int) -> str
    count = len(line.points)
    points = " ".join("%s,%s" % (_x(at, count), _y(value, low, high))
                      for at, value in enumerate([0] + line.points))
    end = _x(count, count), _y(line.points[-1], low, high)
    return format_html('<polyline class="line line-{}" points="{}"/>'
                       '<circle class="dot line-{}" cx="{}" cy="{}" r="5"/>', place, points, place, *end)


def _names(best, low, high):
    # type: (list[Line], int, int) -> str
    """Each name beside the end of its line, moved down where two would cover each other."""
    rows, last = [], TOP - ROW + 4.0
    ends = sorted((_y(line.points[-1], low, high), place, line) for place, line in enumerate(best))
    space = HEIGHT - 8.0
    for left, (y, place, line) in zip(range(len(ends), 0, -1), ends):
        last = min(max(y, last + ROW), space - (left - 1) * ROW)
        rows.append((place, WIDTH - RIGHT + 12, last + 5, _short(line.name), line.points[-1]))
    return format_html_join("", '<text class="name line-{}" x="{}" y="{}">{} <tspan>{}</tspan></text>', rows)


def _short(name):
    # type: (str) -> str
    return name if len(name) <= LABEL else name[:LABEL - 1].rstrip() + "\u2026"
