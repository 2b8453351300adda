"""A WebSocket client with next to no cost of its own, so that the load does not measure itself."""
import asyncio
import base64
import os
import struct
from urllib.parse import urlsplit

TEXT, PING, PONG = 1, 9, 10


class Client(asyncio.Protocol):
    """Text frames in and out; `on_text(bytes)` is called for each whole message.

    Pings are answered, as browsers do: daphne
    hangs up on who is silent for 50 seconds.
    """

    def __init__(self, url, cookie, on_text):
        self.parts, self.cookie, self.on_text = urlsplit(url), cookie, on_text
        self.buffer, self.open = b"", asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        transport.write((
            "GET %s HTTP/1.1\r\nHost: %s\r\nOrigin: http://%s\r\n"
            "Upgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\nCookie: %s\r\n\r\n"
            % (self.parts.path, self.parts.netloc, self.parts.netloc, key, self.cookie)).encode())

    def data_received(self, data):
        self.buffer += data
        if not self.open.done():
            head, found, rest = self.buffer.partition(b"\r\n\r\n")
            if not found:
                return
            if b" 101 " not in head.split(b"\r\n")[0]:
                self.open.set_exception(ConnectionError(head.decode("latin1")))
                return
            self.buffer = rest
            self.open.set_result(None)
        self._frames()

    def _frames(self):
        data, at = self.buffer, 0
        while len(data) - at >= 2:
            size, start = data[at + 1] & 127, at + 2
            if size == 126:
                if len(data) < start + 2:
                    break
                size, start = struct.unpack_from(">H", data, start)[0], start + 2
            elif size == 127:
                if len(data) < start + 8:
                    break
                size, start = struct.unpack_from(">Q", data, start)[0], start + 8
            if len(data) < start + size:
                break
            kind = data[at] & 15
            if kind == TEXT:
                self.on_text(data[start:start + size])
            elif kind == PING:
                self._send(PONG, data[start:start + size])
            at = start + size
        self.buffer = data[at:]

    def send(self, text):
        """Send one text frame of up to 64 KB; the mask is zero, which the protocol allows."""
        self._send(TEXT, text.encode())

    def _send(self, kind, payload):
        head = struct.pack(">BB", 0x80 | kind, 128 | len(payload)) if len(payload) < 126 else \
            struct.pack(">BBH", 0x80 | kind, 254, len(payload))
        self.transport.write(head + b"\0\0\0\0" + payload)


async def connect(url, cookie, on_text):
    """An open Client."""
    parts = urlsplit(url)
    _, client = await asyncio.get_running_loop().create_connection(
        lambda: Client(url, cookie, on_text), parts.hostname, parts.port)
    await client.open
    return client
