"""The story of a deck: brought in by an editor, mended, published, played with, reported,
and a card of it hidden.
"""
import json
import subprocess

import pytest
from playwright.sync_api import expect

from tests.outside.browser.person import play_a_round
from tests.outside.harness.browser import LAPTOP, PHONE
from tests.outside.harness.server import PROJECT, PYTHON, SCRIPTS

PASSWORD = "walnut-pudding-7"
TEAPOTS = {
    "white": ["teapot number %d" % number for number in range(1, 61)] + ["x" * 501],
    "black": [{"text": "Grandpa keeps _ in drawer %d." % number, "pick": 1} for number in range(1, 13)],
    "packs": [{"name": "Teapots", "white": list(range(61)), "black": list(range(12))}],
}


@pytest.fixture
def site(new_server):
    """A server with an editor, who may publish too, and a reviewer."""
    server = new_server()
    made = subprocess.run([PYTHON, str(SCRIPTS / "staff.py"), PASSWORD,
                           "edith=Deck editor,Deck reviewer", "rita=Deck reviewer"], cwd=PROJECT,
                          env=server.env, timeout=60)
    assert made.returncode == 0
    return server.url


def sign_in(someone, then):
    someone.go("/accounts/login/?next=" + then)
    someone.page.fill("main [name=login]", someone.name.lower())
    someone.page.fill("main [name=password]", PASSWORD)
    someone.page.get_by_role("button", name="Sign in", exact=True).click()
    someone.page.wait_for_url(someone.site + then)


def bring_in(editor, file):
    """Import a file through the dry run; the row that cannot be used is named before anything is stored."""
    editor.page.get_by_role("link", name="Import").first.click()
    editor.see("upload").set_input_files(str(file))
    editor.see("look").click()
    expect(editor.page.get_by_text("it has 501 characters, the limit is 500").first).to_be_visible()
    editor.see("store").click()
    expect(editor.see("import-result")).to_contain_text("new, 72 cards")


def mend_first_white_card(editor, text):
    editor.go("/admin/decks/deck/?q=Teapots")
    editor.page.locator("#result_list tbody th a").first.click()
    editor.page.get_by_role("link", name="White cards: 60").click()
    editor.page.locator("textarea").first.fill(text)
    editor.page.get_by_role("button", name="Save this page").first.click()
    expect(editor.page.locator("textarea").first).to_have_value(text)


def publish(editor):
    editor.go("/admin/decks/deck/?q=Teapots")
    editor.page.locator("#result_list tbody th a").first.click()
    editor.page.get_by_role("button", name="Publish", exact=True).click()
    expect(editor.page.get_by_text("is published").first).to_be_visible()


def choose_only(host, deck):
    host.see("choose-decks").click()
    host.page.locator("[data-testid=deck-option][aria-pressed=true]").click()
    host.page.get_by_role("searchbox").fill(deck)
    host.see("deck-option").click()
    expect(host.see("deck-option")).to_have_attribute("aria-pressed", "true")
    host.see("decks-done").click()


def report_first_card(player):
    text = player.hand[0]
    player.page.locator(".hand li").first.get_by_test_id("more").click()
    player.page.locator("[data-reason=typo]").click()
    expect(player.told("Thank you. Somebody will look at it.")).to_be_visible()
    return text


def hide_reported(reviewer, text):
    expect(reviewer.page.get_by_text(text).first).to_be_visible()
    reviewer.page.get_by_role("button", name="Hide everywhere").first.click()
    reviewer.page.get_by_role("button", name="Hide 1 card everywhere").click()
    expect(reviewer.page.get_by_text("hidden everywhere").first).to_be_visible()


def test_a_deck_is_brought_in_mended_published_played_and_one_card_hidden(person, site, tmp_path):
    file = tmp_path / "teapots.json"
    file.write_text(json.dumps(TEAPOTS))
    editor = person("Edith", LAPTOP, site=site)
    sign_in(editor, "/admin/decks/deck/")
    bring_in(editor, file)
    mend_first_white_card(editor, "a teapot that whistles Mozart")
    publish(editor)

    people = [person(name, PHONE, site=site) for name in ("Ann", "Bob", "Cat")]
    code = people[0].open_room()
    for someone in people[1:]:
        someone.join(code)
    choose_only(people[0], "Teapots")
    people[0].see("start").click()
    for someone in people:
        someone.wait_for("playing", round=1)
    reporter = next(someone for someone in people if not someone.judges)
    text = report_first_card(reporter)
    play_a_round(people)

    reviewer = person("Rita", LAPTOP, site=site)
    sign_in(reviewer, "/admin/decks/review/")
    hide_reported(reviewer, text)
