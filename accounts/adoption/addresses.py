"""E-mail addresses of older allauths, where one address may stand in several spellings.

allauth's migrations write all of them in small letters. After that nobody may have an address twice, and only
one account may have confirmed it; a database where that is not so stops them half-way.
"""
from __future__ import unicode_literals

from collections import defaultdict

from allauth.account.models import EmailAddress, EmailConfirmation
from django.db import transaction
from django.db.models import Count
from django.db.models.functions import Lower

from common.storage import tables
from common.storage.tables import Found

TABLE = EmailAddress._meta.db_table
# From this migration on there is a rule.
BEGINS = ("account", "0003_alter_emailaddress_create_unique_verified_email")


def look(pending):
    """Found; `pending` holds the (app, name) of the migrations to come."""
    if BEGINS not in pending or TABLE not in tables.names():
        return Found()
    doubles, others = _doubles(), _others()
    steps = ["%s: %s stands %d times for %s, and then once" % (
        TABLE, rows[0].email, len(rows), rows[0].user.get_username()) for rows in doubles]
    steps += ["%s: %s is confirmed for %d accounts; %s used last keeps it, the others confirm it anew: %s" % (
        TABLE, rows[0].email, len(rows), rows[0].user.get_username(),
        ", ".join(row.user.get_username() for row in rows[1:])) for rows in others]
    return Found(steps)


def mend(pending):
    """Do what `look` said."""
    if BEGINS not in pending or TABLE not in tables.names():
        return
    with transaction.atomic():
        for kept, rest in [(rows[0], rows[1:]) for rows in _doubles()]:
            kept.verified = any(row.verified for row in [kept] + rest)
            kept.primary = any(row.primary for row in [kept] + rest)
            kept.save()
            EmailConfirmation.objects.filter(email_address__in=rest).update(email_address=kept)
            EmailAddress.objects.filter(pk__in=[row.pk for row in rest]).delete()
        for rows in _others():
            EmailAddress.objects.filter(pk__in=[row.pk for row in rows[1:]]).update(verified=False)


def _doubles():
    """Lists of rows that are one person's same address; the first of each is to stay."""
    groups = defaultdict(list)
    rows = _written_often(EmailAddress.objects.all(), "user")
    for row in sorted(rows, key=lambda row: (not row.verified, not row.primary, row.pk)):
        groups[row.user_id, row.email.lower()].append(row)
    return _several(groups)


def _others():
    """Lists of confirmed rows, one for each account with the same address; who was here last comes first."""
    groups = defaultdict(dict)
    for row in _written_often(EmailAddress.objects.filter(verified=True)):
        groups[row.email.lower()].setdefault(row.user_id, row)
    return _several({address: sorted(rows.values(), key=_last_used, reverse=True)
                     for address, rows in groups.items()})


def _written_often(rows, *columns):
    """Those of `rows` whose address stands several times among them, with one value of these `columns`."""
    small = rows.annotate(small=Lower("email")).order_by()
    found = small.values("small", *columns).annotate(number=Count("pk")).filter(number__gt=1)
    addresses = sorted({row["small"] for row in found})
    pieces = [addresses[start:start + tables.PIECE] for start in range(0, len(addresses), tables.PIECE)]
    return [row for piece in pieces
            for row in small.filter(small__in=piece).select_related("user").order_by("pk")]


def _several(groups):
    return [rows for _, rows in sorted(groups.items()) if len(rows) > 1]


def _last_used(row):
    return row.user.last_login or row.user.date_joined, -row.pk
