"""How the server in one process divides its time."""
import sys

from live.current import server


def test_threads_give_way_sooner_than_python_lets_them(monkeypatch):
    before = sys.getswitchinterval()
    monkeypatch.setattr(server.Server, "run", lambda self: None)
    monkeypatch.setattr(server.gc, "set_threshold", lambda *_: None)
    monkeypatch.setattr(server.gc, "freeze", lambda: None)
    try:
        server.run(None, "127.0.0.1", 0)
        assert sys.getswitchinterval() < before / 4
    finally:
        sys.setswitchinterval(before)
