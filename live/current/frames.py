"""A frame that many sockets get. Knows daphne's protocol, but works without it."""


class Frame:
    """A text to broadcast: on daphne it is encoded and framed once, not once for each socket that gets it."""

    __slots__ = ("text", "_prepared")

    def __init__(self, text):
        self.text, self._prepared = text, None

    def send_by(self, protocol):
        """Send it by an open daphne protocol; returns False when it is not open (any more)."""
        if protocol.state != protocol.STATE_OPEN:
            return False
        if self._prepared is None:
            self._prepared = protocol.factory.prepareMessage(self.text.encode("utf-8"), isBinary=False,
                                                             doNotCompress=True)
        protocol.sendPreparedMessage(self._prepared)
        return True


def protocol_of(send):
    """The connection behind daphne's ASGI `send`, a partial over it; None for other servers."""
    protocol = next(iter(getattr(send, "args", ())), None)
    return protocol if hasattr(protocol, "sendPreparedMessage") else None
