"""An invitation's link that is open: what each kind of visitor reads, and how they sit down."""
from __future__ import unicode_literals

import mock
import pytest
from django.test import Client

from game.rooms import services
from tests.game.pages import address, path_of, sit, text_of
from tests.game.table import a_table, unpublished
from tests.invitations.people import Host, a_guest, a_host, a_user
from tests.invitations.visits import (  # noqa: F401
    SATURDAY,
    a_night,
    act,
    again,
    everything,
    link,
    look,
    press,
    signed_in,
    told,
)

pytestmark = pytest.mark.django_db


def changes(before, after):
    """{field: new value} of what differs in rows that are there before and after."""
    assert [row["pk"] for row in before] == [row["pk"] for row in after]
    return {name: new["fields"][name] for old, new in zip(before, after) for name in new["fields"]
            if new["fields"][name] != old["fields"][name]}


def full_table():
    """A running game with no cards for one more; returns its Host."""
    table = a_table(white=36)
    table.deal()
    return Host(a_user("Ann"), table.room, table.player("ann"))


def test_the_page_says_who_invites_to_what(client, told):
    host = a_host()
    services.join(host.room, "Cat")
    page = text_of(look(client, a_guest(host, name="Bob", note="Bring crisps.\nAnd <b>Dan</b>.")))
    for words in ("Ann invites you to room", host.room.code, "Ann, Cat are here", "has not begun",
                  'value="Bob"',
                  "Bring crisps.\nAnd &lt;b&gt;Dan&lt;/b&gt;.", "Take my seat"):
        assert words in page


def test_looking_changes_nothing(client, told):
    guest = a_guest(a_host())
    before = everything()
    assert [look(client, guest).status_code for _ in range(2)] == [200, 200]
    assert everything() == before and not told.updates and not client.session.keys()


def test_the_page_s_script_says_once_that_somebody_looks(client, told):
    guest = a_guest(a_host())
    assert 'data-opened-url="%s"' % link("opened", guest) in text_of(look(client, guest))
    before = everything()
    assert [client.post(link("opened", guest)).status_code for _ in range(2)] == [204, 204]
    assert list(changes(before, everything())) == ["opened"] and told.words == ["opened"]
    assert "data-opened-url" not in text_of(look(client, guest))


def test_who_answers_without_a_script_has_opened_the_letter(client, told):
    guest = a_guest(a_host())
    client.post(link("decline", guest))
    assert again(guest).opened and told.words == ["declined"]


def test_a_mail_scanner_s_head_changes_nothing_at_all(client, told):
    guest = a_guest(a_host())
    before = everything()
    assert client.head(link("accept", guest)).status_code == 200
    assert everything() == before and not told.updates


def test_the_host_who_looks_has_not_opened_the_guest_s_letter(told):
    host = a_host()
    guest = a_guest(host)
    page = text_of(look(signed_in(host.user), guest))
    assert "You sit here as Ann already" in page and address("room", host.room.code) in page
    assert "data-opened-url" not in page and signed_in(host.user).post(link("opened", guest)).status_code == 204
    assert again(guest).opened is None and not told.updates


def test_the_page_speaks_the_guest_s_language(client, told):
    host = a_host()
    guest = a_guest(host, language="de")
    a_night(host, guest, starts=SATURDAY)
    page = text_of(look(client, guest))
    assert 'lang="de"' in page and "Samstag" in page


def test_an_account_is_called_by_its_nickname(told):
    guest = a_guest(a_host(), name="Mr Robert")
    assert 'value="bob"' in text_of(look(signed_in(a_user("Bob")), guest))


@pytest.mark.parametrize("phase, words",
                         [("playing", "in from the next round"), ("game_over", "in for the next one")])
def test_during_and_after_a_game_the_link_still_opens(client, told, phase, words):
    table = a_table()
    guest = a_guest(Host(a_user("Ann"), table.room, table.player("ann")))
    table.deal()
    if phase == "game_over":
        table.act("ann", "end_game")
    assert table.phase == phase and words in text_of(look(client, guest))
    assert path_of(press(client, guest, "Dan")) == address("room", table.room.code)


def test_one_tap_sits_them_down_without_the_room_s_password(client, told):
    host = a_host(password="sesame")
    guest = a_guest(host)
    assert path_of(press(client, guest)) == address("room", host.room.code)
    assert '"player":"2"' in text_of(client.get(address("room", host.room.code)))
    assert again(guest).player.name == "Bob" and told.words == ["joined"]


def test_the_room_page_does_not_know_the_link(client, told):
    guest = a_guest(a_host())
    press(client, guest)
    assert guest.key not in text_of(client.get(address("room", guest.room.code)))


def test_in_their_seat_the_link_leads_straight_to_the_table(client, told):
    guest = a_guest(a_host())
    press(client, guest)
    assert [path_of(answer) for answer in (look(client, guest), press(client, guest))] == 2 * [
        address("room", guest.room.code)]
    assert guest.room.players.count() == 2 and not told.disconnects


