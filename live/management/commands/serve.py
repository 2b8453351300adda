"""`manage.py serve`: pages, sockets and the background worker from one process."""
from __future__ import unicode_literals

import io
import os
import socket

import segno
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from common import sites
from live.only_server import AlreadyServed, hold_database

PROXY_HEADERS = {"proxy_forwarded_address_header": "X-Forwarded-For", "proxy_forwarded_port_header": "X-Forwarded-Port",
                 "proxy_forwarded_proto_header": "X-Forwarded-Proto"}


class Command(BaseCommand):
    help = "Serve pages and sockets; without REDIS_URL the background worker too."

    def add_arguments(self, parser):
        parser.add_argument("--host", default="0.0.0.0")
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", 8000)))
        parser.add_argument("--quiet", action="store_true", help="Print no address and no QR code.")
        parser.add_argument("--proxy-headers", action="store_true",
                            help="Believe X-Forwarded-For and its kin; only behind a proxy that sets them.")

    def handle(self, *args, **options):
        try:
            hold_database("%(host)s:%(port)d" % options)
        except AlreadyServed as error:
            raise CommandError("%s" % error)
        _require_free(options["host"], options["port"])
        from live.server import application
        if settings.CLASSIC:
            from live.classic_server import run
        else:
            from live.current_server import run
        # Letters need the site's name; at home it is where the phones find us.
        sites.set_domain(settings.SITE_DOMAIN or "%s:%d" % (lan_address(), options["port"]))
        if not options["quiet"]:
            self._greet(options["port"])
        run(application, options["host"], options["port"], PROXY_HEADERS if options["proxy_headers"] else {})

    def _greet(self, port):
        address = "http://%s:%d/" % (lan_address(), port)
        self.stdout.write("Cards Against Django is at %s" % address)
        self.stdout.write("Everybody in this network can join: type the address or scan this.")
        picture = io.StringIO()
        segno.make(address, error="l").terminal(picture, border=2, compact=True)
        self.stdout.write(picture.getvalue())
        self.stdout.write("Stop with Ctrl-C. Rooms and decks are kept.")
        self.stdout.flush()


def _require_free(host, port):
    """Say so before anything starts: daphne would only log it, and serve nobody."""
    probe = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind((host, port))
    except (socket.error, OverflowError):
        raise CommandError("Port %d on %s cannot be used; is the game running already? Choose another with --port."
                           % (port, host))
    finally:
        probe.close()


def lan_address():
    """This machine's address in its network; nothing is sent to find it."""
    probe = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        probe.connect(("192.0.2.1", 9))  # an address for documentation: only the route is looked up
        return probe.getsockname()[0]
    except socket.error:
        return "127.0.0.1"
    finally:
        probe.close()
