"""The letters of accounts: each is text and a card in HTML, and shows what people typed as they typed it."""
from __future__ import unicode_literals

import os
import re
from glob import glob

import allauth
import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import mail
from django.template.loader import render_to_string
from django.utils import timezone

from accounts import profiles
from accounts.signing_in.adapter import AccountAdapter
from common.compat import reverse

THEIRS = os.path.join(os.path.dirname(allauth.__file__), "templates")
OURS = os.path.join(settings.BASE_DIR, "templates")
# This letter belongs to a way that is off.
OFF = {"account/email/password_reset_code"}
LINK = "https://cards.example/accounts/confirm-email/k:1-x_Y/?a=1&b=2"


def letters_in(folder):
    found = glob(os.path.join(folder, "*", "email", "*_subject.txt"))
    return {os.path.relpath(path, folder)[:-len("_subject.txt")].replace(os.sep, "/") for path in found} - OFF


LETTERS = sorted(letters_in(OURS) | letters_in(THEIRS))


def facts():
    """What allauth tells its letters, with everything nasty that people may type."""
    user = get_user_model()(username="ann&bob")
    return {"user": user, "username": "ann&bob", "email": "o'neil&co@example.org", "activate_url": LINK,
            "key": "k",
            "password_reset_url": LINK, "signup_url": LINK, "timestamp": timezone.now(), "ip": "192.0.2.7",
            "user_agent": "Mozilla <b>5.0</b>", "from_email": "o'neil&co@example.org",
            "to_email": "new@example.org",
            "deleted_email": "o'neil&co@example.org", "code": "GHJ4-KMN7", "provider": {"name": "GitHub"}}


def test_there_is_something_to_look_at():
    assert {"account/email/email_confirmation", "account/email/password_reset_key"} <= set(LETTERS)


@pytest.mark.parametrize("name", LETTERS)
def test_its_subject_is_ours_and_one_short_line(name):
    assert os.path.exists(os.path.join(OURS, name + "_subject.txt"))
    subject = render_to_string(name + "_subject.txt", facts()).strip()
    assert 5 < len(subject) < 50 and "\n" not in subject


@pytest.mark.parametrize("name", LETTERS)
def test_its_text_is_plain(name):
    text = render_to_string(name + "_message.txt", facts())
    assert "Cards Against Django" in text and "<p" not in text
    assert not re.search(r"&(amp|lt|gt|quot|#)", text)


@pytest.mark.parametrize("name", LETTERS)
def test_it_is_written_in_the_language_of_its_reader_in_short_lines(name, rf, db):
    people = get_user_model().objects
    people.create_user("ann&bob")
    said = {}
    for language in ("en", "de", "es", "fr", "pl"):
        profiles.change(people.get(), "Ann", language)
        said[language] = AccountAdapter(rf.get("/")).render_mail(name, "ann@example.org",
                                                                 dict(facts(), user=people.get()))
    assert len({letter.subject for letter in said.values()}) == len(
        {letter.body for letter in said.values()}) == 5
    assert len({letter.alternatives[0][0] for letter in said.values()}) == 5
    assert all(len(line) <= 72 for letter in said.values() for line in letter.body.splitlines()
               if line != LINK)


@pytest.mark.parametrize("name", LETTERS)
def test_its_card_is_ours_and_fetches_nothing(name):
    html = render_to_string(name + "_message.html", facts())
    assert 'class="card"' in html and "prefers-color-scheme: dark" in html
    assert not re.search(r"<(img|script|link|iframe)|url\(|@import|src=", html)
    everywhere = re.sub(r"<!--\[if mso\]>.*?<!\[endif\]-->", "", html, flags=re.DOTALL)
    assert "<table" not in everywhere  # Outlook on Windows alone reads tables
    assert "<b>5.0</b>" not in html and "neil&co" not in html


@pytest.mark.parametrize("name", [name for name in LETTERS
                                  if re.search("confirmation|reset_key|account$|exists", name)])
def test_its_link_is_a_button_and_stands_below_it_as_text(name):
    html, text = (render_to_string(name + "_message." + kind, facts()) for kind in ("html", "txt"))
    shown = LINK.replace("&", "&amp;")
    assert 'class="press" href="%s"' % shown in html and ">%s</span>" % shown in html
    assert LINK in text.splitlines()


def test_both_stacks_send_both_kinds(client, db):
    client.post(reverse("account_signup"), {"username": "ann", "email": "ann@example.org",
                                            "password1": "a duck in a bath", "password2": "a duck in a bath"})
    letter, = mail.outbox
    (html, kind), = letter.alternatives
    assert kind == "text/html" and letter.subject == "[Cards Against Django] Is this your e-mail address?"
    link, = re.findall(r"http://[^/\s]+/accounts/confirm-email/[^/\s]+/", letter.body)
    assert link in html and "ann?" in html


def test_a_letter_for_a_new_password_names_the_account(client, db):
    get_user_model().objects.create_user("ann", "ann@example.org", "a duck in a bath")
    client.post(reverse("account_reset_password"), {"email": "ann@example.org"})
    letter, = mail.outbox
    assert "Your name at our tables is ann" in letter.body and "/accounts/password/reset/key/" in letter.body
