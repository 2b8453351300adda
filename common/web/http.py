"""What requests and sockets tell about their client, and which part of it is believed;
documents inside pages.
"""
from __future__ import unicode_literals

import socket

import six
from django.conf import settings
from django.http import HttpResponse
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from common.compat import json_dumps, json_loads
from common.web.network import packed

DOCUMENT = '<script type="application/json" id="document">{}</script>'
SMALL_BODY_BYTES = 2048
IPV6_NETWORK_BYTES = 8  # a home or a server gets a whole /64, so all its addresses count as one


def client_address(source):
    """The address that limits count by: "192.0.2.7", or the /64 network of an IPv6 address,
    "2001:db8:1:2::/64".

    `source` is a Django request, an ASGI scope, or the content of a Channels 1 message. Clients write
    X-Forwarded-For as they like, so only its last settings.TRUSTED_PROXIES entries, those that our own
    proxies added, are believed; by default none is. Where such an entry is no address ("unknown"), the one
    who connected
    counts: the entry left of it was written by the client. Returns "" for a client without an address (a Unix
    socket).
    """
    peer, forwarded = _of_request(source) if hasattr(source, "META") else _of_scope(source)
    hops = (forwarded.split(",") if forwarded else []) + [peer]
    return _group(_tidy(hops[max(0, len(hops) - 1 - settings.TRUSTED_PROXIES)]) or _tidy(peer))


def attachment(name, content_type, content):
    """A file to keep: its name, its kind, its bytes."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = 'attachment; filename="%s"' % name
    return response


def json_of_body(request):
    """The JSON object that a script has posted, {} for anything else or for more than a few words."""
    try:
        document = json_loads(request.body) if len(request.body) <= SMALL_BODY_BYTES else None
    except ValueError:
        document = None
    return document if isinstance(document, dict) else {}


def _of_request(request):
    return request.META.get("REMOTE_ADDR", ""), request.META.get("HTTP_X_FORWARDED_FOR", "")


def _of_scope(scope):
    client = scope.get("client") or ("", 0)
    lines = [value.decode("latin1") for name, value in scope.get("headers", ())
             if name.lower() == b"x-forwarded-for"]
    return six.ensure_text(client[0] or ""), ",".join(lines)


def header(scope, name):
    """A header, b"accept-language", of an ASGI scope or of the content of a Channels 1 message; "" for
    none.
    """
    found = [value for known, value in scope.get("headers", ()) if known.lower() == name]
    return found[0].decode("latin1") if found else ""


def _tidy(hop):
    """The address of an entry like "192.0.2.7:4711" or "[2001:db8::1]:4711"; "" for what is none."""
    hop = hop.strip()
    if hop.startswith("["):
        hop = hop[1:].split("]")[0]
    elif hop.count(":") == 1:
        hop = hop.split(":")[0]
    return "" if packed(hop) is None else hop


def _group(address):
    number = packed(address)
    if number is None or len(number) == 4:
        return address
    if number.startswith(b"\0" * 10 + b"\xff\xff"):
        return socket.inet_ntop(socket.AF_INET, number[12:])
    network = number[:IPV6_NETWORK_BYTES] + b"\0" * (16 - IPV6_NETWORK_BYTES)
    return "%s/64" % socket.inet_ntop(socket.AF_INET6, network)


def page_document(value):
    """`value` (plain JSON) as an element for a template, which scripts read with `pageDocument` of
    static/js/kit/http.js.

    It holds no letter that could end the element, so players may be called what they like, and no policy
    about scripts concerns it, because browsers run nothing of this type.
    """
    text = json_dumps(value)
    for letter, escape in (("&", "\\u0026"), ("<", "\\u003C"), (">", "\\u003E")):
        text = text.replace(letter, escape)
    return format_html(DOCUMENT, mark_safe(text))
