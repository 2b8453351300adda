"""The parts of .ci/run: which tests each Python gets, in which order, and where their files lie."""
import os

import pytest

from tests.outside.harness.server import PROJECT
from tests.outside.tools.test_ci import load

ci = load("ci_run", ".ci/run.py")


def test_files_of_tests_lie_in_memory_where_that_has_room(tmp_path):
    assert ci.memory(str(tmp_path), least=1) == str(tmp_path)
    assert ci.memory(str(tmp_path), least=1 << 60) is None and ci.memory(str(tmp_path / "nothing")) is None


def test_processes_of_the_tests_keep_compiled_modules_whatever_the_environment_says(tmp_path, monkeypatch):
    for name in ("TMPDIR", "PREPARED", "PYTHONDONTWRITEBYTECODE"):
        monkeypatch.setenv(name, "1")
    ci.prepare_environment(str(tmp_path))
    assert "PYTHONDONTWRITEBYTECODE" not in os.environ
    assert os.environ["TMPDIR"] == str(tmp_path) and (tmp_path / "prepared").is_dir()


def parts(pythons, whole=False):
    """The jobs of a run whose default is Python 3.11, preparations apart."""
    default, others = {"3.11": "python3"}, {version: "python" + version for version in pythons}
    return ci.parts(default, others, ci.preparations(default, others), whole)


def test_pythons_are_prepared_side_by_side_and_each_part_waits_for_its_own_and_the_default_one():
    prepared = ci.preparations({"3.11": "python3"}, {"2.7": "python2.7", "3.6": "python3.6"})
    assert [job.env["PREPARE_ONLY"] for job in prepared.values()] == ["1", "venv", "venv"]
    assert [job.after for job in prepared.values()] == [(), (), ()]
    assert {job.name.split()[0]: [before.name for before in job.after] for job in parts(["2.7", "3.6"])} == {
        "3.11": ["3.11 preparing"], "2.7": ["3.11 preparing", "2.7 preparing"],
        "3.6": ["3.11 preparing", "3.6 preparing"]}


@pytest.mark.parametrize("name", ["3.6 inside", "3.6 scenarios", "2.7 browser"])
def test_brief_parts_name_modules_that_are_there(name):
    command = next(job.command for job in parts(["2.7", "3.6"]) if job.name == name)
    paths = [PROJECT / path for path in command[1:] if path.startswith("tests")]
    assert len(paths) > 2 and all(path.exists() for path in paths)


@pytest.mark.parametrize("name, brief", [("2.7 scenarios", True), ("3.6 inside", True), ("2.7 inside", True),
                                         ("2.7 browser", True), ("3.11 scenarios", False)])
def test_classic_is_spared_what_fails_on_both_stacks_alike(name, brief):
    asked = [next(job.command for job in parts(["2.7", "3.6"], whole) if job.name == name) for whole in (False, True)]
    assert ["not one_stack" in command for command in asked] == [brief, False]


@pytest.mark.parametrize("whole, browsers", [(False, ["3.11 browser", "2.7 browser"]),
                                             (True, ["3.11 browser", "2.7 browser", "3.6 browser"])])
def test_browsers_try_one_python_of_each_stack_or_all(whole, browsers):
    names = [job.name for job in parts(["2.7", "3.6", "3.13"], whole)]
    assert sorted(name for name in names if "browser" in name) == sorted(browsers)
    assert sorted(name for name in names
                  if "inside" in name) == ["2.7 inside", "3.11 inside", "3.13 inside", "3.6 inside"]
    assert [name for name in names if "checks" in name or "tools" in name] == ["3.11 checks", "3.11 tools"]
    assert sorted(name for name in names
                  if "scenarios" in name) == ["2.7 scenarios", "3.11 scenarios", "3.6 scenarios"]


def test_browsers_run_beside_the_longest_scenarios_and_inside_tests_behind_all():
    shares, names = 0, []
    for job in parts(["2.7", "3.6"])[1:]:  # as they begin when the checks have ended
        if not job.background and shares + job.share <= 3:
            shares += job.share
            names.append(job.name)
    assert names == ["3.11 browser", "2.7 browser", "3.11 letters", "2.7 letters"]
    assert [job.name for job in parts(["2.7", "3.6"]) if job.background] == ["3.11 inside", "2.7 inside", "3.6 inside"]


@pytest.mark.parametrize("code, found", [("0", True), ("1", False)])
def test_the_default_python_is_the_systems_own_where_that_can_be_used(tmp_path, monkeypatch, code, found):
    monkeypatch.delenv("PYTHON", raising=False)
    own = tmp_path / "python3"
    own.write_text("#!/bin/sh\nexit %s\n" % code)
    own.chmod(0o755)
    assert ci.default_python(str(own)) == (str(own) if found else "python3")


def test_the_default_python_is_the_one_that_is_named(monkeypatch):
    monkeypatch.setenv("PYTHON", "python3.13")
    assert ci.default_python() == "python3.13"


def test_the_parts_have_every_folder_of_scenarios():
    folders = {path.name for path in (PROJECT / ci.SCENARIOS).iterdir() if (path / "__init__.py").exists()}
    assert sorted(folders) == sorted(sum(ci.THIRDS.values(), []))
