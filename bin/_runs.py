"""Runs one or two pytest commands one after another: _runs.py [+NAME COMMAND...]. bin/test ends as this;
Python 3.10+.

The output is passed on as it comes, and the closing line of each run is repeated at the end. Ctrl-C reaches
pytest by itself; SIGTERM, which reaches only this process, is passed on, and nothing more is begun. The exit
code is that of the first run that failed.
"""
import os
import signal
import subprocess
import sys

NO_TESTS = 5  # pytest's code for that: all right for one of two runs, not for both
stopped = 0  # the signal that told us to stop


def parts_of(arguments):
    """["+tests", "python", "-m", "pytest", "+outside", ...] -> [("tests", ["python", "-m", "pytest"]),
    ...].
    """
    parts = []
    for argument in arguments:
        if argument[:1] == "+":
            parts.append((argument[1:], []))
        else:
            parts[-1][1].append(argument)
    return parts


def run(command):
    """Return (exit code, last line) of a command whose output is passed on."""
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def stop(number, frame):
        global stopped
        if number == signal.SIGTERM and not stopped:
            child.terminate()
            if os.getpgrp() == os.getpid():  # ours alone: the processes of pytest-xdist are told at once, too
                stopped = number
                os.killpg(0, number)
        stopped = number

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    tail = b""
    while chunk := os.read(child.stdout.fileno(), 65536):
        sys.stdout.buffer.write(chunk)
        sys.stdout.flush()
        tail = (tail + chunk)[-4000:]
    lines = tail.decode("utf-8", "replace").strip().splitlines()
    return child.wait(), lines[-1] if lines else ""


def main(arguments):
    codes, last_lines = [], []
    for name, command in parts_of(arguments):
        print("== " + name, file=sys.stderr, flush=True)
        code, last_line = run(command)
        codes.append(code)
        last_lines.append(last_line)
        if stopped:
            return 128 + stopped
    if len(codes) > 1:
        print("== each run's last line", file=sys.stderr, flush=True)
        print("\n".join(last_lines), flush=True)
    return next((code for code in codes if code not in (0, NO_TESTS)), min(codes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
