"""What our application does to the daphne that serves it, on both stacks and whether `serve` or daphne's own
command line has started it: bounds for its connections, and an orderly end. Another server never runs the
reactor, so nothing happens there.
"""
from __future__ import unicode_literals

from django.conf import settings
from twisted.internet.interfaces import IListeningPort
from twisted.web.http import HTTPFactory

from live.http_channel import BoundedChannel
from live.shutdown import end_at_once_next_time, exit_soon


def install(life):
    """Tell `life` when daphne begins and ends: `life.begin(factories)`, and `life.end(seconds)`, which
    returns a Deferred that fires when the requests of that moment are answered, or after these seconds.
    """
    from twisted.internet import reactor
    reactor.callWhenRunning(_begin, reactor, life)


def _begin(reactor, life):
    factories = [port.factory for port in _ports(reactor) if isinstance(port.factory, HTTPFactory)]
    for factory in factories:
        factory.protocol = BoundedChannel
    life.begin(factories)
    reactor.addSystemEventTrigger("before", "shutdown", _end, reactor, life)
    reactor.addSystemEventTrigger("after", "shutdown", exit_soon)


def _end(reactor, life):
    end_at_once_next_time()
    for port in _ports(reactor):
        port.stopListening()
    return life.end(settings.SHUTDOWN_SECONDS)


def _ports(reactor):
    return [reader for reader in reactor.getReaders() if IListeningPort.providedBy(reader)]
