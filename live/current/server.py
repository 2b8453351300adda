"""daphne 4 in this process, with limits that suit a game of small frames."""
import gc
import sys

from daphne.server import Server

from live.base import SERVER_FRAME_BYTES

# Counts for what we send too, and the table of a crowd is long.
MESSAGE_BYTES = 1024 * 1024
GC_THRESHOLDS = (20000, 20, 20)
# So long a thread may compute before another one that waits has its turn. Pages wait for one after each of
# their queries, and the worker computes for seconds when it looks at a big card file: with Python's 5 ms they
# took twice as long meanwhile.
TURN_SECONDS = 0.0005


def run(application, host, port):
    """Serve until a signal stops it."""
    # Each move makes hundreds of small objects and hardly a cycle: the collector's usual haste costs a tenth
    # of it.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GC_THRESHOLDS)
    sys.setswitchinterval(TURN_SECONDS)
    Server(
        application,
        endpoints=["tcp:port=%d:interface=%s" % (port, host.replace(":", "\\:"))],
        verbosity=0,
        websocket_max_message_size=MESSAGE_BYTES,
        websocket_max_frame_size=SERVER_FRAME_BYTES,
        application_close_timeout=2,
        server_name="cards",
    ).run()
