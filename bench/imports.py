"""How long pages take while a card file is looked at and stored: `python -m bench.imports FILE`."""
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

import requests

from tests.outside.harness.server import Server
from tests.outside.importers import Importer


def ask(address, done, took):
    """Ask for a page again and again, until `done` is set; `took` gets milliseconds."""
    session = requests.Session()
    while not done.is_set():
        began = time.monotonic()
        session.get(address)
        took.append((time.monotonic() - began) * 1000)
        time.sleep(0.02)


def pages_while(what, address, work, *arguments):
    """Print how long pages took while `work` ran, and return what that returned."""
    done, took, began = threading.Event(), [], time.monotonic()
    asking = threading.Thread(target=ask, args=(address, done, took))
    asking.start()
    try:
        return work(*arguments)
    finally:
        done.set()
        asking.join()
        took.sort()
        print("%-8s %5.1f s, pages: median %3.0f ms, 95 %% %3.0f ms, worst %3.0f ms" % (
            what, time.monotonic() - began, statistics.median(took), took[int(len(took) * 0.95)], took[-1]))


def main(path):
    content = Path(path).read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        server = Server(folder).prepare().start()
        try:
            importer, page = Importer(server.url, "ann"), server.url + "/decks/"
            pages_while("nothing", page, time.sleep, 4)
            job = pages_while("look", page, importer.look, content)
            pages_while("store", page, importer.store, job)
        finally:
            server.stop()


if __name__ == "__main__":
    main(sys.argv[1])
