"""What a deck's statistics say: win rates with their uncertainty, favourites, dead cards, months,
and the page.
"""
from __future__ import absolute_import, unicode_literals  # a module of Python has the name, too

import datetime
import re
from xml.etree import ElementTree

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.compat import reverse
from decks import roles
from decks.cards.texts import fingerprint
from decks.models import BLACK, WHITE, BlackCard, CardReport, CardStatistic, Deck, DeckMonth, WhiteCard
from decks.stats import card_statistics, charts
from game.history import counting
from tests.clocks import at_most
from tests.game.people import enter
from tests.game.season import play_season
from tests.game.table import a_stored_deck

pytestmark = pytest.mark.django_db
SVG = "http://www.w3.org/2000/svg"


def a_counted_deck(**cards):
    """A deck of white cards: text=(dealt, played, won)."""
    deck = a_stored_deck(white=0)
    for position, (text, (dealt, played, won)) in enumerate(sorted(cards.items())):
        WhiteCard.objects.create(deck=deck, text=text, fingerprint=fingerprint(text), position=position)
        CardStatistic.objects.create(kind=WHITE, fingerprint=fingerprint(text), dealt=dealt, played=played,
                                     won=won,
                                     discarded=dealt - played)
    return deck


def texts(rows):
    return [row.text for row in rows]


def page(client, deck, **query):
    answer = client.get(reverse("admin:decks_deck_statistics", args=[deck.pk]), query)
    assert answer.status_code == 200
    return answer.content.decode("utf-8")


def shown(html):
    """The texts of the table's cards, in order."""
    return re.findall(r'<td class="words">(?:<a [^>]*>)?([^<]*)', html)


# ---- numbers

@pytest.mark.parametrize("won, played, low, high", [
    (0, 10, 0.0, .2775), (1, 1, .2065, 1.0), (5, 10, .2366, .7634), (50, 100, .4038, .5962),
    (10, 10, .7225, 1.0)])
def test_the_interval_is_wilsons(won, played, low, high):
    assert card_statistics.wilson(won,
                                  played) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def test_a_row_tells_what_became_of_a_card():
    deck = a_counted_deck(tea=(20, 10, 5), milk=(0, 0, 0))
    CardReport.objects.create(kind=WHITE, fingerprint=fingerprint("Tea."), text="Tea.", reason="typo",
                              reporter="1-1")
    CardReport.objects.create(kind=BLACK, fingerprint=fingerprint("tea"), text="tea", reason="typo",
                              reporter="1-1")
    milk, tea = card_statistics.rows(deck, WHITE)
    assert tea[2:8] == ("tea", 20, 10, 5, 10, 1) and (tea.rate, round(tea.low, 2)) == (.5, .24)
    assert milk[2:8] == ("milk", 0, 0, 0, 0, 0) and milk.rate is milk.low is milk.high is None


def test_cards_that_read_the_same_are_one_row():
    deck = a_counted_deck(tea=(4, 2, 1))
    WhiteCard.objects.create(deck=deck, text="Tea.", fingerprint=fingerprint("Tea."), position=9)
    assert texts(card_statistics.rows(deck, WHITE)) == ["tea"]


def test_a_black_card_wins_nothing():
    deck = a_stored_deck(white=0, black=1)
    CardStatistic.objects.create(kind=BLACK, fingerprint=BlackCard.objects.get().fingerprint, dealt=3,
                                 played=3)
    row, = card_statistics.rows(deck, BLACK)
    assert row.played == 3 and row.rate is row.low is None


def test_the_surest_favourite_comes_first():
    deck = a_counted_deck(lucky=(1, 1, 1), sure=(60, 40, 30), never=(9, 5, 0), fair=(20, 10, 5))
    assert texts(card_statistics.funniest(card_statistics.rows(deck, WHITE))) == ["sure", "fair", "lucky"]


