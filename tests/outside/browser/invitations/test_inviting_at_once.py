"""A host without an account invites: friends, the own address, six digits, and the letters go."""
import re

import pytest
from playwright.sync_api import expect

from tests.outside.harness.browser import PHONE
from tests.outside.harness.mailbox import MailFolder


@pytest.fixture
def site_with_letters(new_server):
    """(address, MailFolder) of what bin/play starts."""
    server = new_server({"DEBUG": "1"})
    return server.url, MailFolder(server.var)


def newest_code(mailbox, address):
    return re.search(r"^(\d{6})\r?$", mailbox.wait_for(address, seconds=20)[-1].text, re.M).group(1)


@pytest.mark.one_stack
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_guest_host_invites_without_leaving_the_panel(person, site_with_letters, scheme):
    url, mailbox = site_with_letters
    ann = person("Ann", PHONE, site=url, color_scheme=scheme)
    ann.open_room()
    ann.see("invite").click()
    ann.see("addresses").fill("bob@example.org")
    ann.see("send-letters").click()
    ann.see("my-email").fill("ann@example.org")
    ann.see("send-code").click()
    ann.see("code").fill(newest_code(mailbox, "ann@example.org"))
    assert not ann.scrolls_sideways()
    ann.see("confirm-code").click()
    expect(ann.see("guest")).to_have_count(1)
    assert "/invites/accept/" in mailbox.wait_for("bob@example.org", seconds=20)[-1].text
    expect(ann.page.locator(".chair", has_text="Ann")).to_have_count(1)
    ann.go("/accounts/profile/")
    assert ann.page.locator("main [name=name]").input_value() == "Ann"
