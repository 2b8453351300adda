"""A client that asks and never listens: a raw TCP connection with the smallest buffer,
after a WebSocket handshake.
"""
import base64
import os
import socket
from urllib.parse import urlsplit


class DeafClient:
    """Sits on a room's socket with a visitor's cookies and reads nothing but the handshake."""

    def __init__(self, visitor, code):
        site = urlsplit(visitor.site)
        self.tcp = socket.socket()
        self.tcp.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF,
                            2048)  # before connecting, or it counts for nothing
        self.tcp.settimeout(10)
        self.tcp.connect((site.hostname, site.port))
        self.tcp.sendall((
            "GET /ws/rooms/%s/ HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nCookie: %s\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: %s\r\n\r\n" % (
                code, site.netloc, visitor.site, visitor.cookies(),
                base64.b64encode(os.urandom(16)).decode())).encode())
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += self.tcp.recv(1)
        assert answer.startswith(b"HTTP/1.1 101"), answer

    def ask(self, text=b'{"move":"sync"}'):
        """Send one frame, masked as clients must (with zeros); returns False when the server has hung up."""
        try:
            self.tcp.sendall(bytes([0x81, 0x80 | len(text), 0, 0, 0, 0]) + text)
            return True
        except OSError:
            return False

    def close(self):
        self.tcp.close()
