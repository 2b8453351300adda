"""Settings from the environment, as another process with that environment sees them."""
from __future__ import unicode_literals

import json
import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from cards_project import checks
from cards_project.env import Environment, kept_secret
from tests.sources import ROOT

SHOW = """
import json, sys
from cards_project import settings
print(json.dumps({name: getattr(settings, name) for name in sys.argv[1:]}, default=str, skipkeys=True))
"""


@pytest.fixture
def settings_with(tmpdir):
    """A function: settings_with({"HTTPS": "1"}, "SESSION_COOKIE_SECURE") gives those settings as a dict."""
    def look(environment, *names):
        values = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmpdir.join("var"))}
        values.update(environment)
        output = subprocess.check_output([sys.executable, "-c", SHOW] + list(names), cwd=ROOT,
                                         env={str(name): str(value) for name, value in values.items()})
        return json.loads(output.decode("utf-8"))
    return look


@pytest.fixture
def problems_with(settings_with):
    """A function: the names of the variables that are refused in this environment."""
    def look(environment):
        return [name for name, advice in settings_with(environment,
                                                       "ENVIRONMENT_PROBLEMS")["ENVIRONMENT_PROBLEMS"]]
    return look


def test_an_empty_environment_is_all_right(problems_with):
    assert problems_with({}) == []


@pytest.mark.parametrize("name, value", [
    ("DATABASE_URL", "nonsense"),
    ("DATABASE_URL", "mysql://cards@localhost/cards"),
    ("REDIS_URL", "localhost:6379"),
    ("EMAIL_URL", "mail.example.org"),
    ("SITE_DOMAIN", "https://cards.example.org/"),
    ("TIME_ZONE", "Moon/Crater"),
    ("DEBUG", "perhaps"),
    ("HTTPS", "2"),
    ("PORT", "http"),
    ("CSRF_TRUSTED_ORIGINS", "cards.example.org"),
])
def test_it_names_the_variable_that_is_wrong(problems_with, name, value):
    assert problems_with({"ALLOWED_HOSTS": "cards.example.org", name: value}) == [name]


@pytest.mark.parametrize("deployed", [{"DEPLOY": "1"}, {"DATABASE_URL": "postgres://cards@localhost/cards"}])
def test_a_deployed_site_must_know_its_names(problems_with, deployed):
    assert problems_with(deployed) == ["ALLOWED_HOSTS"]
    assert problems_with(dict(deployed, SITE_DOMAIN="cards.example.org")) == []


def test_at_home_every_phone_may_ask(settings_with):
    assert settings_with({}, "ALLOWED_HOSTS") == {"ALLOWED_HOSTS": ["*"]}


def test_a_site_answers_to_its_own_name_only(settings_with):
    assert settings_with({"SITE_DOMAIN": "cards.example.org:8000"}, "ALLOWED_HOSTS") == {
        "ALLOWED_HOSTS": ["cards.example.org"]}


def test_the_var_folder_holds_database_key_and_mail(settings_with, tmpdir):
    found = settings_with({}, "DATABASES", "EMAIL_FILE_PATH")
    assert found["DATABASES"]["default"]["NAME"] == str(tmpdir.join("var", "db.sqlite3"))
    assert found["EMAIL_FILE_PATH"] == str(tmpdir.join("var", "mail"))
    assert tmpdir.join("var", "secret_key").check()


def test_the_secret_key_stays_the_same(settings_with):
    assert settings_with({}, "SECRET_KEY") == settings_with({}, "SECRET_KEY")


def test_a_given_secret_key_is_used_and_not_kept(settings_with, tmpdir):
    assert settings_with({"SECRET_KEY": "from outside"}, "SECRET_KEY") == {"SECRET_KEY": "from outside"}
    assert not tmpdir.join("var", "secret_key").check()


def test_redis_carries_messages_and_rate_limits(settings_with):
    found = settings_with({"REDIS_URL": "redis://localhost:6379/3"}, "CHANNEL_LAYERS", "CACHES")
    assert "RedisChannelLayer" in found["CHANNEL_LAYERS"]["default"]["BACKEND"]
    assert found["CACHES"]["default"]["LOCATION"] == "redis"
    assert found["CACHES"]["redis"]["LOCATION"] == "redis://localhost:6379/3"


