"""Making a deck on a phone: write, paste, tap blanks, put in order, take back, publish;
and a card that somebody proposes.
"""
import re

from playwright.sync_api import expect

from tests.outside.browser.accounts.test_profile import SMALL, a_name
from tests.outside.browser.pictures import picture

from .deck_builder import BLACK, WHITE, begin_by_hand


def test_a_deck_is_made_on_a_phone_from_the_first_word_to_the_review(builder):
    ann = builder(begin=begin_by_hand)
    ann.write("What we found behind the sofa was a duck", add=False)
    ann.tap("duck")
    ann.tap("a")
    expect(ann.see("text-new")).to_have_value("What we found behind the sofa was _")
    ann.see("writing").locator(".word.blank").tap()
    expect(ann.see("text-new")).to_have_value("What we found behind the sofa was a duck")
    ann.tap("duck")
    ann.see("add").click()
    ann.write("\n".join(BLACK + WHITE)).side("black").saved()
    ann.shows("What we found behind the sofa was a _", *BLACK)
    ann.open(2)
    picture(ann.me, "builder")
    ann.see("done").click()
    assert not ann.me.scrolls_sideways()
    ann.see("state").click()
    ann.see("ask").click()
    expect(ann.see("withdraw")).to_be_visible()
    ann.see("close-panel").click()
    ann.me.go("/decks/mine/")
    expect(ann.see("my-deck")).to_contain_text("In review")
    expect(ann.see("my-deck")).to_contain_text("6 black, 12 white")


def test_a_card_is_changed_in_its_place_and_saves_itself(builder):
    ann = builder()
    ann.write("tea\nsoup\na duck").side("white").open(1)
    ann.see("text-card").fill("cold soup")
    ann.saved()
    ann.page.reload()
    ann.side("white").shows("tea", "cold soup", "a duck").open(0)
    ann.tap("tea")
    ann.see("done").click()
    expect(ann.see("tab-black")).to_have_attribute("aria-pressed", "true")
    ann.shows("_").saved().side("white").shows("cold soup", "a duck")


def test_cards_are_put_in_order_by_dragging_by_buttons_and_by_keys(builder):
    ann = builder()
    ann.write("_ one\n_ two\n_ three").side("black").shows("_ one", "_ two", "_ three")
    ann.drag(2, 0)
    ann.shows("_ three", "_ one", "_ two").open(0)
    ann.see("down").click()
    ann.see("done").click()
    ann.shows("_ one", "_ three", "_ two")
    ann.see("handle").nth(2).focus()
    ann.page.keyboard.press("ArrowUp")
    ann.shows("_ one", "_ two", "_ three").saved()
    ann.page.reload()
    ann.shows("_ one", "_ two", "_ three")


def test_everything_is_taken_back_and_done_again(builder):
    ann = builder()
    ann.write("tea\nsoup").side("white").saved().open(0)
    ann.see("delete-card").click()
    ann.shows("soup").see("toast-undo").click()
    ann.shows("tea", "soup")
    ann.see("redo").click()
    ann.shows("soup")
    ann.see("undo").click()
    ann.shows("tea", "soup")
    ann.see("undo").click()
    expect(ann.page.get_by_text("No white cards yet.")).to_be_visible()
    expect(ann.see("undo")).to_be_disabled()


def test_lines_that_are_refused_come_back_with_their_reasons(builder):
    ann = builder()
    ann.side("white").write("tea").side("white")
    ann.see("compose").click()
    ann.see("text-new").fill("Tea.\ncake\nCAKE")
    ann.see("add").click()
    expect(ann.see("text-new")).to_have_value("Tea.\nCAKE")
    expect(ann.see("composer")).to_contain_text("the deck has it already")
    expect(ann.see("composer")).to_contain_text("it stands here twice")


def test_a_panel_shows_what_it_says_and_whether_it_is_saved(builder):
    ann = builder()
    ann.side("white").write("tea").side("black").saved().see("state").click()
    ann.see("share").click()
    ann.me.copies(ann.page.get_by_role("button", name="Copy code").click)
    ann.me.comes_in_sight(ann.me.told("Code copied."))
    ann.see("close-panel").click()
    ann.see("deck-menu").click()
    ann.see("open-facts").click()
    ann.me.watch.allow("ERR_INTERNET_DISCONNECTED")
    ann.page.context.set_offline(True)
    ann.page.get_by_label("Author").fill("Ann Smith")
    ann.page.get_by_label("Author").blur()
    expect(ann.see("facts-saved")).to_contain_text("1 kept")
    ann.page.context.set_offline(False)
    expect(ann.see("facts-saved")).to_contain_text("Saved")


def test_a_search_says_on_which_side_it_found_what(builder):
    ann = builder()
    ann.write("A goat ate _.\n_ and a duck\nsoup\ntwo goats\na goat").side("black").saved()
    ann.see("search").click()
    ann.see("search-field").fill("goat")
    expect(ann.see("tab-black")).to_have_text(re.compile(r"Black\s*1"))
    expect(ann.see("tab-white")).to_have_text(re.compile(r"White\s*2"))
    ann.see("search").click()
    expect(ann.see("tab-white")).to_have_text(re.compile(r"White\s*3"))


def test_a_friend_proposes_a_card_and_the_owner_takes_it(builder, person):
    ann = builder()
    ann.side("white").write("tea").side("black").saved().see("state").click()
    ann.see("share").click()
    code = ann.see("share-code").inner_text().replace(" ", "")
    ann.see("close-panel").click()
    bob = person("Bob")
    bob.sign_up(a_name(), "/decks/code/%s/" % code)
    bob.page.get_by_role("link", name="Propose a card").click()
    bob.page.fill("#proposal textarea", "Why is there a duck?")
    bob.page.locator("#preview .word", has_text="duck").tap()
    expect(bob.page.locator("#preview .card.black")).to_be_visible()
    bob.see("propose").click()
    expect(bob.page.get_by_text("Thank you!")).to_be_visible()
    ann.page.reload()
    ann.see("tab-proposed").click()
    ann.page.set_viewport_size(SMALL["viewport"])
    assert len({button.bounding_box()["y"] for button in ann.page.locator(".tabs button").all()}) == 1
    assert ann.page.locator(".tab").evaluate_all(
        "tabs => tabs.every((tab) => tab.scrollWidth <= tab.clientWidth)")
    assert not ann.me.scrolls_sideways()
    ann.see("accept").click()
    expect(ann.see("proposal")).to_have_count(0)
    ann.see("tab-black").click()
    ann.shows("Why is there a _?")
