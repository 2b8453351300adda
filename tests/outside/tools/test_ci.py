"""The queue behind .ci/run and the runner behind bin/test: what they show, count, and end."""
import importlib.util
import os
import signal
import subprocess
import sys
import threading

import pytest

from tests.outside.harness.process import wait_until
from tests.outside.harness.server import PROJECT


def load(name, path):
    """Import a file outside of the packages."""
    spec = importlib.util.spec_from_file_location(name, str(PROJECT / path))
    sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


jobs = load("jobs", ".ci/jobs.py")

# Starts what outside tests start, says what that is, and goes on for ever.
BUSY = """
import signal, time
from tests.outside.harness.postgres import Postgres
from tests.outside.harness.process import Process

def test_it_goes_on_and_on(tmp_path):
    postgres = Postgres().start()
    child = Process(["sh", "-c", "sleep 600 & wait"], str(tmp_path / "log"))
    with open({notes!r}, "w") as notes:
        notes.write("%d %d %s" % (child.pid, postgres.group, postgres.folder))
    time.sleep(600)
"""


def shell(name, script, **env):
    return jobs.Job(name, ["sh", "-c", script], env)


def run(*work, slots=2):
    """Run these jobs; returns the lines that were shown."""
    shown = []
    jobs.Queue(slots, shown.append).run(work)
    return shown


def lives(group):
    """Whether anything of this process group runs; zombies do not."""
    states = subprocess.run(["ps", "-o", "stat=", "-g", str(group)], stdout=subprocess.PIPE,
                            text=True).stdout.split()
    return any(not state.startswith("Z") for state in states)


def test_it_starts_as_a_program_and_as_a_script_of_the_shell():
    for command in ([".ci/run", "--help"], ["sh", ".ci/run", "--help"], ["bash", ".ci/run", "--help"]):
        assert "--newest" in subprocess.run(command, cwd=PROJECT, capture_output=True, text=True,
                                            check=True).stdout


def test_each_line_is_shown_behind_the_name_of_its_job():
    assert sorted(run(shell("one", "echo a; echo b >&2"), shell("two", "echo c"))) == ["one | a", "one | b",
                                                                                       "two | c"]


def test_lines_are_shown_while_the_job_runs(tmp_path):
    seen = tmp_path / "seen"
    job = shell("one", "echo begun; while [ ! -e %s ]; do sleep 0.05; done" % seen)
    jobs.Queue(1, lambda line: seen.touch()).run([job])
    assert job.passed()


def test_two_jobs_run_at_a_time(tmp_path):
    meet = "touch %s/$0; while [ $(ls %s | wc -l) -lt 2 ]; do sleep 0.05; done" % (tmp_path, tmp_path)
    both = [jobs.Job(name, ["sh", "-c", meet, name]) for name in "ab"]
    run(*both)
    assert all(job.passed() for job in both)


def test_two_jobs_that_mostly_wait_share_a_slot(tmp_path):
    meet = "touch %s/$0; while [ $(ls %s | wc -l) -lt 2 ]; do sleep 0.05; done" % (tmp_path, tmp_path)
    both = [jobs.Job(name, ["sh", "-c", meet, name], share=0.5) for name in "ab"]
    run(*both, slots=1)
    assert all(job.passed() for job in both)


def test_the_background_takes_no_slot_and_has_a_bound_of_its_own(tmp_path):
    most = "touch %s/$0; sleep 0.3; ls %s; rm %s/$0" % ((tmp_path,) * 3)
    behind = [jobs.Job(name, ["sh", "-c", most, name], background=True) for name in "ab"]
    shown = run(jobs.Job("front", ["sh", "-c", most, "front"]), *behind, slots=1)
    assert "a | front" in shown or "front | a" in shown
    assert "a | b" not in shown and "b | a" not in shown


def test_what_runs_in_the_background_steps_behind_all_others():
    assert run(shell("front", "nice"), jobs.Job("back", ["sh", "-c", "sleep 0.2; nice"], background=True)) == [
        "front | %d" % os.nice(0), "back | %d" % jobs.BEHIND]


def test_a_job_that_needs_more_than_is_free_lets_a_smaller_one_go_before():
    half, whole, other = [jobs.Job(name, ["sh", "-c", "sleep 0.3; echo done"], share=share)
                          for name, share in (("half", 0.5), ("whole", 1), ("other", 0.5))]
    assert sorted(run(half, whole, other, slots=1)[:2]) == ["half | done", "other | done"]


@pytest.mark.parametrize("last_line, code, passed, failures", [
    ("3447 passed, 58 skipped, 4 warnings in 176.77 seconds", 0, 3447, 0),
    ("== 1 failed, 20 passed, 2 errors in 3.10s ==", 1, 20, 3),
    ("Killed", 137, 0, 1),
])
def test_it_counts_what_pytest_says(last_line, code, passed, failures):
    job = shell("one", "echo '%s'; exit %d" % (last_line, code))
    run(job)
    assert (job.count("passed"), job.failures(), job.passed()) == (passed, failures, code == 0)


def test_the_last_line_adds_all_up():
    work = [shell("one", "echo '5 passed in 1.00s'"),
            shell("two", "echo '1 failed, 2 passed in 1.00s'; exit 1")]
    run(*work)
    lines = jobs.summary(work, 90).splitlines()
    assert lines[-2:] == ["FAILED: two", "7 passed, 1 failed"]
    assert "side by side they took 1.5 minutes, and 0.0 of processor time" in lines


