"""`manage.py read_inbox`: take answers and bounces out of the mailbox at INBOX_URL now, and say how many."""
from __future__ import unicode_literals

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from invitations.inbox import imap, messages


class Command(BaseCommand):
    help = "Read the mailbox of INBOX_URL: guests' answers to nights, and letters that did not arrive."

    def handle(self, *args, **options):
        if not settings.INBOX_URL:
            raise CommandError('Set INBOX_URL, like "imaps://user:password@host/INBOX".')
        try:
            counts = imap.read()
        except imap.TROUBLE as error:
            raise CommandError("The mailbox cannot be read: %s" % error)
        self.stdout.write("Answers: %d, bounces: %d, not for us: %d." % (
            counts[messages.ANSWER], counts[messages.BOUNCE], counts[messages.NOTHING]))
