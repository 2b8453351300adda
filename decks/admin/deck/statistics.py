"""The statistics of one deck as pictures and as a table that sorts by any column. Reads only.

Address: ?kind=white&o=-low&page=2, where o is a column of `card_statistics`, with a minus for the biggest
first.
"""
from __future__ import unicode_literals

from collections import namedtuple

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from common.compat import reverse
from decks.models import BLACK, WHITE, Deck
from decks.stats import card_statistics, charts

ROWS, SHOWN = 100, 8
DASH = "\u2013"
TITLES = {
    "text": ("Card", "in the order of letters"),
    "dealt": ("Dealt", "how often it was in a hand until it was played or its game ended"),
    "played": ("Played", "how often it lay on the table in a round that was judged"),
    "won": ("Won", "how often it was in the play that won"),
    "discarded": ("Went back", "how often its game ended while it was in a hand"),
    "reported": ("Reported", "how many players reported it, settled reports too"),
    "rate": ("Win rate", "won of played"),
    "low": ("Sure of", "the win rate will be in this range in the long run (95\u00a0% sure); sorted by its "
                       "lower end"),
}
COLUMNS = {WHITE: card_statistics.COLUMNS, BLACK: ("text", "played", "reported")}
FIRST = {WHITE: "-low", BLACK: "-played"}
FUNNIEST = ("The range is where the win rate will be in the long run (95\u00a0% sure); the surest favourites "
            "come first.")
AGES = "Games begun with this deck each month, and how often its white cards were played and won in them."
DEAD = "Dealt %d times and never played, or played %d times and never won." % (card_statistics.OFTEN,
                                                                               card_statistics.OFTEN)

Picture = namedtuple("Picture", "title words svgs")
# `here` says how the table is sorted by it ("ascending", "descending" or ""); `order` sorts by it as one
# mostly wants.
Column = namedtuple("Column", "title words here order link")


def show_statistics(model_admin, request, pk):
    """The page for whoever may see the deck in the admin."""
    deck = get_object_or_404(Deck, pk=pk)
    if not request.user.has_perm("decks.view_cardstatistic"):
        raise PermissionDenied
    kind = BLACK if request.GET.get("kind") == BLACK else WHITE
    order = _order(request.GET.get("o", ""), kind)
    rows = {name: card_statistics.rows(deck, name) for name in (WHITE, kind)}
    page = _page(card_statistics.ordered(rows[kind], order.lstrip("-"), order.startswith("-")),
                 request.GET.get("page", ""))
    return render(request, "admin/decks/deck/statistics.html", dict(
        model_admin.admin_site.each_context(request), title="Statistics of %s" % deck, opts=Deck._meta,
        deck=deck,
        kind=kind, may_change=model_admin.may_write(request, deck), is_nav_sidebar_enabled=False,
        pictures=_pictures(deck, rows[WHITE]), page=page, rows=[(row, _cells(row)) for row in page],
        columns=list(_columns(deck, kind, order)),
        tabs=[(name, _address(deck, name, FIRST[name])) for name in (WHITE, BLACK)],
        pages=[(number, _address(deck, kind, order, number)) for number in _near(page)]))


def _pictures(deck, rows):
    found = []
    favourites, idle = card_statistics.funniest(rows)[:SHOWN], card_statistics.dead(rows)[:SHOWN]
    months = card_statistics.months(deck, timezone.now().date())
    if favourites:
        found.append(Picture("The funniest", FUNNIEST,
                             [charts.favourites(favourites, "Win rates of the funniest cards")]))
    if idle:
        found.append(Picture("Dead cards", DEAD, [charts.idle(idle, "How often dead cards were dealt")]))
    if months:
        found.append(Picture("How it ages", AGES, [
            charts.games(months, "Games begun each month"),
            charts.plays(months, "White cards played and won each month")]))
    return found


def _cells(row):
    """[(column's title, what its cell shows, whether that is nothing)] behind the text."""
    cells = []
    for name in COLUMNS[row.kind][1:]:
        value = getattr(row, name)
        if name == "low":
            shown = DASH if value is None else "%s to %s" % (charts.percent(value), charts.percent(row.high))
        elif name == "rate":
            shown = DASH if value is None else charts.percent(value)
        else:
            shown = value or DASH
        cells.append((TITLES[name][0], shown, shown == DASH))
    return cells


def _order(wanted, kind):
    """A column with or without a minus; the usual one for whatever is no column."""
    return wanted if wanted.lstrip("-") in COLUMNS[kind] and not wanted.startswith("--") else FIRST[kind]


def _columns(deck, kind, order):
    for name in COLUMNS[kind]:
        title, words = TITLES[name]
        usual, unusual = (name, "-" + name) if name == "text" else ("-" + name, name)
        here = {name: "ascending", "-" + name: "descending"}.get(order, "")
        yield Column(title, words, here, usual, _address(deck, kind, unusual if order == usual else usual))


def _address(deck, kind, order, number=1):
    query = QueryDict(mutable=True)
    query["kind"], query["o"] = kind, order
    if number > 1:
        query["page"] = number
    return "%s?%s" % (reverse("admin:decks_deck_statistics", args=[deck.pk]), query.urlencode())


def _page(rows, number):
    paginator = Paginator(rows, ROWS)
    try:
        wanted = int(number)
    except ValueError:
        wanted = 1
    return paginator.page(min(max(wanted, 1), paginator.num_pages))


def _near(page):
    """The numbers of the pages to link: the first, the last, and those around this one."""
    last = page.paginator.num_pages
    return [number for number in range(1, last + 1) if number in (1, last) or abs(number - page.number) <= 3]
