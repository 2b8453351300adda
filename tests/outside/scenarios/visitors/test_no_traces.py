"""After an account was deleted no file of the site holds the person's name, address or letters:
not even as dead bytes.
"""
import subprocess

from tests.outside.harness.process import wait_until
from tests.outside.harness.server import PROJECT, PYTHON

MARKS = [b"zeldaquux", b"quuxmail"]
# Somebody plays, is invited, invites, is written to, and may leave; all in a process beside the one that
# serves.
LIFE = """
from __future__ import unicode_literals
import django
django.setup()
from django.conf import settings
settings.ALLOWED_HOSTS = ["*"]
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.test import Client
from common.compat import reverse
from game.models import Player
from invitations.hosting import services
from invitations.mail.tasks import send_invite
from invitations.models import Invitation
from tests.game.people import a_table_of, enter, win_round

def an_account(name, email):
    user = get_user_model().objects.create_user(name, email, "walnut-pudding-7")
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    browser = Client()
    enter(browser, user)
    return user, browser

zelda, browser = an_account("zeldaquux", "z@quuxmail.example")
ann, anns = an_account("ann", "ann@example.org")
table = a_table_of(zelda, "ZeldaQuux", "Bob", "Cat", name="One")
table.act("zeldaquux", "start_game")
win_round(table, "zeldaquux")
other = a_table_of(ann, "Ann", "Bob", "Cat", name="Two")
services.invite(table.player("zeldaquux"), zelda, "bob@example.org", "From ZeldaQuux")
services.invite(other.player("ann"), ann, "z@quuxmail.example", "For ZeldaQuux")
for invitation in Invitation.objects.all():
    send_invite({"id": invitation.pk})
browser.post(reverse("account_reset_password"), {"email": "z@quuxmail.example"})
print(Invitation.objects.filter(sent__isnull=False).count())
"""
LEAVE = """
from __future__ import unicode_literals
import django
django.setup()
from django.conf import settings
settings.ALLOWED_HOSTS = ["*"]
from django.contrib.auth import get_user_model
from django.test import Client
from common.compat import reverse
from tests.game.people import enter

browser = Client()
enter(browser, get_user_model().objects.get(username="zeldaquux"))
print(browser.post(reverse("accounts:delete"), {"proof": "walnut-pudding-7"}).status_code)
"""


def run(server, code):
    env = {**server.env, "DJANGO_SETTINGS_MODULE": "cards_project.settings"}
    result = subprocess.run([PYTHON, "-c", code], cwd=PROJECT, env=env, timeout=120, text=True,
                            stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE)
    assert result.returncode == 0, result.stderr
    return result.stdout.split()[-1]


def traces(server):
    """{file: how many} of the marks in all files of the site."""
    found = {}
    for path in server.var.rglob("*"):
        if path.is_file():
            content = path.read_bytes().lower()
            count = sum(content.count(mark) for mark in MARKS)
            if count:
                found[path.name] = count
    return found


def test_the_end_of_an_account_leaves_no_trace_in_any_file(new_server):
    server = new_server(env={"CLOCK_SECONDS": "2"})
    assert run(server, LIFE) == "2"
    before = traces(server)
    assert sum(before.values()) > 10 and any(name.endswith(".log") for name in before), before
    assert run(server, LEAVE) == "302"
    wait_until(lambda: not traces(server), 20, lambda: "%s\n%s" % (traces(server), server.log()))
    assert any((server.var / "mail").iterdir()) is False
