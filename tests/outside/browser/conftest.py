"""What browser tests ask for by name: `site`, `person`, `crowd`, `table`;
each fails a test whose pages misbehave.
"""
import itertools

import pytest

from ..harness.browser import PHONE, STILL
from ..harness.server import Server
from .crowd import Crowd, Table
from .person import Person
from .watch import Watch

# Everybody has an address of their own, or the whole suite would share one household's limits.
homes = ("198.18.%d.%d" % divmod(number, 256) for number in itertools.count(1))


@pytest.fixture(scope="session")
def server(tmp_path_factory, var_template, static_root):
    """One server in one process, shared by all browser tests; pages get their bundles,
    as bin/play delivers them.
    """
    server = Server(tmp_path_factory.mktemp("server"), {"STATIC_ROOT": static_root}, var_template=var_template,
                    behind_proxy=True)
    yield server.start()
    server.stop()


@pytest.fixture
def site(server):
    return server.url


@pytest.fixture
def person(browser, site):
    """A function that gives somebody with a device and a home of their own: person("Ann", PHONE,
    site=line.url).
    """
    people, contexts = [], []

    def arrive(name="Ann", device=PHONE, site=site, home=None, **options):
        headers = {"X-Forwarded-For": home or next(homes)}
        settings = {**STILL, **device, "extra_http_headers": headers, **options}
        context = browser.new_context(**settings)
        contexts.append(context)
        watch = Watch(context, site)
        people.append(Person(context.new_page(), name, site, watch))
        return people[-1]

    yield arrive
    troubles = {someone.name: someone.watch.troubles for someone in people if someone.watch.troubles}
    for context in contexts:
        context.close()
    assert not troubles


@pytest.fixture
def crowd():
    crowd = Crowd()
    yield crowd
    crowd.stop()


@pytest.fixture
def table(person, crowd, site):
    """A function that gives a room with one person at a browser and two bots: table(device=LAPTOP,
    hosts=True).
    """
    tables = []

    def lay(device=PHONE, companions=2, hosts=False, fields=None, **options):
        tables.append(Table(crowd, site, person("Ann", device, **options), companions, hosts,
                            **(fields or {})))
        return tables[-1]

    yield lay
    for table in tables:
        table.leave()
