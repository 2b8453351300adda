"""`manage.py confirm_address ADDRESS`: the link that confirms it, for a site that sends no letters."""
from __future__ import unicode_literals

from django.core.management.base import BaseCommand, CommandError

from accounts import confirming


class Command(BaseCommand):
    help = ("Print the link that confirms an address, as its letter would bring it. Give it only to somebody "
            "whom you know to own the address.")

    def add_arguments(self, parser):
        parser.add_argument("address")

    def handle(self, *args, **options):
        found = confirming.waiting(options["address"])
        if not found:
            raise CommandError("No account has %s waiting to be confirmed." % options["address"])
        for address in found:
            self.stdout.write("%s, for the account %s: %s" % (
                address.email, address.user.get_username(), confirming.link_for(address)))
