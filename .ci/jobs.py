"""Runs commands side by side, so many at a time, and shows what they print while they run.

Python 3.10+, standard library only.

Each line is shown behind the name of its job. A job has a process group of its own: SIGTERM or Ctrl-C ends
each of them.
"""
import os
import re
import signal
import subprocess
import threading
import time
from dataclasses import dataclass, field

BEHIND = 10  # the niceness of what runs in the background
COUNTED = re.compile(r"(\d+) (passed|failed|errors?|skipped)\b")
NAMED = re.compile(r"(FAILED|ERROR) tests/\S+")


@dataclass
class Job:
    """A command with its environment, and what became of it: exit code, when it began (monotonic), seconds,
    seconds of processor time with all its children, and pytest's closing line.

    It begins when the jobs `after` have passed, and not at all where one of them fails. `share` is how much
    of a slot it takes: 0.5 for one that waits for more than half of its time. One in the `background` takes
    none, and the time of processors that the others leave.
    """

    name: str
    command: list
    env: dict = field(default_factory=dict)
    after: tuple = ()
    share: float = 1
    background: bool = False
    code: int = None
    began: float = 0
    seconds: float = 0
    busy: float = 0
    counts: str = ""
    named: list = field(default_factory=list)  # pytest's lines about each test that failed, with its message
    again: "Job | None" = None  # which runs the few that failed once more

    def passed(self):
        return self.code == 0 or self.again is not None and self.again.passed()

    def may_begin(self):
        return all(job.passed() for job in self.after)

    def never_begins(self):
        return any(job.code not in (None, 0) or job.never_begins() for job in self.after)

    def count(self, *words):
        """How many tests its pytest counted under these words."""
        return sum(int(number) for number, word in COUNTED.findall(self.counts) if word in words)

    def failures(self):
        """How many tests failed; a job that failed without naming one counts as one."""
        if self.again is not None:
            return self.again.failures()
        return self.count("failed", "error", "errors") or int(not self.passed())


class Queue:
    """`run(jobs)` returns when all have ended.

    They begin in their order as slots get free; those that wait for another one, or need more than is free,
    are passed over meanwhile. `background` is how many run there at most.
    """

    def __init__(self, slots, write=print, background=1):
        self.slots, self.background, self.write = slots, background, write
        self.begun = []  # what has begun and not ended
        self.running, self.lock, self.stopped = {}, threading.Lock(), 0
        self.ended = threading.Condition()

    def run(self, jobs):
        waiting = list(jobs)
        threads = [threading.Thread(target=self._work_off, args=(waiting,))
                   for _ in range(2 * self.slots + self.background)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def stop(self, number, frame=None):
        """Begin nothing more, and pass this signal on to all that runs. Also a signal handler."""
        self.stopped = number
        for child in list(self.running.values()):
            try:
                os.killpg(child.pid, signal.SIGTERM)
            except ProcessLookupError:
                pass

    def _work_off(self, waiting):
        while job := self._next(waiting):
            self._run_one(job)
            with self.ended:
                self.begun.remove(job)
                self.ended.notify_all()

    def _next(self, waiting):
        """Take the next job out of those that wait, as soon as one may begin and has its share of the slots;
        None when none ever will.
        """
        with self.ended:
            while not self.stopped:
                waiting[:] = [job for job in waiting if not job.never_begins()]
                for job in waiting:
                    if job.may_begin() and self._has_room(job):
                        waiting.remove(job)
                        self.begun.append(job)
                        return job
                if not waiting:
                    return None
                self.ended.wait(1)  # a signal that stops us wakes nobody

    def _has_room(self, job):
        if job.background:
            return sum(other.background for other in self.begun) < self.background
        return sum(other.share for other in self.begun if not other.background) + job.share <= self.slots

    def _run_one(self, job):
        job.began = time.monotonic()
        child = subprocess.Popen(job.command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT,
                                 env={**os.environ, "PYTHONUNBUFFERED": "1", **job.env},
                                 start_new_session=True)
        if job.background:
            step_behind(child.pid)
        self.running[job.name] = child
        if self.stopped:  # while it was being started
            self.stop(self.stopped)
        for line in child.stdout:
            line = line.decode("utf-8", "replace").rstrip()
            with self.lock:
                self.write("%s | %s" % (job.name, line))
            if re.search(r"\d+ (passed|failed|errors?|skipped)\b.* in \d", line):
                job.counts = line.strip("= ")
            if NAMED.match(line):
                job.named.append(line)
        _, status, used = os.wait4(child.pid, 0)
        job.code = child.returncode = os.waitstatus_to_exitcode(status)
        job.busy = used.ru_utime + used.ru_stime
        del self.running[job.name]
        job.seconds = time.monotonic() - job.began


def step_behind(pid):
    """Leave a process, and what it starts from now on, the time of processors that others do not use.

    Linux shares that between sessions first, each with a niceness of its own (sched_autogroup), then within
    one.
    """
    os.setpriority(os.PRIO_PROCESS, pid, BEHIND)
    try:
        with open("/proc/%d/autogroup" % pid, "w") as group:
            group.write("%d" % BEHIND)
    except OSError:
        pass  # another system, or sessions are not told apart


def few_again(jobs, most):
    """New jobs that run once more what failed, where at most so many tests did in all of these jobs: a test
    that fails on a busy machine may still say something true alone.
    """
    shaky = [job for job in jobs if job.code == 1 and job.named]
    if any(job.code for job in jobs if job not in shaky) or sum(job.failures() for job in shaky) > most:
        return []
    for job in shaky:
        options = job.env.get("PYTEST_ADDOPTS", "") + " --last-failed"
        job.again = Job(job.name + " again", job.command, {**job.env, "PYTEST_ADDOPTS": options})
    return [job.again for job in shaky]


def summary(jobs, seconds, missing=(), allowed=False):
    """The closing lines: minutes by part, what failed or was `missing`, and how many tests passed and failed.

    What is missing counts as a failure unless that is `allowed`.
    """
    lines = ["", "minutes by part: after how many it began, how many it took, how many a processor worked"]
    width = max(len(job.name) for job in jobs)
    in_order = sorted(jobs, key=lambda job: job.began or float("inf"))
    first = in_order[0].began
    lines += ["%-*s %5.1f %5.1f %5.1f  %s" % (
        width, job.name, max(0, job.began - first) / 60, job.seconds / 60, job.busy / 60, outcome(job))
        for job in in_order]
    lines.append("side by side they took %.1f minutes, and %.1f of processor time" % (
        seconds / 60, sum(job.busy for job in jobs) / 60))
    if missing:
        lines.append("NOT TESTED, no such Python on this machine: %s%s" % (
            ", ".join(missing), "" if allowed else " (ALLOW_MISSING=1 goes without)"))
    failed = [job.name for job in jobs if not job.passed()]
    lines += ["%s | %s" % (job.name, line[:200]) for job in jobs for line in job.named[:10]]
    shaky = [job.name for job in jobs if job.again is not None and job.passed()]
    if shaky:
        lines.append("SHAKY, passed only alone, to be mended: " + ", ".join(shaky))
    if failed:
        lines.append("FAILED: " + ", ".join(failed))
    failures = sum(job.failures() for job in jobs) + (0 if allowed else len(missing))
    passed = sum(job.count("passed") for job in [*jobs, *(job.again for job in jobs if job.again)])
    lines.append("%d passed, %d failed" % (passed, failures))
    return "\n".join(lines)


def outcome(job):
    if job.code is None:
        return "never begun"
    return job.counts or ("done" if job.passed() else "exit code %d" % job.code)
