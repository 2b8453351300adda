"""Invitations from end to end: an account, a confirmed address, a room, two letters,
and a round with those who came.
"""
from playwright.sync_api import expect

from tests.outside.browser.person import play_a_round
from tests.outside.browser.pictures import picture
from tests.outside.harness.browser import LAPTOP, PHONE


def confirm(host, post):
    """Follow the mailed link."""
    host.page.goto(post.link("%s@example.org" % host.name.lower(), "/confirm-email/"))
    host.page.locator("main form button.primary").first.click()
    host.page.wait_for_url(lambda url: "/confirm-email/" not in url)


def invite(host, text, note):
    host.see("invite").click()
    host.see("addresses").fill(text)
    host.page.get_by_text("A few words").first.click()
    host.see("note").fill(note)
    host.see("send-letters").click()
    expect(host.see("guest")).to_have_count(2)
    expect(host.see("addresses")).to_have_value("")


def come_by_letter(person, name, post):
    friend = person(name, PHONE, site=post.url)
    friend.page.goto(post.link("%s@example.org" % name.lower(), "/invites/accept/"))
    return friend


def party(person, post, status="sent"):
    """Ann signs up, opens a room and invites Bob and Cleo, who come by their letters; they play a round. `status` is
    what becomes of letters on this site.
    """
    ann = person("Ann", PHONE, site=post.url, color_scheme="dark")
    ann.sign_up("ann", email="ann@example.org")
    confirm(ann, post)
    ann.open_room()
    invite(ann, "Bob <bob@example.org>, cleo@example.org", "Bring biscuits!")
    expect(ann.page.locator("[data-testid=guest][data-status=%s]" % status)).to_have_count(2)
    bob, cleo = [come_by_letter(person, name, post) for name in ("Bob", "Cleo")]
    expect(bob.page.get_by_text("Bring biscuits!")).to_be_visible()
    expect(bob.see("my-name")).to_have_value("Bob")
    expect(ann.page.locator("[data-testid=guest][data-status=opened]")).to_have_count(2)
    bob.take_seat()
    ann.see("guest").last.scroll_into_view_if_needed()
    picture(ann, "invite")
    cleo.take_seat()
    expect(ann.page.locator("[data-testid=guest][data-status=joined]")).to_have_count(2)
    ann.page.keyboard.press("Escape")
    ann.see("start").click()
    people = [ann, bob, cleo]
    for someone in people:
        someone.wait_for("playing", round=1)
    play_a_round(people).has_points(1)
    return people


def test_friends_come_by_letter_and_play(person, processes):
    party(person, processes)
    assert processes.mailbox.tally(["bob@example.org", "cleo@example.org"]) == (2, 0, 0)


def test_in_one_process_letters_lie_in_a_folder_and_on_a_page(person, one_process):
    ann = party(person, one_process, "kept")[0]
    assert one_process.mailbox.tally(["bob@example.org", "cleo@example.org"]) == (2, 0, 0)
    ann.page.set_viewport_size(LAPTOP["viewport"])
    ann.go("/letters/")
    expect(ann.page.get_by_text("bob@example.org").first).to_be_visible()
    assert not ann.scrolls_sideways()