def test_a_card_is_dead_that_had_many_chances_and_took_none():
    deck = a_counted_deck(shy=(30, 0, 0), dull=(14, 12, 0), new=(9, 0, 0), unlucky=(9, 9, 0),
                          loved=(30, 12, 1))
    assert texts(card_statistics.dead(card_statistics.rows(deck, WHITE))) == ["shy", "dull"]


@pytest.mark.parametrize("column, falling, order", [
    ("text", False, ["a", "b", "c"]), ("dealt", True, ["c", "b", "a"]), ("won", False, ["b", "c", "a"]),
    ("low", True, ["a", "b", "c"]), ("low", False, ["b", "a", "c"])])
def test_rows_sort_by_any_column_and_the_unknown_is_last(column, falling, order):
    deck = a_counted_deck(a=(5, 5, 3), b=(6, 6, 0), c=(7, 0, 0))
    assert texts(card_statistics.ordered(card_statistics.rows(deck, WHITE), column, falling)) == order


def test_months_have_no_gaps():
    deck = a_stored_deck()
    DeckMonth.objects.create(deck=deck, month=datetime.date(2025, 11, 1), games=2, played=9, won=3)
    DeckMonth.objects.create(deck=deck, month=datetime.date(2026, 1, 1), games=1, played=4, won=2)
    found = card_statistics.months(deck, datetime.date(2026, 2, 28))
    assert [month.first.month for month in found] == [11, 12, 1, 2]
    assert [month[1:] for month in found] == [(2, 9, 3), (0, 0, 0), (1, 4, 2), (0, 0, 0)]


def test_months_end_two_years_ago():
    deck = a_stored_deck()
    assert card_statistics.months(deck, datetime.date(2026, 2, 28)) == []
    DeckMonth.objects.create(deck=deck, month=datetime.date(2020, 1, 1), games=1)
    found = card_statistics.months(deck, datetime.date(2026, 2, 28))
    assert (len(found), found[0].first) == (24, datetime.date(2024, 3, 1))


# ---- pictures

def test_a_picture_has_no_script_no_style_and_asks_nobody():
    rows = card_statistics.rows(a_counted_deck(**{"<script>tea</script> & \U0001f986": (20, 10, 5)}), WHITE)
    svg = charts.favourites(rows, "Win <rates>")
    assert "<script" not in svg and "<style" not in svg and "Win &lt;rates&gt;" in svg
    assert set(re.findall(r'(?:src|href)="[^"]*', svg)) == set()


def test_the_whisker_reaches_from_end_to_end_of_the_interval():
    row, = card_statistics.rows(a_counted_deck(tea=(20, 10, 5)), WHITE)
    svg = ElementTree.fromstring(charts.favourites([row], "Rates").encode("utf-8"))
    bar = next(part for part in svg.iter("{%s}rect" % SVG) if part.get("class").startswith("rect"))
    whisker = next(part for part in svg.iter("{%s}g" % SVG) if part.get("class") == "ci")
    ends = [float(x) for x in re.findall(r"[ML]([\d.]+) ", whisker[0].get("d"))]
    assert (max(ends) - min(ends)) / float(bar.get("width")) == pytest.approx((row.high - row.low) / row.rate,
                                                                              abs=.01)


@pytest.mark.parametrize("months", [1, 24])
def test_months_are_drawn_however_few_and_quiet(months):
    found = [card_statistics.Month(datetime.date(2026, 1, 1), 0, 0, 0)] * months
    assert charts.games(found, "Games").count('class="rect') == months
    assert charts.plays(found, "Cards").count('class="dot ') == 2 * months


def test_a_long_card_is_cut_for_its_picture():
    assert charts.short("a *duck*\nwith a clipboard and a plan") == "a duck with a clipboard a\u2026"


# ---- the page

def test_the_page_of_a_season_shows_favourites_and_how_the_deck_ages(admin_client):
    deck = a_stored_deck(white=60)
    play_season(deck)
    counting.count()
    html = page(admin_client, deck)
    assert "The funniest" in html and "Nobody has played" not in html
    assert html.count("<figure>") == 2 and html.count('class="picture"') == 3
    best = card_statistics.funniest(card_statistics.rows(deck, WHITE))[0]
    assert shown(html)[0] == best.text and "%d%%" % round(100 * best.rate) in html


