"""Ends what a test run started where the run itself cannot any more, because it was killed.

`will_end` and `ended` tell a process of its own what runs: a line "start GROUP SIGNAL [FOLDER]" or "end
GROUP" for each. The end of the run, however it comes, ends that input: the cleaner sends each process group
that is left its signal, then SIGKILL, and takes its folder away.
"""
import os
import shutil
import signal
import subprocess
import sys
import time

SECONDS = 5  # for what ends by its own signal
_cleaner = None


def will_end(group, number=signal.SIGKILL, folder=""):
    """When this test run dies, this process group gets this signal, and this folder goes."""
    _tell("start %d %d %s" % (group, number, folder))


def ended(group):
    """This process group is gone, or was left to run: it is no business of the cleaner's any more."""
    _tell("end %d" % group)


def _tell(line):
    global _cleaner
    if _cleaner is None:
        _cleaner = subprocess.Popen([sys.executable, __file__], stdin=subprocess.PIPE,
                                    stdout=subprocess.DEVNULL,
                                    start_new_session=True, text=True)
    _cleaner.stdin.write(line + "\n")
    _cleaner.stdin.flush()


def send(group, number):
    """Return whether the group was there to get the signal."""
    try:
        os.killpg(group, number)
        return True
    except ProcessLookupError:
        return False


def read(lines):
    """Return {group: (signal, folder)} of what still runs when the lines end."""
    left = {}
    for line in lines:
        word, group, *rest = line.rstrip("\n").split(" ", 3)
        if word == "start":
            left[int(group)] = int(rest[0]), rest[1]
        else:
            left.pop(int(group), None)
    return left


def clean(left):
    for group, (number, _) in left.items():
        send(group, number)
    deadline = time.monotonic() + SECONDS
    while any(send(group, 0) for group in left) and time.monotonic() < deadline:
        time.sleep(0.05)
    for group, (_, folder) in left.items():
        send(group, signal.SIGKILL)
        if folder:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    clean(read(sys.stdin))
