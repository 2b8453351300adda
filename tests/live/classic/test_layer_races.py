"""Two threads at the same place of the layer: daphne is woken all the same."""
from __future__ import unicode_literals

import threading

from twisted.internet import reactor

from live.classic.layer import MemoryLayer


class SlowLayer(MemoryLayer):
    """A sender that has looked who waits goes on only when the test says so."""

    def __init__(self):
        self.has_looked, self.may_go_on = threading.Event(), threading.Event()
        super(SlowLayer, self).__init__()

    @property
    def _daphne(self):
        waiting = self.__dict__["waiting"]
        if threading.current_thread().name == "sender":
            self.has_looked.set()
            self.may_go_on.wait(20)
        return waiting

    @_daphne.setter
    def _daphne(self, waiting):
        self.__dict__["waiting"] = waiting


def test_a_slow_sender_does_not_make_the_layer_forget_who_waits(monkeypatch):
    layer, asked, heard = SlowLayer(), [], []
    monkeypatch.setattr(reactor, "callFromThread", asked.append)
    first = layer.receive_twisted(["http.response!"])
    sender = threading.Thread(target=layer.send, args=("http.response!x", {"n": 1}), name="sender")
    sender.start()
    assert layer.has_looked.wait(20)
    layer.__dict__["waiting"].wake()  # as another sender had it woken already
    listener = threading.Thread(target=lambda: layer.receive_twisted(["http.response!"]).addCallback(
        heard.append))
    listener.start()
    listener.join(0.2)
    layer.may_go_on.set()
    sender.join()
    listener.join()
    layer.send("http.response!x", {"n": 2})
    for wake in asked:
        wake()
    assert first.called and [message for _, message in heard] == [{"n": 2}]