def test_a_deck_that_nobody_played_says_so(admin_client):
    html = page(admin_client, a_stored_deck())
    assert "Nobody has played with this deck yet" in html and "<figure>" not in html


def test_the_table_sorts_by_any_column_both_ways(admin_client):
    deck = a_counted_deck(a=(5, 5, 3), b=(6, 6, 0), c=(7, 0, 0))
    assert shown(page(admin_client, deck, o="-dealt")) == ["c", "b", "a"]
    html = page(admin_client, deck, o="dealt")
    assert shown(html) == ["a", "b", "c"] and 'aria-sort="ascending"' in html
    assert re.search(r'href="[^"]*o=-dealt', html)


@pytest.mark.parametrize("query", [
    {"o": "--low"}, {"o": "pk"}, {"o": "-"}, {"kind": "purple"}, {"page": "0"}, {"page": "9" * 30},
    {"page": "\u00b2"},
    {"page": "-1"}, {"kind": "black", "o": "won"}])
def test_an_address_that_makes_no_sense_shows_the_usual_page(admin_client, query):
    deck = a_counted_deck(a=(5, 5, 3), b=(6, 6, 0))
    html = page(admin_client, deck, **query)
    assert shown(html) == ["a", "b"] if query.get("kind") != "black" else len(shown(html)) == 12


def test_black_cards_have_a_table_of_their_own(admin_client):
    html = page(admin_client, a_stored_deck(), kind="black")
    assert len(shown(html)) == 12 and "Win rate" not in html


def test_cards_are_shown_as_they_are_typed(admin_client):
    html = page(admin_client, a_counted_deck(**{"<b>tea</b>": (20, 10, 5)}))
    assert "&lt;b&gt;tea&lt;/b&gt;" in html and "<b>tea" not in html


@pytest.mark.one_stack
def test_five_thousand_cards_are_quick_and_come_page_by_page(admin_client):
    deck = a_stored_deck(white=5000, black=1000)
    CardStatistic.objects.bulk_create([
        CardStatistic(kind=WHITE, fingerprint=mark, dealt=number % 50, played=number % 50 // 2,
                      won=number % 50 // 5)
        for number, mark in enumerate(deck.white_cards.values_list("fingerprint", flat=True))])
    page(admin_client, deck)
    with CaptureQueriesContext(connection) as captured, at_most(1):
        html = page(admin_client, deck, o="-dealt", page=2)
    assert len(captured) <= 20 and len(shown(html)) == 100 and "page=50" in html


def test_a_page_that_is_not_there_is_the_last(admin_client):
    assert len(shown(page(admin_client, a_stored_deck(white=250), page=99))) == 50


@pytest.mark.parametrize("group, status", [
    (roles.DECK_EDITOR, 200), (roles.DECK_REVIEWER, 200), (roles.HOST_SUPPORT, 403)])
def test_who_looks_after_decks_may_look(client, group, status):
    user = get_user_model().objects.create_user("ann", password="walnut-pudding-7")
    user.is_staff = True
    user.save()
    user.groups.add(Group.objects.get(name=group))
    enter(client, user)
    answer = client.get(reverse("admin:decks_deck_statistics", args=[a_stored_deck().pk]))
    assert answer.status_code == status


def test_a_deck_that_is_not_there_is_not_found(admin_client):
    assert admin_client.get(reverse("admin:decks_deck_statistics", args=[99])).status_code == 404


def test_the_list_of_decks_leads_there(admin_client):
    deck = a_stored_deck()
    Deck.objects.update(plays=7)
    html = admin_client.get(reverse("admin:decks_deck_changelist")).content.decode("utf-8")
    assert '<a href="%s">7</a>' % reverse("admin:decks_deck_statistics", args=[deck.pk]) in html
