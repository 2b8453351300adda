"""The mail server of the tests: what the tests of letters rely on."""
import smtplib
import socket
import ssl
import threading
import time
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from tests.outside.harness.process import patience, port_is_open, wait_until
from tests.outside.harness.smtp import (
    ACCEPTS,
    DROPS_IN_DATA,
    DROPS_UNANSWERED,
    HOLDS,
    LEAVES,
    NOT_NOW,
    NOT_THIS_LETTER_NOW,
    REFUSES,
    REFUSES_LETTER,
    delays,
    keeps_and_delays,
)

ANN, BOB = "ann@example.org", "bob@example.org"
SECONDS = 20


def letter(to=ANN, text="Come and play: http://cards.example.org/invites/accept/Abc-1/."):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "cards@example.org", to, "Zoë wants to play"
    message.set_content(text)
    return message


def send(smtp, message=None, client=None):
    client = client or smtplib.SMTP("127.0.0.1", smtp.port, timeout=SECONDS)
    with client:
        client.send_message(message or letter())


def refusal(smtp, message=None):
    """The code of the SMTP answer that refuses a letter."""
    try:
        send(smtp, message)
    except smtplib.SMTPRecipientsRefused as error:
        return [code for code, _ in error.recipients.values()]
    except smtplib.SMTPResponseException as error:
        return error.smtp_code


def test_it_keeps_a_letter_with_all_its_parts(smtp):
    message = letter()
    message.add_alternative("<p>Żółw</p>", subtype="html")
    message.add_attachment("BEGIN:VCALENDAR", subtype="calendar", params={"method": "REQUEST"})
    send(smtp, message)
    kept, = smtp.wait_for(ANN)
    assert (kept.subject, kept["From"]) == ("Zoë wants to play", "cards@example.org")
    assert "Come and play" in kept.text and "Żółw" in kept.html and "BEGIN:VCALENDAR" in kept.calendar
    assert kept.links == ["http://cards.example.org/invites/accept/Abc-1/"] and kept.link(
        "accept") == kept.links[0]


def test_a_letter_to_two_is_kept_for_both(smtp):
    send(smtp, letter("Ann <ann@example.org>, BOB@example.org"))
    assert smtp.letters_to("Ann@example.org") == smtp.letters_to(BOB) == smtp.letters
    assert smtp.counts() == {ANN: 1, BOB: 1}


def test_it_counts_what_was_sent_lost_and_doubled(smtp, capsys):
    for to in [ANN, ANN, ANN, BOB]:
        send(smtp, letter(to))
    assert smtp.tally([ANN, BOB, "cat@example.org"]) == (4, 1, 2)
    assert capsys.readouterr().out == "letters sent 4, lost 1, doubled 2\n"


def test_waiting_for_a_letter_that_does_not_come_says_so(smtp):
    send(smtp)
    with pytest.raises(AssertionError, match="1 letters to ann@example.org, not 2"):
        smtp.wait_for(ANN, 2, 0.2)


@pytest.mark.parametrize("manner, code", [
    (REFUSES, [550]), (NOT_NOW, [451]), (REFUSES_LETTER, 554), (NOT_THIS_LETTER_NOW, 451)])
def test_it_refuses_and_keeps_nothing(smtp, manner, code):
    smtp.treat(manner)
    assert refusal(smtp) == code
    assert smtp.letters == [] and len(smtp.tries_for(ANN)) == 1


def test_it_treats_one_address_worse_than_the_others(smtp):
    smtp.treat(REFUSES, to=BOB)
    send(smtp, letter(ANN))
    assert refusal(smtp, letter(BOB)) == [550] and smtp.counts() == {ANN: 1}


def test_it_treats_letters_in_turn_and_stays_with_the_last_manner(smtp):
    smtp.treat(NOT_NOW, REFUSES_LETTER, ACCEPTS)
    assert [refusal(smtp) for _ in range(4)] == [[451], 554, None, None]
    assert smtp.counts() == {ANN: 2}


@pytest.mark.parametrize("text", ["short", "long\n" * 100000])
def test_it_hangs_up_in_the_middle_of_a_letter(smtp, text):
    smtp.treat(DROPS_IN_DATA, ACCEPTS)
    with pytest.raises((smtplib.SMTPServerDisconnected, OSError)):
        send(smtp, letter(text=text))
    assert smtp.letters == []
    send(smtp, letter(text=text))
    assert smtp.counts() == {ANN: 1}


def test_it_hangs_up_with_the_letter_in_its_hands(smtp):
    smtp.treat(DROPS_UNANSWERED)
    with pytest.raises((smtplib.SMTPServerDisconnected, OSError)):
        send(smtp)
    assert smtp.counts() == {ANN: 1}