def test_the_parts_stand_in_the_order_in_which_they_began():
    first, last, never = shell("first", "true"), shell("last", "true"), shell("never", "true")
    first.began, last.began = 60.0, 150.0
    lines = [line.split()[:2] for line in jobs.summary([never, last, first], 90).splitlines()[2:5]]
    assert lines == [["first", "0.0"], ["last", "1.5"], ["never", "0.0"]]


def test_it_counts_how_long_a_processor_worked_for_a_job_and_its_children():
    work = shell("one", "%s -c 'while __import__(\"time\").process_time() < 0.5: pass'; sleep 0.5" % sys.executable)
    run(work)
    assert 0.5 <= work.busy < work.seconds


def test_the_closing_lines_name_each_test_that_failed():
    work = shell("one", "echo 'FAILED tests/test_a.py::test_b - assert 1 == 2'; echo '1 failed in 1.00s'; "
                        "exit 1")
    run(work)
    assert "one | FAILED tests/test_a.py::test_b - assert 1 == 2" in jobs.summary([work], 90).splitlines()


# Prints what pytest does of a test that fails when it runs with others, and of one that always does.
SHAKY = ("case \"$PYTEST_ADDOPTS\" in *--last-failed*) echo '1 passed in 1.00s';; "
         "*) echo 'FAILED tests/a.py::test_a'; echo '1 failed, 4 passed in 1.00s'; exit 1;; esac")
BROKEN = "echo 'FAILED tests/b.py::test_b'; echo '1 failed in 1.00s'; exit 1"


def run_again(*work, most=3):
    run(*work)
    run(*jobs.few_again(work, most))
    return jobs.summary(work, 90).splitlines()


def test_a_test_that_fails_only_beside_others_is_named_as_shaky():
    lines = run_again(shell("one", SHAKY), shell("two", "echo '5 passed in 1.00s'"))
    assert "one | FAILED tests/a.py::test_a" in lines
    assert lines[-2:] == ["SHAKY, passed only alone, to be mended: one", "10 passed, 0 failed"]


def test_a_test_that_fails_again_fails_the_run():
    assert run_again(shell("one", SHAKY), shell("two", BROKEN))[-2:] == ["FAILED: two", "5 passed, 1 failed"]


@pytest.mark.parametrize("other", ["exit 3", SHAKY])
def test_where_much_fails_nothing_is_run_again(other):
    work = [shell("one", SHAKY), shell("two", other)]
    assert "FAILED: one, two" in run_again(*work, most=1) and work[0].again is None


@pytest.mark.parametrize("allowed, last_line", [(False, "0 passed, 1 failed"), (True, "0 passed, 0 failed")])
def test_a_missing_python_is_a_failure_unless_it_may_be_missing(allowed, last_line):
    work = [shell("one", "true")]
    run(*work)
    text = jobs.summary(work, 1, ["3.6"], allowed)
    assert text.endswith(last_line) and "NOT TESTED, no such Python on this machine: 3.6" in text


def test_a_stopped_queue_ends_what_runs_and_begins_nothing_more():
    work = [shell("one", "sleep 600 & echo begun; wait"), shell("two", "true")]
    queue = jobs.Queue(1, lambda line: threading.Thread(target=queue.stop, args=(signal.SIGTERM,)).start())
    queue.run(work)
    assert not work[0].passed() and jobs.outcome(work[1]) == "never begun"


@pytest.mark.parametrize("processes", ["0", "2"])
def test_a_terminated_run_leaves_no_server_and_no_folder(tmp_path, processes):
    notes = tmp_path / "notes"
    (tmp_path / "test_busy.py").write_text(BUSY.format(notes=str(notes)))
    pytest_command = [sys.executable, "-m", "pytest", "-c", "tests/outside/pytest.ini", "--rootdir", ".",
                      "-n", processes, str(tmp_path)]
    runner = subprocess.Popen([sys.executable, "bin/_runs.py", "+busy", *pytest_command], cwd=PROJECT,
                              stdout=subprocess.DEVNULL,
                              start_new_session=True, env={**os.environ, "PYTHONPATH": str(PROJECT)})
    wait_until(lambda: notes.exists() and notes.read_text(), 60, "it never began")
    child, postgres, folder = notes.read_text().split()
    assert lives(child) and lives(postgres)
    runner.terminate()
    assert runner.wait(120) == 128 + signal.SIGTERM
    wait_until(lambda: not lives(child) and not lives(postgres) and not os.path.exists(folder), 60,
               "something lives on")


def test_a_job_begins_after_the_one_it_waits_for():
    first = shell("first", "sleep 0.3")
    waiting = jobs.Job("waiting", ["sh", "-c", "true"], after=(first,))
    lines = run(first, waiting, shell("other", "echo meanwhile"))
    assert waiting.passed() and lines == ["other | meanwhile"]


def test_what_waits_for_a_job_that_failed_never_begins():
    failed = shell("failed", "exit 1")
    waiting = jobs.Job("waiting", ["true"], after=(failed,))
    last, other = jobs.Job("last", ["true"], after=(waiting,)), shell("other", "true")
    run(failed, waiting, last, other)
    assert [jobs.outcome(job) for job in (waiting, last, other)] == ["never begun", "never begun", "done"]
