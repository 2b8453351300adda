"""Coming back without a key, being let in again, other names, and the line of a full room."""
import pytest
from playwright.sync_api import expect

from ...harness.server import Server


@pytest.fixture(scope="module")
def small(tmp_path_factory, var_template):
    """A server whose rooms have three seats."""
    server = Server(tmp_path_factory.mktemp("small"), {"SEATS_PER_ROOM": "3"}, var_template=var_template, behind_proxy=True)
    yield server.start()
    server.stop()


def goes_away(someone):
    """Their page is closed, and the others see it."""
    someone.page.goto("about:blank")


def comes_without_key(person, code, name="Sam"):
    """The same person on another device, with the same name."""
    back = person(name)
    back.watch.allow("status of 409")  # the name is taken
    back.go("/rooms/%s/" % code)
    back.see("my-name").fill(name)
    back.see("take-seat").click()
    return back


def asks_for_the_seat(person):
    """(host, Sam's first device, the one that asks the host for Sam's seat, the room's code)"""
    ann, sam = person("Ann"), person("Sam")
    code = ann.open_room()
    sam.join(code)
    goes_away(sam)
    expect(ann.page.locator(".chair.gone", has_text="Sam")).to_be_visible()
    back = comes_without_key(person, code)
    back.see("ask").click()
    return ann, sam, back, code


def test_the_host_gives_a_seat_back(person):
    ann, sam, back, code = asks_for_the_seat(person)
    expect(back.see("waits")).to_contain_text("Asking Ann")
    expect(ann.see("asks")).to_contain_text("Sam wants their seat back")
    ann.see("ask-yes").click()
    expect(back.page.locator(".chair", has_text="Sam")).to_contain_text("you")
    expect(ann.page.locator(".chair:not(.empty)")).to_have_count(2)
    sam.go("/rooms/%s/" % code)
    expect(sam.see("my-name")).to_be_visible()


def test_a_no_is_told_kindly_and_another_name_is_taken(person):
    ann, _, back, _ = asks_for_the_seat(person)
    ann.see("ask-no").click()
    expect(back.see("answer")).to_contain_text("Not this time")
    back.see("my-name").fill("Samuel")
    back.see("take-seat").click()
    expect(ann.page.locator(".chair", has_text="Samuel")).to_be_visible()


def test_a_new_name_is_seen_by_all_and_a_taken_one_refused(person):
    ann, bob = person("Ann"), person("Bob")
    bob.join(ann.open_room())
    bob.see("menu").click()
    bob.see("change-name").click()
    bob.see("new-name").fill("ann")
    bob.see("keep-name").click()
    expect(bob.told("has that name already")).to_be_visible()
    bob.see("new-name").fill("Rob")
    bob.see("keep-name").click()
    expect(ann.page.locator(".chair", has_text="Rob")).to_be_visible()
    expect(ann.told("Bob is Rob now")).to_be_visible()


def test_the_host_lets_somebody_in_again(person):
    ann, bob = person("Ann"), person("Bob")
    bob.join(ann.open_room())
    ann.see("menu").click()
    ann.press_twice("kick")
    expect(bob.see("detour")).to_contain_text("talk to the host")
    ann.see("let-in").click()
    expect(ann.told("Bob may come in again")).to_be_visible()
    bob.see("again").click()
    bob.see("take-seat").click()
    expect(bob.page.locator(".chair", has_text="Bob")).to_contain_text("you")


def test_the_first_in_line_gets_the_seat_that_somebody_leaves(person, small):
    ann, bob, cat, dan = (person(name, site=small.url) for name in ("Ann", "Bob", "Cat", "Dan"))
    code = ann.open_room()
    for someone in (bob, cat):
        someone.join(code)
    dan.go("/rooms/%s/" % code)
    dan.see("wait").click()
    expect(dan.see("in-line")).to_contain_text("first in line")
    cat.leave()
    expect(dan.see("offer")).to_contain_text("A seat is free")
    dan.see("my-name").fill("Dan")
    dan.see("take-seat").click()
    expect(ann.page.locator(".chair", has_text="Dan")).to_be_visible()
