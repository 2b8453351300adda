"""`manage.py set_site`: give letters their links, from SITE_DOMAIN or from the domain named."""
from __future__ import unicode_literals

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from common.web import sites


class Command(BaseCommand):
    help = ("Make SITE_DOMAIN, or the domain given, the site's name in the database: links in letters begin "
            "with it.")

    def add_arguments(self, parser):
        parser.add_argument("domain", nargs="?", default=settings.SITE_DOMAIN)

    def handle(self, *args, **options):
        if not options["domain"]:
            raise CommandError('Set SITE_DOMAIN, like "cards.example.org", or give the domain here.')
        if settings.SITE_DOMAIN and options["domain"] != settings.SITE_DOMAIN:
            raise CommandError("SITE_DOMAIN names the site %s; change it there." % settings.SITE_DOMAIN)
        news = sites.set_domain(options["domain"])
        self.stdout.write("Letters link to %s%s." % (options["domain"],
                                                     " from now on" if news else ", as before"))
