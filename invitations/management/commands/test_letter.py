"""`manage.py test_letter ADDRESS`: send one letter the way invitations go, and say what came of it."""
from __future__ import unicode_literals

from django.core.management.base import BaseCommand, CommandError

from invitations.mail import diagnostics


class Command(BaseCommand):
    help = "Send a test letter to an address, from the sender and by the mail server that invitations have."

    def add_arguments(self, parser):
        parser.add_argument("address")

    def handle(self, *args, **options):
        try:
            self.stdout.write(diagnostics.send_test_letter(options["address"]))
        except diagnostics.NoMailError as reason:
            raise CommandError("%s" % reason)
