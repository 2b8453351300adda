"""Pages with collected static files, as a deployed site serves them."""
import re

import pytest
import requests

from .harness.server import Server, is_classic


@pytest.fixture
def collected(tmp_path, var_template):
    server = Server(tmp_path / "server", {"STATIC_ROOT": str(tmp_path / "static")}, var_template=var_template)
    server.manage("collectstatic", "--noinput", "--verbosity", "0")
    yield server.start()
    server.stop()


def test_every_file_a_page_names_is_there(collected):
    addresses = re.findall(r'(?:src|href)="(/static/[^"]+)"', requests.get(collected.url + "/").text)
    assert len(addresses) >= 2
    assert {address: requests.get(collected.url + address).status_code for address in addresses} == dict.fromkeys(addresses, 200)


@pytest.mark.skipif(is_classic(), reason="the classic stack has no hashed names")
def test_browsers_keep_hashed_files_for_ever(collected):
    script = re.search(r'src="(/static/js/[^"]+\.[0-9a-f]{12}\.js)"', requests.get(collected.url + "/").text).group(1)
    answer = requests.get(collected.url + script)
    assert "immutable" in answer.headers["Cache-Control"]
    assert re.findall(r'from *"([^"]+)"', answer.text) == re.findall(r'from *"([^"]+\.[0-9a-f]{12}\.js)"', answer.text)
