"""One child process with its log in a file. Kills only what it started, with all its children."""
import os
import signal
import socket
import subprocess
import time


def free_port():
    """Return a TCP port of this machine that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(answers, seconds=30, why="it never answered", alive=lambda: True):
    """Call `answers` until it returns something true, and return that; AssertionError after `seconds`."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        result = answers()
        if result:
            return result
        if not alive():
            break
        time.sleep(0.05)
    raise AssertionError(why() if callable(why) else why)


def port_is_open(port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Process:
    """A command in a process group of its own."""

    def __init__(self, command, log_path, env=None, cwd=None):
        self.command, self.log_path = command, log_path
        with open(log_path, "ab") as log:
            self.child = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                                          env=env, cwd=cwd, start_new_session=True)

    @property
    def pid(self):
        return self.child.pid

    def alive(self):
        return self.child.poll() is None

    def log(self):
        with open(self.log_path, errors="replace") as log:
            return log.read()

    def kill(self):
        """End it at once, as a power cut would."""
        self._signal(signal.SIGKILL)
        self.child.wait(10)

    def stop(self, seconds=10):
        """Ask it to end; kill it when it does not within `seconds`. Return its exit code."""
        self._signal(signal.SIGTERM)
        try:
            return self.child.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            return self.child.returncode

    def _signal(self, number):
        try:
            os.killpg(self.child.pid, number)
        except ProcessLookupError:
            pass