def test_on_another_phone_the_link_welcomes_them_back(client, told):
    guest, phone = a_guest(a_host()), Client()
    press(client, guest)
    assert "Welcome back, Bob." in text_of(look(phone, guest)) and not told.disconnects
    assert path_of(press(phone, guest, seat="2")) == address("room", guest.room.code)
    assert '"player":"2"' in text_of(phone.get(address("room", guest.room.code)))
    assert '"view":"room"' not in text_of(client.get(address("room", guest.room.code)))
    assert told.disconnects == [{"2": "seat_moved"}]


def test_who_left_is_asked_to_sit_down_again(client, told):
    guest = a_guest(a_host())
    press(client, guest)
    act(again(guest).player, "leave")
    assert "Your chair is still warm" in text_of(look(client, guest))
    assert path_of(press(client, guest)) == address("room", guest.room.code)
    assert '"player":"2"' in text_of(client.get(address("room", guest.room.code)))


@pytest.mark.parametrize("overlapping", [False, True])
def test_the_loser_of_two_devices_is_told_whose_seat_it_is_now(client, told, overlapping):
    guest = a_guest(a_host())
    stale = again(guest)
    press(Client(), guest)
    with mock.patch("invitations.guests.find", return_value=stale if overlapping else again(guest)):
        assert path_of(press(client, guest, "Robert")) == link("accept", guest)
    assert "Welcome back, Bob." in text_of(look(client, guest)) and guest.room.players.count() == 2
    assert not told.disconnects


def test_nobody_takes_two_seats(client, told):
    host = a_host()
    guest = a_guest(host)
    with unpublished():
        sit(client, services.join(host.room, "Cat"))
    response = press(client, guest)
    assert response.status_code == 409 and "You sit here as Cat already" in text_of(response)
    assert "To the table as Cat" in text_of(response) and host.room.players.count() == 2 and not told.updates


@pytest.mark.parametrize("name, status, words", [
    (" ANN", 409, "has that name already"), ("\u202eBob", 400, "letters, digits or emoji"),
    ("", 400, "Give a name"),
    ("x" * 25, 400, "1 to 24")])
def test_a_name_that_will_not_do_is_kept_and_explained(client, told, name, status, words):
    guest = a_guest(a_host())
    response = press(client, guest, name)
    assert response.status_code == status and words in text_of(response) and 'value="%s"' % name in text_of(
        response)
    assert again(guest).accepted is None and not told.updates


def test_a_busy_table_asks_to_press_again(client, told):
    guest = a_guest(a_host())
    with mock.patch("game.rooms.services.join", side_effect=services.Busy):
        response = press(client, guest)
    assert response.status_code == 409 and "very busy" in text_of(response) and 'value="Bob"' in text_of(
        response)


def test_a_busy_table_asks_who_returns_to_press_again(client, told):
    guest = a_guest(a_host())
    press(client, guest)
    act(again(guest).player, "leave")
    with mock.patch("game.rooms.services.come_back", side_effect=services.Busy):
        response = press(client, guest)
    assert response.status_code == 409 and "very busy" in text_of(response)


def test_a_full_table_offers_to_watch(client, told):
    guest = a_guest(full_table())
    response = press(client, guest, "Dan")
    assert response.status_code == 409 and "Every chair is taken" in text_of(response)
    assert path_of(client.post(link("watch", guest))) == address("room", guest.room.code)
    page = text_of(client.get(address("room", guest.room.code)))
    assert '"view":"room"' in page and '"player":""' in page


def test_who_finds_no_cards_on_their_return_may_watch(client, told):
    table = a_table("Ann", "Bob", "Cat", "Dan", white=48)
    guest = a_guest(Host(a_user("Ann"), table.room, table.player("ann")), player=table.player("bob"))
    table.deal()
    table.act("bob", "leave")
    table.sit_down("Eve")
    response = press(client, guest, seat="2")
    assert response.status_code == 409 and link("watch", guest) in text_of(response)


def test_a_guest_chooses_a_face_in_their_language(client, told):
    guest = a_guest(a_host(), language="de")
    page = text_of(look(client, guest))
    assert 'aria-label="Igel"' in page and "Gesicht und Farbe" in page
    client.post(link("accept", guest), {"name": "Bob", "face": "10", "colour": "7"})
    assert (again(guest).player.face, again(guest).player.colour) == (10, 7)


def test_a_face_that_does_not_exist_is_refused_in_their_language(client, told):
    guest = a_guest(a_host(), language="de")
    response = client.post(link("accept", guest), {"name": "Bob", "face": "99", "colour": "7"})
    assert response.status_code == 400 and "gibt es nicht" in text_of(response)
    assert again(guest).player is None
