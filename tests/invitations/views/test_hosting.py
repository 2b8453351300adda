"""What the host's panel asks and is answered: who may, in which words a refusal comes,
and what nobody else can reach.
"""
from __future__ import unicode_literals

import pytest
from django.test import Client
from django.utils import timezone

from common.compat import json_dumps, json_loads, reverse
from game.rooms import services as game_services
from invitations.models import Invitation
from tests.game.pages import sit, text_of
from tests.invitations.people import PASSWORD, a_guest, a_host, a_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queued", "told")]


@pytest.fixture
def host(client):
    """A host who is signed in."""
    host = a_host("Ann")
    client.login(username="ann", password=PASSWORD)
    return host


def post(client, name, *args, **asked):
    response = client.post(reverse("invitations:" + name, args=args), json_dumps(asked),
                           content_type="application/json")
    return response.status_code, json_loads(response.content) if response.status_code != 404 else {}


def document(client, host):
    return json_loads(client.get(reverse("invitations:document", args=[host.room.code])).content)


def test_the_panel_begins_with_everything(client, host):
    a_guest(host, "bob@example.org", name="Bob", last_error="451 later")
    a_guest(a_host("Ann", host.user), "cat@example.org", name="Cat")
    assert document(client, host) == {
        "may": "yes", "left": {"hour": 20, "day": 100}, "at_once": 50,
        "again": [{"name": "Cat", "email": "cat@example.org"}],
        "invitations": [{"id": Invitation.objects.get(name="Bob").pk, "email": "bob@example.org",
                         "name": "Bob",
                         "status": "queued", "reason": "451 later", "answer": "", "player": "", "seat": "",
                         "told": None, "missed": None, "goes": None, "stops": False,
                             "same_as": None}],
        "languages": [["en", "English"], ["de", "Deutsch"], ["es", "Espa\xf1ol"], ["fr", "Fran\xe7ais"],
                      ["pl", "Polski"], ["he", "\u05e2\u05d1\u05e8\u05d9\u05ea"]],
        "language": "en", "night": None, "mail": "folder", "confirm": None,
        "sign_in_url": "/accounts/login/?next=%2Frooms%2F{0}%2F%23invite".format(host.room.code),
        "sign_up_url": "/accounts/signup/?next=%2Frooms%2F{0}%2F%23invite".format(host.room.code),
        "verify_url": "/accounts/email/"}


@pytest.mark.parametrize("backend,word", [("smtp", "smtp"), ("filebased", "folder"), ("console", "folder")])
def test_it_tells_whether_letters_leave_this_machine(client, host, settings, backend, word):
    settings.EMAIL_BACKEND = "django.core.mail.backends.%s.EmailBackend" % backend
    assert document(client, host)["mail"] == word


def ask(client, name, guest):
    return client.get(reverse("invitations:" + name, args=[guest.pk]))


def test_the_host_hands_over_a_guests_link_without_a_letter(client, host):
    guest = a_guest(host)
    assert json_loads(ask(client, "link", guest).content)["link"].endswith("/invites/accept/%s/" % guest.key)
    picture = ask(client, "link_qr", guest)
    assert picture["Content-Type"] == "image/svg+xml" and "no-cache" in picture["Cache-Control"]


@pytest.mark.parametrize("stamp,code", [("accepted", "joined"), ("revoked", "revoked")])
def test_who_sits_or_was_taken_back_has_no_link_to_hand_over(client, host, stamp, code):
    guest = a_guest(host, **{stamp: timezone.now()})
    answer = ask(client, "link", guest)
    assert (answer.status_code, json_loads(answer.content)["code"]) == (409, code)
    assert ask(client, "link_qr", guest).status_code == 404


def test_nobody_gets_the_link_of_anothers_guest(client, host):
    guest = a_guest(a_host("Eve"))
    assert [ask(who, name, guest).status_code for who in (client, Client()) for name in ("link", "link_qr")] == [404] * 4


