"""`manage.py serve`: pages, sockets and the background worker from one process."""
from __future__ import unicode_literals

import io
import os
import socket

import segno
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from common.web import network, senders, sites
from live.only_server import AlreadyServedError, hold_database

ALL_ADDRESSES = ("0.0.0.0", "::", "")


class Command(BaseCommand):
    help = "Serve pages and sockets; without REDIS_URL the background worker too."

    def add_arguments(self, parser):
        parser.add_argument("--host", default="0.0.0.0")
        parser.add_argument("--port", type=int, default=settings.PORT)
        parser.add_argument("--quiet", action="store_true", help="Print no address and no QR code.")
        parser.add_argument("--proxy-headers", action="store_true",
                            help="The same as TRUSTED_PROXIES=1 in the environment: a proxy of ours adds "
                                 "X-Forwarded-For.")

    def handle(self, *args, **options):
        try:
            hold_database("%(host)s:%(port)d" % options)
        except AlreadyServedError as error:
            raise CommandError("%s" % error)
        _require_free(options["host"], options["port"])
        if options["proxy_headers"] and not os.environ.get("TRUSTED_PROXIES"):
            settings.TRUSTED_PROXIES = 1
        from live.server import application
        if settings.CLASSIC:
            from live.classic.server import run
        else:
            from live.current.server import run
        sites.set_domain(settings.SITE_DOMAIN or _domain_at(options["host"], options["port"]))
        if not options["quiet"]:
            self._greet()
        run(application, options["host"], options["port"])

    def _greet(self):
        address = sites.address(settings.SCRIPT_NAME + "/")
        self.stdout.write("Cards Against Django is at %s" % address)
        self.stdout.write("Everybody in this network can join: type the address or scan this.")
        picture = io.StringIO()
        segno.make(address, error="l").terminal(picture, border=2, compact=True)
        self.stdout.write(picture.getvalue())
        if not senders.letters_leave():
            self.stdout.write("No mail server is set (EMAIL_URL): letters go to %s." % senders.place())
        self.stdout.write("Stop with Ctrl-C. Rooms and decks are kept.")
        self.stdout.flush()


def _require_free(host, port):
    """Say so before anything starts: daphne would only log it, and serve nobody."""
    probe = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind((host, port))
    except (socket.error, OverflowError):
        raise CommandError("Port %d on %s cannot be used; is the game running already? Choose another with "
                           "--port."
                           % (port, host))
    finally:
        probe.close()


def _domain_at(host, port):
    """Where a site without a name is found when it serves at this address: "192.168.1.5:8000"."""
    host = network.lan_address() if host in ALL_ADDRESSES else {"localhost": "127.0.0.1"}.get(host, host)
    return "%s:%d" % ("[%s]" % host if ":" in host else host, port)