def test_a_mail_folder_is_an_absolute_path(settings_with):
    assert settings_with({"EMAIL_URL": "file:///var/letters"},
                         "EMAIL_FILE_PATH") == {"EMAIL_FILE_PATH": "/var/letters"}


def test_a_mail_server_comes_from_one_address(settings_with):
    found = settings_with({"EMAIL_URL": "smtp://ann:secret@mail.example.org:587/?tls=1"}, "EMAIL_HOST",
                          "EMAIL_PORT",
                          "EMAIL_HOST_USER", "EMAIL_USE_TLS")
    assert found == {"EMAIL_HOST": "mail.example.org", "EMAIL_PORT": 587, "EMAIL_HOST_USER": "ann",
                     "EMAIL_USE_TLS": True}


def test_https_makes_cookies_secure(settings_with):
    assert settings_with({"HTTPS": "1"}, "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE") == {
        "SESSION_COOKIE_SECURE": True, "CSRF_COOKIE_SECURE": True}


def test_a_site_with_https_must_know_its_name(problems_with):
    assert problems_with({"HTTPS": "1"}) == ["SITE_DOMAIN"]
    assert problems_with({"HTTPS": "1", "SITE_DOMAIN": "cards.example.org"}) == []


def test_https_sends_everybody_to_the_sites_own_name_for_good(settings_with):
    found = settings_with({"HTTPS": "1", "SITE_DOMAIN": "cards.example.org"},
                          "SECURE_SSL_REDIRECT", "SECURE_SSL_HOST", "SECURE_HSTS_SECONDS")
    assert found == {"SECURE_SSL_REDIRECT": True, "SECURE_SSL_HOST": "cards.example.org",
                     "SECURE_HSTS_SECONDS": 31536000}


def test_django_finds_nothing_to_say_about_the_security_of_a_deployed_site(tmpdir):
    environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmpdir), "HTTPS": "1",
                   "SITE_DOMAIN": "cards.example.org"}
    said = subprocess.check_output([sys.executable, "manage.py", "check", "--deploy", "--tag", "security"],
                                   cwd=ROOT,
                                   stderr=subprocess.STDOUT,
                                   env={str(name): str(value) for name, value in environment.items()})
    assert "no issues" in said.decode("utf-8")


def test_the_check_says_what_to_do(settings):
    settings.ENVIRONMENT_PROBLEMS = [("REDIS_URL", "begin it with redis://")]
    assert [error.msg for error in checks.environment()] == ["REDIS_URL is wrong: begin it with redis://."]


def test_a_server_refuses_to_start_with_wrong_settings(settings):
    settings.ENVIRONMENT_PROBLEMS = [("REDIS_URL", "begin it with redis://")]
    with pytest.raises(ImproperlyConfigured) as refusal:
        checks.refuse_wrong_environment()
    assert "REDIS_URL" in str(refusal.value)


def test_a_server_starts_with_right_settings(settings):
    settings.ENVIRONMENT_PROBLEMS = []
    assert checks.refuse_wrong_environment() is None


def test_the_entry_point_names_the_wrong_variable(tmpdir):
    environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmpdir), "TIME_ZONE": "Moon/Crater"}
    start = subprocess.Popen([sys.executable, "-c", "import cards_project.asgi"], cwd=ROOT,
                             stderr=subprocess.PIPE,
                             env={str(name): str(value) for name, value in environment.items()})
    assert "TIME_ZONE is wrong: give a name" in start.communicate()[1].decode("utf-8")
    assert start.returncode == 1


def test_lists_are_split_at_commas():
    assert Environment({"HOSTS": " one, two ,"}).names("HOSTS") == ["one", "two"]


def test_only_the_owner_reads_the_secret(tmpdir):
    kept_secret(str(tmpdir.join("key")))
    assert tmpdir.join("key").stat().mode & 0o777 == 0o600


def test_processes_that_start_together_share_one_secret(tmpdir):
    code = "from cards_project.env import kept_secret; print(kept_secret(%r))" % str(tmpdir.join("key"))
    starts = [subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE)
              for _ in range(8)]
    secrets = {start.communicate()[0] for start in starts}
    assert len(secrets) == 1
    assert len(secrets.pop().strip()) == 64