@pytest.mark.parametrize("debug", [True, False])
def test_a_host_whose_address_no_letter_can_confirm_is_told_how(client, host, settings, debug):
    host.user.emailaddress_set.update(verified=False)
    settings.DEBUG = debug
    found = document(client, host)
    assert (found["may"], found["confirm"]["address"]) == ("verify", "ann@example.org")
    assert ("/accounts/confirm-email/" in found["confirm"]["link"]) is debug
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    assert document(client, host)["confirm"] is None


def test_no_key_is_in_any_answer(client, host):
    bob = a_guest(host, "bob@example.org", sent=timezone.now(), due=None)
    shown = [client.get(reverse("invitations:document", args=[host.room.code])).content.decode("utf-8"),
             json_dumps(post(client, "again", bob.pk)), json_dumps(post(client, "revoke", bob.pk)),
             json_dumps(post(client, "send", host.room.code, addresses="cat@example.org"))]
    keys = list(Invitation.objects.values_list("key", flat=True)) + [host.player.key]
    assert len(keys) == 3 and not [key for key in keys for text in shown if key in text]


def test_sending_answers_with_the_new_the_refused_and_what_is_left(client, host, queued):
    status, said = post(client, "send", host.room.code, addresses="Bob <bob@example.org>, cat@", note="Hi",
                        language="de")
    assert status == 200 and len(queued) == 1
    assert [(one["email"], one["status"]) for one in said["invitations"]] == [("bob@example.org", "queued")]
    assert [piece["text"] for piece in said["refused"]] == ["cat@"] and said["rest"] == "cat@"
    assert said["left"] == {"hour": 19, "day": 99}


@pytest.mark.parametrize("asked,status,code", [
    ({}, 400, "empty"), ({"addresses": "bob"}, 400, "unreadable"),
    ({"addresses": "x" * 20001}, 400, "too_long"),
    ({"addresses": "bob@example.org", "note": "x" * 501}, 400, "bad_form"),
    ({"addresses": "bob@example.org", "language": "tlh"}, 400, "bad_form"),
    ({"addresses": ["bob@example.org"]}, 400, "bad_request"),
    ({"addresses": "bob@example.org", "note": None}, 400, "bad_request")])
def test_what_cannot_be_sent_is_answered_in_words(client, host, asked, status, code):
    answered, said = post(client, "send", host.room.code, **asked)
    assert (answered, said["code"]) == (status, code) and said["message"][-1] in "."
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b'"x"', b"[" * 4000, b"x" * 200000])
def test_junk_is_refused(client, host, body):
    response = client.post(reverse("invitations:send", args=[host.room.code]), body,
                           content_type="application/json")
    assert response.status_code == 400 and json_loads(response.content)["message"]


def test_whoever_may_not_invite_learns_why_and_sees_nothing(client):
    host = a_host("Ann")
    a_guest(host, "bob@example.org")
    hidden = {"invitations": [], "again": [], "left": {"hour": 0, "day": 0}, "night": None}
    seen = document(client, host)
    assert seen["may"] == "not_host" and {name: seen[name] for name in hidden} == hidden
    assert post(client, "send", host.room.code, addresses="cat@example.org") == (
        403, {"code": "not_host", "message": "Only the host of the room invites people by e-mail."})


def test_a_host_without_an_account_is_asked_to_sign_in(client):
    seat = game_services.open_room("Zoe")
    sit(client, seat)
    status, said = post(client, "send", seat.room.code, addresses="cat@example.org")
    assert (status, said["code"]) == (403, "sign_in")
    assert json_loads(client.get(reverse("invitations:document", args=[seat.room.code])).content)["may"] == "sign_in"


def test_a_host_with_an_unknown_address_is_asked_to_confirm_it(client):
    host = a_host("Eve", a_user("Eve", verified=False))
    client.login(username="eve", password=PASSWORD)
    assert document(client, host)["may"] == "verify"
    assert post(client, "send", host.room.code, addresses="cat@example.org")[1]["code"] == "verify"


def test_guests_at_the_table_cannot_invite(client, host):
    game_services.join(host.room, "Bob", a_user("Bob"))
    other = Client()
    other.login(username="bob", password=PASSWORD)
    assert document(other, host)["may"] == "not_host"
    assert post(other, "send", host.room.code, addresses="cat@example.org")[0] == 403


