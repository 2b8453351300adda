"""What waits in the review queue."""
from __future__ import unicode_literals

from decks.models import CardReport
from decks.review import reports
from tests.decks.shelf import a_deck

QUEUE = "decks_admin:review"


def again(row):
    return type(row).objects.get(pk=row.pk)


def report(text, *reasons):
    for number, reason in enumerate(reasons):
        reports.report("white", text, reason, "1-%d" % number)
    return {"kind": "white", "fingerprint": CardReport.objects.filter(text=text)[0].fingerprint}


def many_reports(count):
    a_deck("Tea", white=["thing %d" % n for n in range(count)])
    for number in range(count):
        report("thing %d" % number, "typo")
