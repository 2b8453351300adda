"""Detours and shut doors: each says what happened in our own words, and has a way on that works."""
import pytest
from playwright.sync_api import expect

from ..visitors import Visitor
from ..windows import calm_address


def back_to_the_tables(me):
    me.page.get_by_role("link", name="Back to the tables").click()
    expect(me.see("join-code")).to_be_visible()


def test_somebody_kicked_is_told_and_finds_another_table(table):
    table = table()
    table.crowd.do(table.bots[0].send("kick", player=table.number))
    expect(table.me.see("detour")).to_contain_text("The host has asked you to leave.")
    table.me.page.get_by_role("link", name="Find another table").click()
    expect(table.me.see("join-code")).to_be_visible()


def test_the_door_stays_shut_for_somebody_kicked(table):
    table = table()
    table.crowd.do(table.bots[0].send("kick", player=table.number))
    table.me.see("detour").wait_for()
    table.me.watch.allow("status of 403")
    table.me.page.reload()
    expect(table.me.page.get_by_role("heading", name="asked you to leave")).to_be_visible()
    expect(table.me.see("take-seat")).to_have_count(0)
    expect(table.me.page.get_by_role("link", name="Find another table")).to_be_visible()


def test_a_personal_link_moves_the_seat_and_tells_the_first_device(table, person):
    table = table().start()
    hand = table.me.hand
    link = table.me.personal_link
    second = person("Ann again")
    second.page.goto(link)
    expect(second.page.get_by_role("heading", name="Welcome back, Ann.")).to_be_visible()
    expect(table.me.see("black-card")).to_be_visible()  # looking alone moves nothing
    second.see("take-seat").click()
    second.wait_for("playing")
    assert second.hand == hand
    expect(table.me.see("detour")).to_contain_text("Your seat has moved to another device.")
    expect(table.me.page.get_by_role("link", name="To my rooms")).to_be_visible()


def test_a_room_that_is_not_there_has_a_way_back(person):
    me = person()
    me.watch.allow("status of 404")
    me.go("/rooms/CCCCC/")
    expect(me.page.get_by_text("or the code has one letter wrong")).to_be_visible()
    back_to_the_tables(me)


def test_a_wrong_code_stays_in_the_field_to_be_mended(person):
    me = person().go()
    me.watch.allow("status of 404")
    me.see("join-code").fill("cccc d")
    me.page.get_by_role("button", name="Join").click()
    expect(me.page.get_by_text("There is no room CCCCD.")).to_be_visible()
    expect(me.see("join-code")).to_have_value("cccc d")


def test_a_locked_door_asks_for_the_password_until_it_fits(person, site):
    me, code = person("Bo"), Visitor(site).open_room("Ann", password="pudding")
    me.watch.allow("status of 400")
    me.go("/rooms/%s/" % code)
    seat = me.page.locator("form", has=me.see("take-seat"))
    seat.get_by_label("Your name").fill("Bo")
    seat.get_by_label("Password").fill("custard")
    me.see("take-seat").click()
    expect(me.page.get_by_text("That is not the password of this room.")).to_be_visible()
    expect(seat.get_by_label("Your name")).to_have_value("Bo")
    seat.get_by_label("Password").fill("pudding")
    me.see("take-seat").click()
    me.wait_for("lobby")


def test_a_name_that_is_taken_is_refused_beside_the_field(person, site):
    me, code = person("ann"), Visitor(site).open_room("Ann")
    me.watch.allow("status of 409")
    me.go("/rooms/%s/" % code)
    me.see("my-name").fill("ann")
    me.see("take-seat").click()
    expect(me.page.get_by_text("Somebody here has that name already.")).to_be_visible()
    me.see("my-name").fill("Ann Other")
    me.see("take-seat").click()
    me.wait_for("lobby")


def test_a_form_without_its_token_is_refused_with_a_card_and_a_way_back(person):
    me = person().go()
    me.watch.allow("status of 403")
    me.page.evaluate("document.querySelectorAll('[name=csrfmiddlewaretoken]').forEach((field) => field.remove())")
    me.see("join-code").fill("CCCCC")
    me.page.get_by_role("button", name="Join").click()
    expect(me.page.get_by_text("The form was too old")).to_be_visible()
    back_to_the_tables(me)


def test_somebody_who_guesses_codes_is_slowed_down_politely(person):
    me = person(home=calm_address("198.19.0.%d", 600))
    me.watch.allow("status of (404|429)")
    for _ in range(21):
        me.go("/rooms/CCCCC/")
    expect(me.page.get_by_text("Too many tries came from here")).to_be_visible()
    back_to_the_tables(me)


def test_a_spectator_takes_a_seat_from_the_table(table, person):
    table = table().start()
    me = person("Guest").go("/rooms/%s/" % table.code)
    me.see("watch").click()
    me.wait_for("playing")
    expect(me.see("hand-card")).to_have_count(0)
    me.take_seat()
    expect(me.see("status")).to_contain_text("You are in from the next round")


def test_somebody_skipped_comes_back_with_one_button(table):
    table = table(companions=3).start()
    table.crowd.do(table.bots[0].send("skip", player=table.number))
    me = table.me
    expect(me.page.get_by_text("We went on without you.")).to_be_visible()
    me.see("back").click()
    table.crowd.do(table.bots[0].until(lambda bot: bot.table["players"][table.number]["presence"] == "here"))
    expect(me.see("back")).to_have_count(0)


def test_somebody_who_left_sits_down_again_in_the_same_seat(table):
    table = table(companions=3).start()
    me = table.me
    me.leave()
    me.page.get_by_role("link", name=table.code).click()
    expect(me.page.get_by_role("heading", name="Welcome back, Ann")).to_be_visible()
    me.see("take-seat").click()
    me.room.wait_for()
    table.crowd.do(table.bots[0].until(lambda bot: bot.table["players"][table.number]["presence"] == "here"))


@pytest.mark.parametrize("path", ["/accounts/email/", "/accounts/password/change/"])
def test_account_pages_look_like_ours(person, path):
    me = person("ann")
    me.sign_up("ann-" + path.split("/")[2])
    me.go(path)
    expect(me.page.get_by_role("link", name="Cards Against Django")).to_be_visible()
    assert not me.scrolls_sideways()