def test_a_letter_goes_again(client, host, queued, told):
    bob = a_guest(host, "bob@example.org", sent=timezone.now(), due=None)
    status, said = post(client, "again", bob.pk)
    assert (status, said["invitation"]["status"], said["left"]) == (200, "queued", {"hour": 19, "day": 99})
    assert len(queued) == 1 and told == [bob.pk]


def test_a_letter_on_its_way_is_not_sent_again(client, host):
    status, said = post(client, "again", a_guest(host, "bob@example.org").pk)
    assert (status, said["code"]) == (409, "on_its_way")


def test_beyond_the_limit_the_host_learns_when(client, host, settings):
    settings.INVITES_A_DAY = 0
    settings.LETTERS_TO_ONE_ADDRESS = 1
    bob = a_guest(host, "bob@example.org", sent=timezone.now(), due=None)
    settings.INVITES_A_DAY = 100
    post(client, "again", bob.pk)
    Invitation.objects.update(due=None)
    status, said = post(client, "again", bob.pk)
    assert (status, said["code"]) == (429, "limit") and "in 24 hours" in said["message"]


def test_a_link_is_taken_back(client, host, told):
    bob = a_guest(host, "bob@example.org")
    status, said = post(client, "revoke", bob.pk)
    assert (status, said["invitation"]["status"], said["left"]) == (200, "revoked", {"hour": 20, "day": 100})
    assert told == [bob.pk]


@pytest.mark.parametrize("name", ["again", "revoke"])
def test_letters_of_others_do_not_exist(client, name):
    bob = a_guest(a_host("Ann"), "bob@example.org", sent=timezone.now(), due=None)
    assert post(client, name, bob.pk)[0] == 404
    a_user("Eve")
    client.login(username="eve", password=PASSWORD)
    assert post(client, name, bob.pk)[0] == post(client, name, 999999999)[0] == 404
    bob = Invitation.objects.get()
    assert bob.due is None and bob.revoked is None


@pytest.mark.parametrize("name,args", [("send", None), ("again", [1]), ("revoke", [1])])
def test_looking_changes_nothing(client, host, name, args):
    assert client.get(reverse("invitations:" + name, args=args or [host.room.code])).status_code == 405


@pytest.mark.parametrize("name,args", [("send", None), ("again", [1]), ("revoke", [1])])
def test_nothing_goes_without_a_token(host, name, args):
    strict = Client(enforce_csrf_checks=True)
    strict.login(username="ann", password=PASSWORD)
    response = strict.post(reverse("invitations:" + name, args=args or [host.room.code]), b"{}",
                           content_type="application/json", HTTP_ACCEPT="application/json")
    assert response.status_code == 403 and json_loads(response.content)["code"] == "csrf"


def test_hammering_is_answered_slowly_please(client, host, standing_clock):
    answers = [post(client, "send", host.room.code)[1]["code"] for _ in range(61)]
    assert answers == ["empty"] * 60 + ["too_fast"]


def test_the_room_and_the_home_page_lead_the_host_to_the_panel(client, host):
    shown = text_of(client.get(reverse("game:room", args=[host.room.code])))
    for path in ("/rooms/%s/invitations.json" % host.room.code,
                 "/rooms/%s/invitations/send/" % host.room.code,
                 "/invitations/0/again/", "/invitations/0/revoke/"):
        assert '"%s"' % path in shown
    assert '"signed_in":true' in shown
    assert 'href="/rooms/%s/#invite"' % host.room.code in text_of(client.get("/"))


def test_guests_are_not_led_there_from_home(client, host):
    bob = game_services.join(host.room, "Bob")
    guest = Client()
    sit(guest, bob)
    assert "#invite" not in text_of(guest.get("/"))


def test_the_whole_answer_costs_few_statements(client, host, django_assert_max_num_queries):
    with django_assert_max_num_queries(19):
        status, said = post(client, "send", host.room.code,
                            addresses=" ".join("p%d@example.org" % n for n in range(20)))
    assert status == 200 and len(said["invitations"]) == 20
