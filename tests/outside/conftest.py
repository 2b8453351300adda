"""What outside tests ask for by name: servers, databases, a mail server, a post office, and browsers."""
import itertools

import pytest

from tests.outside.harness import browser as browsers
from tests.outside.harness import prepared
from tests.outside.harness.postgres import Postgres
from tests.outside.harness.redis import Redis
from tests.outside.harness.server import Server
from tests.outside.harness.smtp import ACCEPTS, Smtp
from tests.outside.letters import FORMS, QUICK, Office

numbers = itertools.count(1)


@pytest.fixture(scope="session")
def var_template(tmp_path_factory):
    """A var folder with tables and starter decks, copied for each server on SQLite."""
    return prepared.var_folder(prepared.folder_of_run(tmp_path_factory))


@pytest.fixture(scope="session")
def static_root(tmp_path_factory):
    """The path of a folder with collected static files, as bin/play and a deployed site serve them."""
    return str(prepared.static_folder(prepared.folder_of_run(tmp_path_factory)))


@pytest.fixture(scope="session")
def server(tmp_path_factory, var_template):
    """One server in one process, shared by all tests that only play on it."""
    server = Server(tmp_path_factory.mktemp("server"), var_template=var_template, behind_proxy=True).start()
    yield server
    server.stop()


@pytest.fixture
def new_server(tmp_path, var_template):
    """A function that starts a server of the test's own: new_server(env={...}, with_workers=True)."""
    servers = []

    def start(env=None, with_workers=False):
        template = None if "DATABASE_URL" in (env or {}) else var_template
        servers.append(Server(tmp_path / ("server%d" % next(numbers)), env, with_workers, template))
        return servers[-1].start()

    yield start
    for server in servers:
        server.kill()  # nobody looks at its end any more, which takes a second in good order


@pytest.fixture(scope="session")
def redis(tmp_path_factory):
    redis = Redis(tmp_path_factory.mktemp("redis")).start()
    yield redis
    redis.stop()


@pytest.fixture(scope="session")
def postgres_server():
    postgres = Postgres().start()
    yield postgres
    postgres.stop()


@pytest.fixture(scope="session")
def new_database(postgres_server, tmp_path_factory):
    """A function that gives the DATABASE_URL of a new PostgreSQL database with tables and starter decks:
    new_database("races").
    """
    template = prepared.prepared_database(prepared.folder_of_run(tmp_path_factory), postgres_server)
    return lambda name: postgres_server.create_database("%s%d" % (name, next(numbers)), template)


@pytest.fixture
def postgres(new_database):
    """The DATABASE_URL of a PostgreSQL database of the test's own, with tables and starter decks."""
    return new_database("cards")


@pytest.fixture
def new_smtp(tmp_path):
    """A function that starts a mail server: new_smtp(login=("user", "password"), tls=True)."""
    servers = []

    def start(tls=False, **options):
        servers.append(Smtp(tls_folder=tmp_path if tls else None, **options).start())
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def smtp(new_smtp):
    """A mail server that accepts all letters, until it is told otherwise."""
    return new_smtp()


@pytest.fixture(scope="session")
def new_office(tmp_path_factory, var_template, new_database):
    """A function that opens a post office: new_office("processes", {"INBOX_SECRET": "..."}). Modules that ask
    for the same get the same one.
    """
    offices = {}

    def open_one(form, settings):
        folder, smtp = tmp_path_factory.mktemp("office"), Smtp().start()
        env = {**QUICK, **smtp.env, **settings}
        if form == "one process":
            return Office(Server(folder / "server", env, var_template=var_template).start(), smtp)
        redis, database = Redis(folder).start(), new_database("office")
        env.update({"REDIS_URL": redis.url, "DATABASE_URL": database})
        return Office(Server(folder / "server", env, with_workers=True).start(), smtp, redis, database)

    def new(form, settings):
        key = form, tuple(sorted(settings.items()))
        if key not in offices:
            offices[key] = open_one(form, settings)
        return offices[key]

    yield new
    for office in offices.values():
        office.close()


@pytest.fixture(scope="module", params=FORMS)
def one_office(request, new_office):
    """A post office in both forms; the module's SETTINGS are its environment too. It rests between modules."""
    office = new_office(request.param, getattr(request.module, "SETTINGS", {}))
    office.server.resume()
    yield office
    office.server.pause()


@pytest.fixture
def office(one_office):
    """The module's post office with its mail server up and in a good mood."""
    one_office.smtp.start()
    one_office.smtp.treat(ACCEPTS)
    return one_office


@pytest.fixture(scope="session")
def browser():
    with browsers.launched() as browser:
        yield browser


@pytest.fixture
def new_page(browser):
    """A function that gives a page on a person's own device: new_page(PHONE)."""
    contexts = []

    def new(device=browsers.PHONE, **options):
        contexts.append(browser.new_context(**dict(device, **options)))
        return contexts[-1].new_page()

    yield new
    for context in contexts:
        context.close()


def pytest_terminal_summary(terminalreporter):
    """Tell what became of the letters: what tests print about them is worth reading when they pass, too."""
    lines = ["%s: %s" % (report.nodeid.split("::")[-1], line)
             for report in terminalreporter.stats.get("passed", [])
             for line in report.capstdout.splitlines() if line.startswith("letters ")]
    if lines:
        terminalreporter.section("letters")
        terminalreporter.write_line("\n".join(lines))
