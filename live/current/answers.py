"""Requests that wait in the hub, and how each gets its answer."""
import logging

from django.utils import translation

from live.faults import guarded

logger = logging.getLogger("live")


class Waiting:
    """A request in a topic's queue, with the socket that waits for its answer.

    Without a socket it is the hub's own: `who` has come or left, and nobody has noted it in so many `tries`.
    """

    __slots__ = ("request", "socket", "races", "who", "tries")

    def __init__(self, request, socket=None, who=None, tries=0):
        self.request, self.socket, self.races, self.who, self.tries = request, socket, 0, who, tries


def reply(handler, outcome, batch):
    """Answer each request of an outcome (live/base.py), in their order."""
    try:
        texts = handler.replies(outcome, [waiting.request for waiting in batch],
                                [waiting.socket.language if waiting.socket else "" for waiting in batch])
    except Exception:
        logger.exception("A turn could not be answered.")
        for waiting in batch:
            guarded(refuse, handler, waiting, "server_error")
        return
    for waiting, text in zip(batch, texts):
        if waiting.socket is not None and text is not None:
            guarded(waiting.socket.text, text)


def refuse(handler, waiting, code):
    """Say that a request was not served."""
    if waiting.socket is not None:
        with translation.override(waiting.socket.language):
            text = handler.failure(waiting.request, code)
        waiting.socket.text(text)


def hang_up(handler, socket, code):
    """Say why, in the language of its client, and close."""
    with translation.override(socket.language):
        text, close = handler.refusal(code)
    guarded(socket.text, text)
    guarded(socket.close, close)
