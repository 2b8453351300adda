"""An evening with a stranger on phones: found in the list of open rooms, kept as a page, gone on with."""
from playwright.sync_api import expect

from tests.outside.browser.person import play_a_round
from tests.outside.harness.process import wait_until


def end_game(host):
    host.see("menu").click()
    host.press_twice("end-game")
    host.wait_for("game_over")
    expect(host.page.locator("dialog[open]")).to_have_count(0)


def test_a_stranger_comes_in_and_both_keep_the_evening(person, browser):
    ann, bo = person("Ann"), person("Bo")
    code = ann.open_room()
    ann.see("open-to-all").check()
    wait_until(lambda: bo.go("/rooms/open/").see("open-room").filter(has_text="Ann").count(), 60,
               lambda: "the room is not in the list")
    assert not bo.scrolls_sideways()
    bo.see("open-room").filter(has_text="Ann").get_by_test_id("come-in").click()
    bo.take_seat()
    ann.see("add-bot").click()
    ann.see("start").click()
    for someone in (ann, bo):
        someone.wait_for("playing")
    play_a_round([ann, bo])
    end_game(ann)

    bo.wait_for("game_over")
    bo.see("make-recap").click()
    address = bo.see("recap-link").get_attribute("href")
    assert not bo.scrolls_sideways()
    reader = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False).new_page()
    reader.goto(address)
    expect(reader.get_by_test_id("podium")).to_contain_text("point")
    assert code not in reader.content()
    reader.context.close()

    ann.see("go-on").click()
    ann.wait_for("lobby")
    bo.see("go-along").get_by_role("button").click()
    bo.wait_for("lobby")
    ann.page.locator(".chairs").get_by_text("Bo", exact=True).wait_for()
    assert code not in ann.page.url and ann.page.url == bo.page.url
