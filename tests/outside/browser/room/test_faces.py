"""A face and a colour are chosen with one tap, at the door and in the room, and come along to the next room."""
import re

from playwright.sync_api import expect


def drawn(face):
    return re.compile(r"faces.*\.svg#f%d$" % face)


def chair(page, name):
    return page.locator(".chair", has_text=name)


def door(someone, code):
    someone.go("/rooms/%s/" % code)
    return someone.see("look")


def test_the_door_offers_another_face_and_a_grid_of_all(person):
    ann, bob = person("Ann"), person("Bob")
    code = ann.open_room()
    field = door(bob, code)
    before = field.locator("[data-now] use").get_attribute("href")
    bob.see("another-face").click()
    expect(field.locator("[data-now] use")).not_to_have_attribute("href", before)
    field.locator("summary").click()
    field.get_by_label("Ghost").check()
    field.get_by_label("Sky").check()
    expect(field.locator("[data-now] use")).to_have_attribute("href", drawn(14))
    bob.take_seat()
    expect(chair(ann.page, "Bob").locator("use")).to_have_attribute("href", drawn(14))
    expect(chair(ann.page, "Bob").locator(".drawn")).to_have_class("drawn drawn-7")


def test_one_tap_in_the_room_changes_the_face_for_everybody_and_for_the_next_room(person):
    ann, bob = person("Ann"), person("Bob")
    bob.join(ann.open_room())
    bob.see("my-look").click()
    bob.see("faces").get_by_label("Crab").click()
    expect(chair(ann.page, "Bob").locator("use")).to_have_attribute("href", drawn(24))
    expect(bob.see("faces").get_by_label("Crab")).to_have_attribute("aria-pressed", "true")
    field = door(bob, person("Cleo").open_room())
    expect(field.locator("[data-now] use")).to_have_attribute("href", drawn(24))
