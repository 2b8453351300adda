"""One child process with its log in a file. Kills only what it started, with all its children."""
import os
import random
import signal
import socket
import subprocess
import time

from . import cleaner

# Below the ports that the kernel gives to whoever connects or asks for any, so a server finds its port free
# again.
PORTS = range(15000, 32000)
reserved = []


def free_port():
    """Return a TCP port of this machine that nobody listens on, and that no other test run is given while
    this one lives.

    A server may be down for a while and come back to its port, so asking who listens is not enough for test
    runs side by side. The UDP port of the same number, which nobody else wants, is each run's reservation:
    the kernel gives it to one process and frees it when that ends.
    """
    while True:
        port, reservation = random.choice(PORTS), socket.socket(type=socket.SOCK_DGRAM)
        try:
            reservation.bind(("127.0.0.1", port))
        except OSError:
            reservation.close()
            continue
        reserved.append(reservation)
        if not port_is_open(port):
            return port


def patience(seconds):
    """So many seconds, or more where the machine has more to do than it has processors."""
    return seconds * max(1, os.getloadavg()[0] / os.cpu_count())


def wait_until(answers, seconds=30, why="it never answered", alive=lambda: True):
    """Call `answers` until it returns something true, and return that;
    AssertionError after `seconds` with patience.
    """
    begun = time.monotonic()
    while True:
        late = time.monotonic() - begun > patience(seconds)  # before the last look, which may come long after
        result = answers()
        if result:
            return result
        if late or not alive():
            raise AssertionError(why() if callable(why) else why)
        time.sleep(0.05)


def port_is_open(port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Process:
    """A command in a process group of its own."""

    def __init__(self, command, log_path, env=None, cwd=None):
        self.command, self.log_path = command, log_path
        with open(log_path, "ab") as log:
            self.child = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT,
                                          stdin=subprocess.DEVNULL,
                                          env=env, cwd=cwd, start_new_session=True)
        cleaner.will_end(self.pid)

    @property
    def pid(self):
        return self.child.pid

    def alive(self):
        return self.child.poll() is None

    def log(self):
        with open(self.log_path, errors="replace") as log:
            return log.read()

    def forget_log(self):
        open(self.log_path, "w").close()

    def kill(self):
        """End it at once, as a power cut would."""
        self._signal(signal.SIGKILL)
        self.child.wait(10)
        cleaner.ended(self.pid)

    def pause(self):
        """Let it rest: it does nothing until `resume`."""
        self._signal(signal.SIGSTOP)

    def resume(self):
        self._signal(signal.SIGCONT)

    def ask_to_end(self):
        self._signal(signal.SIGTERM)
        self.resume()  # a process that rests hears of it afterwards

    def stop(self, seconds=10):
        """Ask it to end; kill it when it does not within `seconds`. Return its exit code."""
        self.ask_to_end()
        return self.wait(seconds)

    def wait(self, seconds=10):
        """Wait for the end that it was asked for; kill it when that does not come within `seconds`. Return
        its exit code.
        """
        try:
            self.child.wait(seconds)
            cleaner.ended(self.pid)
        except subprocess.TimeoutExpired:
            self.kill()
        return self.child.returncode

    def _signal(self, number):
        cleaner.send(self.pid, number)
