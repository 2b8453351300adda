"""daphne 4 in this process, with limits that suit a game of small frames."""
from daphne.server import Server

from live.base import FRAME_BYTES


def run(application, host, port):
    """Serve until a signal stops it."""
    Server(
        application,
        endpoints=["tcp:port=%d:interface=%s" % (port, host.replace(":", "\\:"))],
        verbosity=0,
        websocket_max_message_size=4 * FRAME_BYTES,
        websocket_max_frame_size=4 * FRAME_BYTES,
        application_close_timeout=2,
        server_name="cards",
    ).run()
