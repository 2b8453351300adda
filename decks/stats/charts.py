"""Statistics as pictures: SVG for a page, drawn on the server, without scripts, styles or requests of its
own.

Colours and type are those of static/css/admin/statistics.css. Pure; knows no database.
"""
from __future__ import unicode_literals

import pygal
from django.utils.safestring import mark_safe
from pygal.style import Style

# Units of the drawing, which the page scales.
WIDTH, ROW, FRAME, LEGEND = 400, 30, 40, 28
# Characters of a card beside its bar.
LABEL = 26
# No more names of months fit below each other's neighbours.
NAMES = 6
STEPS = [factor * 10 ** power for power in range(10) for factor in (1, 2, 5)]
# pygal leaves room for type of this size and takes every letter for a wide one; the style sheet sets type of
# 12.
TYPE = 11
STYLE = Style(label_font_size=TYPE, major_label_font_size=TYPE, legend_font_size=TYPE)


def favourites(rows, name):
    """Win rates of Rows, with the interval in which each will be in the long run."""
    chart = pygal.HorizontalBar(height=FRAME + ROW * len(rows), range=(0, 1), y_labels=[0, .25, .5, .75, 1],
                                value_formatter=percent, show_legend=False, **_options())
    chart.x_labels, rows = _labels(rows), rows[::-1]
    chart.add("win rate", [
        dict(_value(row.rate, "%s: won %d of %d, %s to %s" % (
            row.text, row.won, row.played, percent(row.low), percent(row.high))),
             ci={"low": row.low, "high": row.high})
        for row in rows])
    return _drawn(chart, name)


def idle(rows, name):
    """How often Rows were dealt: how much of it came to the table, and how much went back."""
    chart = pygal.HorizontalStackedBar(height=FRAME + LEGEND + ROW * len(rows),
                                       **_options(**_scale([row.dealt for row in rows])))
    chart.x_labels, rows = _labels(rows), rows[::-1]
    chart.add("played", [_value(row.played, "%s: played %d times" % (row.text, row.played)) for row in rows])
    chart.add("went back", [_value(row.discarded, "%s: back %d times" % (row.text, row.discarded))
                            for row in rows])
    return _drawn(chart, name)


def games(months, name):
    """Games begun with a deck, month by month."""
    chart = pygal.Bar(height=200, show_legend=False, **_by_month(months, [month.games for month in months]))
    chart.add("games", [_value(month.games, "%s: %d games" % (_name(month), month.games))
                        for month in months])
    return _drawn(chart, name)


def plays(months, name):
    """White cards of a deck that were played and that won, month by month."""
    chart = pygal.Line(height=200 + LEGEND, dots_size=3,
                       **_by_month(months, [month.played for month in months]))
    chart.add("played", [_value(month.played, "%s: %d played" % (_name(month), month.played))
                         for month in months])
    chart.add("won", [_value(month.won, "%s: %d won" % (_name(month), month.won)) for month in months])
    return _drawn(chart, name)


def percent(share):
    """A share of 1 as people read it."""
    return "%d%%" % round(100 * share)


def whole(number):
    return "%d" % number


def short(text):
    """A card in one line of LABEL characters."""
    line = " ".join(text.replace("*", "").split())
    return line if len(line) <= LABEL else line[:LABEL - 1].rstrip() + "\u2026"


def _options(**more):
    return dict({"style": STYLE, "js": [], "disable_xml_declaration": True, "classes": ("picture",),
                 "width": WIDTH,
                 "margin": 4, "margin_right": 20, "spacing": 8, "truncate_label": -1,
                 "legend_at_bottom": True,
                 "legend_at_bottom_columns": 2, "legend_box_size": TYPE}, **more)


def _labels(rows):
    """pygal draws from below."""
    return [short(row.text) for row in rows[::-1]]


def _by_month(months, numbers):
    return _options(x_labels=[_name(month) for month in months], show_minor_x_labels=False,
                    x_labels_major_every=-(-len(months) // NAMES), **_scale(numbers))


def _name(month):
    return "%d/%02d" % (month.first.month, month.first.year % 100)


def _value(value, words):
    return {"value": value, "tooltip": words}


def _scale(numbers):
    """An axis from 0 to the biggest of these numbers or a little more, with round numbers beside it."""
    step = next(step for step in STEPS if step * 4 >= max(numbers))
    top = -(-max(max(numbers), 1) // step) * step
    return {"range": (0, top), "y_labels": list(range(0, top + step, step)), "value_formatter": whole}


def _drawn(chart, name):
    def strip(root):
        # Styles would reach the whole page, and no script of ours stands in a page.
        defs = root.find("defs")
        for part in [part for part in defs if part.tag in ("script", "style")]:
            defs.remove(part)
        root.find("title").text = name
        root.set("role", "img")
        return root

    chart.add_xml_filter(strip)
    return mark_safe(chart.render(is_unicode=True))
