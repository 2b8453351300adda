"""The language of pages: guessed, chosen on any page, kept by the browser and by the account."""
from __future__ import unicode_literals

import re

import pytest
from django.conf import settings
from django.utils import translation

from accounts import profiles
from common.compat import CLASSIC, reverse
from game.rooms import services
from tests.game.pages import path_of, text_of
from tests.game.people import an_account

pytestmark = pytest.mark.django_db
HTML = {"HTTP_ACCEPT": "text/html,*/*;q=0.8"}


def opening(client, path="/", **headers):
    """The <html> element of a page."""
    return re.search("<html[^>]*>", text_of(client.get(path, **headers))).group(0)


def choose(client, language, **fields):
    return client.post(reverse("language"), dict(fields, language=language))


def signed_in(client):
    user = an_account(email="ann@example.org")
    client.login(username="ann", password="walnut-pudding-7")
    return user


def test_a_page_speaks_english_unless_it_is_asked(client):
    assert opening(client) == '<html lang="en" dir="ltr">'


def test_a_browser_gets_the_language_it_asks_for(client):
    response = client.get("/", HTTP_ACCEPT_LANGUAGE="de-AT,de;q=0.9")
    assert '<html lang="de" dir="ltr">' in text_of(response)
    assert response["Content-Language"] == "de" and "Accept-Language" in response["Vary"]


def test_hebrew_runs_from_right_to_left(client):
    assert opening(client, HTTP_ACCEPT_LANGUAGE="he") == '<html lang="he" dir="rtl">'


def test_one_tap_chooses_and_leads_back(client):
    answer = choose(client, "pl", next="/decks/?q=tea")
    assert path_of(answer) == "/decks/?q=tea" and client.cookies["language"].value == "pl"
    assert opening(client, HTTP_ACCEPT_LANGUAGE="de") == '<html lang="pl" dir="ltr">'


def test_the_browser_keeps_it_for_a_year(client):
    cookie = choose(client, "fr").cookies["language"]
    assert int(cookie["max-age"]) == 365 * 24 * 3600 and cookie["path"] == "/"
    assert CLASSIC or cookie["samesite"] == "Lax"


@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:1",
                                     "evil", "", "\r\n/"])
def test_it_leads_to_no_other_site(client, address):
    assert path_of(choose(client, "de", next=address)) == reverse("game:home")


@pytest.mark.parametrize("language", ["", "tlh", "de\x00", "x" * 9000])
def test_a_language_that_is_not_ours_is_refused(client, language):
    answer = choose(client, language)
    assert answer.status_code == 400 and "language" not in answer.cookies


@pytest.mark.parametrize("cookie", ["tlh", "..", "x" * 4000, "de;fr"])
def test_a_broken_cookie_is_as_none(client, cookie):
    client.cookies["language"] = cookie
    assert opening(client, HTTP_ACCEPT_LANGUAGE="es") == '<html lang="es" dir="ltr">'


def test_an_account_keeps_it_for_a_new_device(client):
    user = signed_in(client)
    choose(client, "pl")
    user.refresh_from_db()
    assert profiles.spoken_by(user) == "pl"
    del client.cookies["language"]
    assert opening(client, **HTML) == '<html lang="pl" dir="ltr">'
    assert client.cookies["language"].value == "pl"


def test_what_the_device_keeps_comes_before_the_account(client):
    profiles.keep_spoken(signed_in(client), "pl")
    client.cookies["language"] = "fr"
    assert opening(client, **HTML) == '<html lang="fr" dir="ltr">'


def test_letters_follow_the_pages_until_theirs_is_chosen(client):
    user = signed_in(client)
    profiles.keep_spoken(user, "pl")
    assert profiles.language_of(user) == "pl"
    profiles.change(user, "Ann", "es")
    user = type(user).objects.get()
    assert (profiles.language_of(user), profiles.spoken_by(user)) == ("es", "pl")


def test_the_menu_stands_at_the_foot_of_each_page(client):
    for path in (reverse("game:home"), reverse("decks:shelf"), "/accounts/login/", "/nowhere/at/all/"):
        page = text_of(client.get(path))
        assert re.findall(r'<button name="language" value="(\w+)"', page) == \
            [language for language, _ in settings.LANGUAGES], path
        assert '<input type="hidden" name="next" value="%s">' % path in page


def test_the_chosen_one_is_marked(client):
    page = text_of(client.get("/", HTTP_ACCEPT_LANGUAGE="es"))
    assert re.findall(r'value="(\w+)" lang="\w+" dir="auto" aria-current', page) == ["es"]


def test_no_secret_address_is_written_into_its_page(client):
    key = services.open_room("Ann", None).key
    page = text_of(client.get(reverse("game:seat", args=[key])))
    form = re.search('<form class="languages".*?</form>', page, re.DOTALL).group(0)
    assert key not in form and 'name="next"' not in form and "data-here" in form


def test_a_room_leads_to_a_page_with_all_languages(client):
    page = text_of(client.get(reverse("language"), {"next": "/QQQQ/"}))
    assert page.count('<button name="language"') == len(settings.LANGUAGES)
    assert '<input type="hidden" name="next" value="/QQQQ/">' in page and '<a href="/QQQQ/">' in page


def test_the_admin_speaks_english(client):
    assert client.get("/admin/login/", HTTP_ACCEPT_LANGUAGE="de")["Content-Language"] == "en"


def test_a_request_leaves_no_language_to_the_next(client):
    client.get("/", HTTP_ACCEPT_LANGUAGE="de")
    assert translation.get_language() == "en"
