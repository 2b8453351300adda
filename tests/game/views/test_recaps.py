"""The page of a recap, its link at the table, and its pictures."""
from __future__ import unicode_literals

import pytest
from django.test import Client

from common.compat import json_dumps
from common.web.secret_paths import cut
from game.models import Recap
from game.recap import links, pictures
from tests.game.pages import address, come_in, json_of, sit, text_of
from tests.game.recap.nights import an_evening

pytestmark = pytest.mark.django_db
needs_a_font = pytest.mark.skipif(not pictures.can_draw(), reason="no font on this machine")


@pytest.fixture
def table():
    return an_evening(2)


@pytest.fixture
def recap(table):
    return links.make(table.player("bob"))


def ask(client, table, **wanted):
    return client.post(address("make_recap", table.room.code), json_dumps(wanted), content_type="application/json")


def read(recap, client=None):
    return (client or Client()).get(recap.get_absolute_url())


def test_a_player_gets_the_whole_address(client, table):
    sit(client, table.player("bob"))
    told = json_of(ask(client, table, game=1))
    assert told["url"].startswith("http") and Recap.objects.get().get_absolute_url() in told["url"]


@pytest.mark.parametrize("game", [2, 0, -1, "1", True, 10 ** 15])
def test_there_is_nothing_of_other_games(client, table, game):
    sit(client, table.player("bob"))
    assert ask(client, table, game=game).status_code == 404


def test_spectators_make_none(client, table):
    come_in(client, table.room)
    assert ask(client, table).status_code == 404 and not Recap.objects.exists()


def test_anybody_reads_it_without_a_session(recap):
    client = Client()
    page = read(recap, client)
    assert page.status_code == 200 and "Ann" in text_of(page) and "Tea answer" in text_of(page)
    assert "sessionid" not in client.cookies


def test_the_room_stays_among_friends(table, recap):
    assert table.room.code not in text_of(read(recap))


def test_search_engines_and_other_sites_learn_nothing(recap):
    page = read(recap)
    assert "noindex" in page["X-Robots-Tag"] and page["Referrer-Policy"] == "strict-origin"
    assert "no-store" in page["Cache-Control"]


def test_logs_do_not_hold_the_key(recap):
    assert recap.key not in cut("GET %sround-1.png" % recap.get_absolute_url())


def test_an_unknown_link_has_a_kind_page(client):
    page = client.get(address("recap", "a" * 32))
    assert page.status_code == 404 and "new one" in text_of(page)


def test_the_table_sees_the_way_back(client, table, recap):
    sit(client, table.player("cat"))
    page = text_of(read(recap, client))
    assert table.room.get_absolute_url() in page and "withdraw" not in page


def test_who_made_it_withdraws_it(client, table, recap):
    sit(client, table.player("bob"))
    assert 'data-testid="withdraw"' in text_of(read(recap, client))
    client.post(address("withdraw_recap", recap.key))
    assert read(recap).status_code == 404


def test_strangers_withdraw_nothing(client, recap):
    assert client.post(address("withdraw_recap", recap.key)).status_code == 404
    assert read(recap).status_code == 200


def test_names_are_text_alone(client, table, recap):
    table.act("bob", "change_name", {"name": "<b>Bo</b>"})
    assert "<b>Bo</b>" not in text_of(read(recap))


def test_the_points_are_drawn_and_told(recap):
    page = text_of(read(recap))
    assert '<svg class="chart"' in page and "<th scope=\"row\">2</th>" in page


def test_links_are_previewed_with_who_has_won(recap):
    page = text_of(read(recap))
    assert 'property="og:title"' in page and 'name="twitter:card"' in page


@needs_a_font
def test_the_preview_has_the_picture_at_the_sites_address(settings, recap):
    settings.SITE_DOMAIN = "cards.example.org"
    page = text_of(Client().get(recap.get_absolute_url(), HTTP_HOST="testserver"))
    assert 'og:image" content="http://cards.example.org%sround-' % recap.get_absolute_url() in page


@needs_a_font
def test_a_sentence_comes_as_a_picture(recap):
    picture = Client().get(address("recap_picture", recap.key, 1))
    assert picture["Content-Type"] == "image/png" and picture.content.startswith(b"\x89PNG")


@needs_a_font
def test_a_picture_of_no_round_is_not_there(recap):
    assert Client().get(address("recap_picture", recap.key, 99)).status_code == 404


@needs_a_font
def test_too_many_at_once_come_back_later(monkeypatch, recap):
    monkeypatch.setattr(pictures, "PATIENCE_SECONDS", 0)
    monkeypatch.setattr(pictures, "_slots", pictures.threading.Semaphore(0))
    pictures._drawn.clear()
    assert Client().get(address("recap_picture", recap.key, 1)).status_code == 503


def test_a_site_without_fonts_says_so(monkeypatch, recap):
    monkeypatch.setattr(pictures.fonts, "available", lambda: False)
    page = text_of(read(recap))
    assert 'data-testid="no-pictures"' in page and "og:image" not in page
    assert Client().get(address("recap_picture", recap.key, 1)).status_code == 404
