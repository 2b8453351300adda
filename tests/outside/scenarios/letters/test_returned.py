"""What comes back by mail, handed over by a mail provider: a calendar's answer, and a letter that did not arrive."""
import requests

from tests.outside.scenarios.letters.test_game_nights import Planner

INBOX_SECRET = "as-long-as-it-must-be"
SETTINGS = {"INBOX_SECRET": INBOX_SECRET}
BOUNCE = """From: MAILER-DAEMON@mail.example.org
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; {guest}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 Nobody of that name lives here

--b
Content-Type: message/rfc822

Message-ID: {name}
To: {guest}

--b--
"""
REPLY = """From: {guest}
Content-Type: text/calendar; method=REPLY

BEGIN:VCALENDAR
METHOD:REPLY
BEGIN:VEVENT
UID:{uid}
SEQUENCE:0
ATTENDEE;PARTSTAT=TENTATIVE:mailto:{guest}
END:VEVENT
END:VCALENDAR
"""


def hand_over(planner, text, secret=INBOX_SECRET, **words):
    content = text.format(guest=planner.guest, **words).replace("\n", "\r\n").encode()
    return requests.post(planner.host.site + "/invites/inbox/", data=content, timeout=20,
                         auth=("mail", secret), headers={"Content-Type": "message/rfc822"})


def row(planner):
    return [one for one in planner.panel()["invitations"] if one["email"] == planner.guest][0]


def test_a_bounce_stands_in_the_guest_s_row(office):
    planner = Planner(office)
    name = planner.invitation["Message-ID"]
    assert hand_over(planner, BOUNCE, "wrong", name=name).status_code == 403 and row(planner)["status"] == "sent"
    assert hand_over(planner, BOUNCE, name=name).json() == {"taken": "bounce"}
    assert row(planner)["status"] == "failed" and row(planner)["reason"].startswith("bounced: 550 5.1.1 Nobody")


def test_an_answer_of_a_calendar_is_the_guest_s_answer(office):
    planner = Planner(office)
    planner.set_night(48)
    letter = planner.letter(2)
    assert "METHOD:REQUEST" in letter.calendar and "RSVP=TRUE" in letter.calendar.replace("\r\n ", "")
    uid = [line[4:] for line in letter.calendar.splitlines() if line.startswith("UID:")][0]
    assert hand_over(planner, REPLY, uid=uid).json() == {"taken": "answer"}
    assert planner.panel()["night"]["answers"] == {"maybe": 1} and row(planner)["answer"] == "maybe"
