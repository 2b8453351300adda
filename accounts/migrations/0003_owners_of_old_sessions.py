"""Sessions that are there already get their owners, some hundreds at a time; who is signed in stays so."""
from __future__ import unicode_literals

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import migrations
from django.utils import timezone

PIECE = 500


def fill(apps, schema_editor):
    sessions = apps.get_model("sessions", "Session").objects.filter(expire_date__gt=timezone.now()).order_by("session_key")
    decode, last = SessionStore().decode, ""
    while True:
        rows = list(sessions.filter(session_key__gt=last).values_list("session_key", "session_data")[:PIECE])
        if not rows:
            return
        _note(apps, [(key, decode(data).get(SESSION_KEY)) for key, data in rows])
        last = rows[-1][0]


def _note(apps, owners):
    """Keep (key of a session, id of a user or None), as far as these users exist."""
    SessionOwner = apps.get_model("accounts", "SessionOwner")
    users = apps.get_model(*settings.AUTH_USER_MODEL.split(".")).objects
    there = set(users.filter(pk__in={user for _, user in owners if user is not None}).values_list("pk", flat=True))
    SessionOwner.objects.bulk_create([
        SessionOwner(session_id=key, user_id=int(user)) for key, user in owners if user is not None and int(user) in there])


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_session_owners'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
