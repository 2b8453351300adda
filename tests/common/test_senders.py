"""Who letters come from: one address, whatever the letter."""
from __future__ import unicode_literals

import pytest

from common.web import senders, sites


@pytest.mark.django_db
@pytest.mark.parametrize("setting", ["invites@localhost", ""])
def test_a_site_without_a_sender_has_one_at_its_name(settings, setting):
    sites.set_domain("cards.example.org")
    settings.DEFAULT_FROM_EMAIL = setting
    assert senders.address() == "invites@cards.example.org"


@pytest.mark.parametrize("setting,name", [("post@example.org", "Cards Against Django"), ("Our Cards <post@example.org>", "Our Cards")])
def test_the_setting_says_what_letters_come_from(settings, setting, name):
    settings.DEFAULT_FROM_EMAIL = setting
    assert senders.sender() == '"%s" <post@example.org>' % name and senders.sender("Ann") == '"Ann" <post@example.org>'


def test_a_name_stays_inside_its_quotes():
    assert senders.mailbox('Ann" <eve@example.org>, \\"', "a@example.org") == '"Ann\' <eve@example.org>, \'" <a@example.org>'
