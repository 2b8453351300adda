"""A phone's line to the server that can be cut: one TCP relay on a port of its own."""
import select
import socket
import threading
from contextlib import suppress

from ..harness.process import free_port


class Line:
    """`url` is the server through this line. `cut` drops every connection and takes no more until `mend`."""

    def __init__(self, server_port):
        self.port, self.server_port = free_port(), server_port
        self.url = "http://127.0.0.1:%d" % self.port
        self.pairs, self.lock, self.up = set(), threading.Lock(), True
        self.door = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._answer, daemon=True).start()

    def cut(self):
        with self.lock:
            self.up = False
            for end in [end for pair in self.pairs for end in pair]:
                with suppress(OSError):  # hung up already
                    end.shutdown(socket.SHUT_RDWR)  # wakes the relaying thread, which closes both ends

    def mend(self):
        self.up = True

    def close(self):
        self.cut()
        self.door.close()

    def _answer(self):
        while True:
            try:
                caller, _ = self.door.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(caller,), daemon=True).start()

    def _serve(self, caller):
        with caller, socket.create_connection(("127.0.0.1", self.server_port)) as server:
            with self.lock:
                if not self.up:
                    return
                self.pairs.add((caller, server))
            with suppress(OSError):
                self._relay(caller, server)
            with self.lock:
                self.pairs.discard((caller, server))

    @staticmethod
    def _relay(caller, server):
        while True:
            for end in select.select([caller, server], [], [])[0]:
                data = end.recv(65536)
                if not data:
                    return
                (server if end is caller else caller).sendall(data)