def test_it_leaves_without_a_goodbye(smtp):
    smtp.treat(LEAVES)
    client = smtplib.SMTP("127.0.0.1", smtp.port, timeout=SECONDS)
    client.send_message(letter())
    with pytest.raises(smtplib.SMTPServerDisconnected):
        client.quit()
    assert smtp.counts() == {ANN: 1}


def test_it_answers_late(smtp):
    smtp.treat(delays(0.5))
    start = time.monotonic()
    send(smtp)
    assert 0.5 <= time.monotonic() - start < patience(3) and smtp.counts() == {ANN: 1}


def test_it_holds_a_letter_until_it_is_told_to_let_go(smtp):
    smtp.treat(HOLDS)
    sending = threading.Thread(target=send, args=(smtp,))
    sending.start()
    wait_until(lambda: smtp.tries_for(ANN))
    sending.join(0.5)
    assert sending.is_alive() and smtp.counts() == {}
    smtp.let_go()
    sending.join(SECONDS)
    assert smtp.counts() == {ANN: 1}


@pytest.mark.parametrize("manner, kept", [(delays(2), 0), (keeps_and_delays(2), 1)])
def test_a_sender_who_is_gone_before_the_answer(smtp, manner, kept):
    smtp.treat(manner)
    client = smtplib.SMTP("127.0.0.1", smtp.port, timeout=SECONDS)
    client.ehlo()
    assert [client.mail(ANN)[0], client.rcpt(ANN)[0], client.docmd("DATA")[0]] == [250, 250, 354]
    client.send(letter().as_bytes(policy=SMTP) + b".\r\n")
    client.sock.settimeout(1)
    with pytest.raises((socket.timeout, smtplib.SMTPServerDisconnected)):
        client.getreply()
    client.close()
    time.sleep(1.5)
    assert len(smtp.letters) == kept


def test_it_greets_late(smtp):
    smtp.greeting_seconds = 1
    with pytest.raises((socket.timeout, smtplib.SMTPServerDisconnected)):
        smtplib.SMTP("127.0.0.1", smtp.port, timeout=0.2)
    send(smtp)
    assert smtp.connections == 2 and smtp.counts() == {ANN: 1}


def test_it_goes_down_under_a_sender_and_comes_back(smtp):
    client = smtplib.SMTP("127.0.0.1", smtp.port, timeout=SECONDS)
    smtp.stop()
    with pytest.raises((smtplib.SMTPServerDisconnected, OSError)):
        client.send_message(letter())
    smtp.stop()
    assert not port_is_open(smtp.port)
    assert smtp.start().start().port == smtp.port
    send(smtp)
    assert smtp.counts() == {ANN: 1}


@pytest.mark.parametrize("mechanism", ["LOGIN", "PLAIN"])
def test_it_wants_the_right_password(new_smtp, mechanism):
    smtp = new_smtp(login=("us@er", "p/w:d"), mechanisms=[mechanism])
    assert smtp.url == "smtp://us%%40er:p%%2Fw%%3Ad@127.0.0.1:%d/" % smtp.port
    assert refusal(smtp) == [530] and smtp.tries == []
    client = smtplib.SMTP("127.0.0.1", smtp.port, timeout=SECONDS)
    with pytest.raises(smtplib.SMTPAuthenticationError):
        client.login("us@er", "wrong")
    assert client.login("us@er", "p/w:d")[0] == 235
    send(smtp, client=client)
    assert client.esmtp_features["auth"].split() == [mechanism] and smtp.counts() == {ANN: 1}


def test_it_refuses_even_the_right_password_when_told_so(new_smtp):
    smtp = new_smtp(login=("user", "password"))
    smtp.knows_nobody = True
    with pytest.raises(smtplib.SMTPAuthenticationError), smtplib.SMTP("127.0.0.1", smtp.port,
                                                                      timeout=SECONDS) as client:
        client.login("user", "password")


def test_it_speaks_tls_that_its_own_authority_vouches_for(new_smtp):
    smtp = new_smtp(tls=True, login=("user", "password"))
    assert refusal(smtp) == 530
    client = smtplib.SMTP("127.0.0.1", smtp.port, timeout=SECONDS)
    client.starttls(context=ssl.create_default_context(cafile=smtp.env["SSL_CERT_FILE"]))
    client.login("user", "password")
    smtp.treat(DROPS_IN_DATA, ACCEPTS)
    with pytest.raises((smtplib.SMTPServerDisconnected, OSError)):
        send(smtp, client=client)
    assert smtp.letters == [] and smtp.env["EMAIL_URL"] == smtp.url + "?tls=1"
