"""Sites that send letters: with all processes and a mail server, or in one process with a folder."""
import pytest

from tests.outside.browser.invitations.post import Post
from tests.outside.harness.mailbox import MailFolder


@pytest.fixture
def processes(new_server, redis, postgres, smtp):
    """Redis, PostgreSQL, a mail server, and every process of the Procfile."""
    server = new_server({"REDIS_URL": redis.url, "DATABASE_URL": postgres, **smtp.env}, with_workers=True)
    return Post(server, smtp)


@pytest.fixture
def one_process(new_server):
    """What bin/play starts, in debug mode; letters are files in a folder."""
    server = new_server({"DEBUG": "1"})
    return Post(server, MailFolder(server.var))
