"""Links of invitations, for tests that know no letters: a script under the server's Python writes the
rows.

It is started once for each server, and ends with the test run.
"""
import json
import subprocess

from .harness.server import PROJECT, PYTHON, SCRIPTS

GUEST_LIST = str(SCRIPTS / "guest_list.py")
_writers = {}  # {the server's address: the script that writes into its database}


def told(server, script, *arguments):
    """The JSON that a script prints when it runs with this server's environment."""
    result = subprocess.run([PYTHON, script, *arguments], cwd=PROJECT, env=server.env, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, timeout=300, text=True)
    assert result.returncode == 0, result.stderr[-3000:]
    return json.loads(result.stdout)


def a_link(server, code, *night):
    """The path of a new invitation for Bob to this room; the room's first seat becomes an account's,
    which invites. `night` may be "moved" and a language.
    """
    if server.url not in _writers:
        _writers[server.url] = subprocess.Popen([PYTHON, GUEST_LIST], cwd=PROJECT, env=server.env, text=True,
                                                stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    writer = _writers[server.url]
    writer.stdin.write(" ".join([code, *night]) + "\n")
    writer.stdin.flush()
    key = writer.stdout.readline().strip()
    assert key, "guest_list.py has failed"
    return "/invites/accept/%s/" % key
