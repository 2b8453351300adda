"""The game under the Python under test, in one process or in the processes of its Procfile."""
import functools
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import requests

from .process import Process, free_port, wait_until

PROJECT = Path(__file__).resolve().parents[3]
SCRIPTS = PROJECT / "tests" / "outside" / "scripts"  # programs for the Python under test
PYTHON = os.environ.get("CARDS_PYTHON", sys.executable)
SETTINGS = ["ALLOWED_HOSTS", "BEAT_SECONDS", "CLOCK_SECONDS", "CSRF_TRUSTED_ORIGINS", "DATABASE_URL", "DEBUG",
            "DEFAULT_FROM_EMAIL", "DEPLOY",
            "EMAIL_URL", "GITHUB_CLIENT_ID", "GITHUB_SECRET", "GOOGLE_CLIENT_ID", "GOOGLE_SECRET",
            "HEADER_SECONDS", "HTTPS", "INBOX_SECRET", "INBOX_URL",
            "IMPORT_CLAIM_SECONDS", "LETTER_CLAIM_SECONDS", "LETTER_RETRY_SECONDS", "LISTED_ROOMS_A_DAY",
            "POSTS_A_MINUTE",
            "REDIS_URL", "ROOMS_AN_HOUR", "SCRIPT_NAME", "SEATS_AN_HOUR", "SEATS_PER_ROOM", "SECRET_KEY",
            "SESSIONS_AN_HOUR",
            "SHUTDOWN_SECONDS", "SITE_DOMAIN", "SOCKETS_PER_ADDRESS", "STATIC_ROOT", "TIME_ZONE",
            "TRUSTED_PROXIES",
            "TWITTER_CLIENT_ID", "TWITTER_SECRET", "VAR_DIR"]
# All visitors and bots of the tests come from one address.
GENEROUS = dict.fromkeys(("LISTED_ROOMS_A_DAY", "POSTS_A_MINUTE", "ROOMS_AN_HOUR", "SEATS_AN_HOUR",
                          "SESSIONS_AN_HOUR",
                          "SOCKETS_PER_ADDRESS"), "1000000")


@functools.lru_cache(None)
def is_classic():
    code = "import sys; sys.exit(sys.version_info >= (3, 7))"
    return subprocess.run([PYTHON, "-c", code]).returncode == 0


def procfile():
    """Return {name: command} from the Procfile of the stack under test."""
    text = (PROJECT / ("Procfile.classic" if is_classic() else "Procfile")).read_text()
    return dict(re.findall(r"^(\w+):\s*(.+)$", text, re.MULTILINE))


class Server:
    """A game server with a var folder, log and environment of its own.

    `with_workers` starts every process of the Procfile (needs REDIS_URL); otherwise it is `manage.py serve`.
    Behind a proxy, which the Procfile's processes always are, the last entry of X-Forwarded-For is believed.
    `python` is for a server in one process under another Python than the one under test.
    """

    def __init__(self, folder, env=None, with_workers=False, var_template=None, behind_proxy=False,
                 python=PYTHON):
        self.folder, self.with_workers, self.port, self.processes = Path(
            folder), with_workers, free_port(), {}
        self.var, self.python = self.folder / "var", python
        if var_template:
            shutil.copytree(var_template, self.var)
        clean = {name: value for name, value in os.environ.items() if name not in SETTINGS}
        self.env = {**clean, "ALLOWED_HOSTS": "127.0.0.1,localhost",
                    "SITE_DOMAIN": "127.0.0.1:%d" % self.port,
                    "DJANGO_SETTINGS_MODULE": "tests.outside.harness.settings",
                    "PYTHONUNBUFFERED": "1", "PORT": str(self.port), "VAR_DIR": str(self.var),
                    "TRUSTED_PROXIES": "1" if behind_proxy or with_workers else "0", **GENEROUS,
                    **(env or {})}
        self.env["PATH"] = os.path.dirname(python) + os.pathsep + self.env["PATH"]
        self.url = "http://127.0.0.1:%d" % self.port
        self.ws_url = "ws://127.0.0.1:%d" % self.port

    def manage(self, *arguments, seconds=120):
        """Run a management command with this server's environment and return what it printed."""
        result = subprocess.run([self.python, "manage.py", *arguments], cwd=PROJECT, env=self.env, timeout=seconds,
                                text=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        assert result.returncode == 0, result.stdout
        return result.stdout

    def prepare(self):
        """Make the tables, name the site, as the Procfile's release does, and load the starter decks."""
        self.manage("migrate", "--verbosity", "0")
        self.manage("set_site")
        self.manage("load_starter_decks")
        return self

    def start(self):
        """Start what does not run, and wait until pages are answered."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for name in self.commands():
            if name not in self.processes:
                self.start_one(name)
        wait_until(self._answers, 60, self.log, self.alive)
        return self

    def start_one(self, name):
        """Start the process of this name, as after its end."""
        self.processes[name] = Process(self.commands()[name], str(self.folder / (name + ".log")),
                                       env=self.env, cwd=str(PROJECT))

    def alive(self):
        return all(process.alive() for process in self.processes.values())

    def log(self):
        return "\n".join("== %s\n%s" % (name, process.log()) for name, process in self.processes.items())

    def kill(self, name=None):
        """End one process, or all of them, with SIGKILL."""
        for each in [name] if name else list(self.processes):
            self.processes.pop(each).kill()

    def stop(self):
        """Let all processes end in good order, side by side."""
        for process in self.processes.values():
            process.ask_to_end()
        for process in self.processes.values():
            process.wait()
        self.processes.clear()

    def pause(self):
        """Let all processes rest; what they do every second would cost other tests their time."""
        for process in self.processes.values():
            process.pause()

    def resume(self):
        for process in self.processes.values():
            process.resume()

    def restart(self):
        """Stop what still runs and start again at the same address with the same data."""
        self.stop()
        return self.start()

    def commands(self):
        """{name: argument list} of the processes to start."""
        if not self.with_workers:
            return {"serve": [self.python, "manage.py", "serve", "--port", str(self.port)]}
        return {name: shlex.split(command.replace("$PORT", str(self.port)))
                for name, command in procfile().items() if name != "release"}

    def _answers(self):
        try:
            return requests.get(self.url + "/", timeout=5).status_code < 500
        except requests.RequestException:
            return False
