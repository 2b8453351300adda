"""Draws what hosts and guests of a game night see in a real browser, and saves pictures to look at: links in
every state, the lobby, home, and the panel with and without a mail server.

    python tests/outside/pictures/gallery_invitations.py FOLDER [PAGE ...]
"""
import json
import os
import sys
import tempfile
from pathlib import Path

ROOT = str(Path(__file__).resolve().parents[3])
sys.path.insert(0, ROOT)

from tests.outside.harness import browser as browsers  # noqa: E402
from tests.outside.harness.server import Server  # noqa: E402
from tests.outside.pictures.gallery_pages import SHOTS, Gallery  # noqa: E402

# Panels scroll by themselves: a tall window shows all of one.
TALL = SHOTS + [("tall", "light"), ("tall", "dark")]

# Run in the server's own environment; prints {"links": {page: path}, "host", "guest": sessions, "room": path}.
MAKE = """
import datetime, json
from importlib import import_module
from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest
from django.utils import timezone
from game.rooms import services
from game.seats import sessions
from invitations import guests
from invitations.hosting import nights, notices
from invitations.mail import unsubscribe
from invitations.models import GameNight, Invitation
from tests.invitations import people, samples

now, day = timezone.now(), datetime.timedelta(days=1)
texts = {"title": "Cards and cake", "place": "Long Street 12, third floor", "note": "Ring twice, the bell is shy.",
         "plus_one": True}


def session_of(player=None, user=None):
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    if user:
        user.backend = "django.contrib.auth.backends.ModelBackend"
        login(request, user)
    if player:
        sessions.remember(request.session, player)
    request.session.save()
    return request.session.session_key


def invited(host, name, **fields):
    fields.setdefault("note", "Bring the good biscuits.")
    return people.a_guest(host, name.lower() + "@example.org", **dict({"name": name, "sent": now, "due": None}, **fields))


def a_night(host, **fields):
    starts = samples.next_friday() + datetime.timedelta(days=fields.pop("days", 0))
    return nights.set_night(host.room, host.user, starts, "Europe/Warsaw", said=texts)[0]


host = people.a_host("Ann")
links = {"link-undated": invited(host, "Una").get_absolute_url()}
declined = invited(host, "Dee")
guests.decline(declined)
links["link-declined"] = declined.get_absolute_url()
Invitation.objects.filter(name="Una").update(expires=now + day)
gone = invited(host, "Gus", revoked=now)
expired = invited(host, "Ed", expires=now - day)
links.update({"link-revoked": gone.get_absolute_url(), "link-expired": expired.get_absolute_url()})

other = people.a_host("Cleo")
off = invited(other, "Otto")
night = a_night(other)
nights.cancel(night)
links["link-called-off"] = off.get_absolute_url()
late = people.a_host("Lee")
over = invited(late, "Ole")
night = a_night(late)
GameNight.objects.filter(pk=night.pk).update(starts=now - 3 * day)
links["link-over"] = over.get_absolute_url()

party = people.a_host("Zoe")
crowd = [invited(party, name) for name in
         ("Bob", "Bartholomew Featherstonehaugh", "Finn", "Gil", "Hal", "Ida", "Jo")]
in_languages = {language: invited(party, "Guest " + language, language=language) for language in ("de", "pl", "fr")}
night = a_night(party)
a_night(party, days=7)
for guest, answer in zip(crowd, ("", "yes", "maybe", "no", "yes")):
    if answer:
        guests.answer(Invitation.objects.get(pk=guest.pk), answer, plus=answer == "yes")
Invitation.objects.filter(pk=crowd[5].pk).update(failed=now, sent=None, last_error="550 No such user here", cause="refused")
from django.contrib.auth.models import AnonymousUser
class Bag(dict):
    def save(self): pass
seat = guests.sit_down(Invitation.objects.get(pk=crowd[0].pk), "Bob", AnonymousUser(), Bag())
back = guests.sit_down(Invitation.objects.get(pk=crowd[6].pk), "Jo", AnonymousUser(), Bag())
links["link-answered"] = crowd[1].get_absolute_url()
links["link-back"] = crowd[6].get_absolute_url()
for language, guest in in_languages.items():
    links["link-moved-" + language] = guest.get_absolute_url()
free = invited(party, "Kim", night=nights.current(party.room))
links["link-open"] = free.get_absolute_url()
links["link-broken"] = free.get_absolute_url() + ")"
links["who-are-you"] = "/rooms/%s/invited/" % party.room.code
links["stop"] = "/invites/stop/%s/" % unsubscribe.token_for("kim@example.org")
print("\\n" + json.dumps({
    "links": links, "host": session_of(user=party.user), "guest": session_of(seat), "room": "/rooms/%s/" % party.room.code}))
"""


def state_of(session):
    return {"cookies": [{"name": "sessionid", "value": session, "domain": "127.0.0.1", "path": "/"}], "origins": []}


def at(site, path, *testids):
    """What opens a page and presses these."""
    def go(page):
        page.goto(site + path)
        for testid in testids:
            page.get_by_test_id(testid).first.click()
        page.wait_for_timeout(700)
    return go


def table(gallery, made, *more):
    """Home, the lobby and the panel, for the host and for a guest."""
    site, host, guest = gallery.site, state_of(made["host"]), state_of(made["guest"])
    for name, path, testids, state in (
            ("home-host", "/", (), host), ("home-guest", "/", (), guest),
            ("lobby-host", made["room"], (), host), ("lobby-guest", made["room"], (), guest),
            ("panel", made["room"], ("invite",), host)) + more:
        gallery.draw(name, at(site, path, *testids), state, TALL if testids else SHOTS)


def main(folder, wanted):
    os.makedirs(folder, exist_ok=True)
    bad = 0
    with tempfile.TemporaryDirectory() as place, browsers.launched() as browser:
        for prefix, env in (("", {"EMAIL_URL": "smtp://127.0.0.1:9"}), ("no-mail-", {})):
            server = Server(os.path.join(place, prefix or "mail"), env).prepare().start()
            try:
                made = json.loads(server.manage("shell", "-c", MAKE).strip().splitlines()[-1])
                gallery = Gallery(browser, server.url, folder, wanted, prefix)
                gallery.walk(made["links"] if not prefix else
                             {name: made["links"][name] for name in ("who-are-you", "link-open")})
                table(gallery, made)
                bad += gallery.bad
            finally:
                server.stop()
    return 1 if bad else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
