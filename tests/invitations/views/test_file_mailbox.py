"""The page of letters that stay on this machine: shown while developing, and to nobody anywhere else."""
from __future__ import unicode_literals

import pytest
from django.core.mail import EmailMultiAlternatives

from common.compat import reverse
from tests.game.pages import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def box(settings, tmpdir):
    """A folder for letters, in debug mode."""
    settings.DEBUG = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmpdir.join("mail"))
    return tmpdir.join("mail")


def send(subject="Cards tonight?", text="Come: https://cards.example.org/invites/accept/abc/",
         html="<p>Come <b>along</b></p>"):
    letter = EmailMultiAlternatives(subject, text, "Invites <invites@cards.example.org>",
                                    ["\u0141ucja <bob@example.org>"])
    letter.attach_alternative(html, "text/html")
    letter.attach("night.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR", "text/calendar")
    letter.send()


def page(client):
    return text_of(client.get(reverse("invitations:letters")))


def test_a_letter_is_shown_with_all_its_parts(client, box):
    send("Zagramy? \u017b\xf3\u0142w")
    shown = page(client)
    for words in ("Zagramy? \u017b\xf3\u0142w", "Invites &lt;invites@cards.example.org&gt;", "\u0141ucja",
                  "BEGIN:VCALENDAR",
                  'href="https://cards.example.org/invites/accept/abc/"'):
        assert words in shown
    assert "<b>along</b>" not in shown


def test_the_newest_comes_first(client, box):
    send("First")
    path, = box.listdir()
    path.rename(box.join("20200101-000000-1.log"))
    send("Second")
    shown = page(client)
    assert shown.index("Second") < shown.index("First")


def test_letters_of_one_sending_are_told_apart(client, box):
    send("First")
    path, = box.listdir()
    path.write_binary(path.read_binary() + path.read_binary().replace(b"First", b"Second"))
    shown = page(client)
    assert shown.index("Second") < shown.index("First") and "/letters/%s/1/" % path.basename in shown


def test_the_html_is_shown_in_a_cage(client, box):
    send(html="<p>Hi</p><script>alert(1)</script>")
    name = box.listdir()[0].basename
    response = client.get(reverse("invitations:letter_html", args=[name, 0]))
    assert "<p>Hi</p>" in text_of(response) and response["X-Frame-Options"] == "SAMEORIGIN"
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "sandbox" in policy and "allow-scripts" not in policy
    assert 'sandbox="allow-popups' in page(client)


def test_before_the_first_letter_there_is_a_page(client, box):
    assert "No letter yet" in page(client)


@pytest.mark.parametrize("name,place", [("20200101-000000-1.log", 0), ("20200101-000000-1.log", 7)])
def test_a_letter_that_is_not_there_is_404(client, box, name, place):
    if place:
        send()
        box.listdir()[0].rename(box.join(name))
    assert client.get(reverse("invitations:letter_html", args=[name, place])).status_code == 404


def test_no_other_file_can_be_read(client, box):
    send()
    for path in ("/letters/..%2f..%2fsecret_key/0/", "/letters/secret.log/0/", "/letters/%2e%2e/0/"):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize("name,value", [("DEBUG", False),
                                        ("EMAIL_BACKEND", "django.core.mail.backends.locmem.EmailBackend")])
def test_elsewhere_there_is_no_such_page(client, box, settings, name, value):
    send()
    file_name = box.listdir()[0].basename
    setattr(settings, name, value)
    for address in (reverse("invitations:letters"), reverse("invitations:letter_html", args=[file_name, 0])):
        assert client.get(address).status_code == 404
