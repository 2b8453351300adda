"""Pages with collected static files, as bin/play and a deployed site serve them."""
import re

import pytest
import requests

from tests.outside.harness.server import Server

HASHED = re.compile(r"/static/(?:css|js)/[^\"]+\.[0-9a-f]{12}\.(?:css|js)$")


@pytest.fixture(scope="module")
def collected(tmp_path_factory, var_template, static_root):
    folder = tmp_path_factory.mktemp("collected")
    server = Server(folder, {"STATIC_ROOT": static_root}, var_template=var_template)
    yield server.start()
    server.stop()


def files(site):
    """The addresses of the files that the home page names."""
    return re.findall(r'(?:src|href)="(/static/[^"]+)"', requests.get(site.url + "/").text)


def test_every_file_a_page_names_is_there(collected):
    assert len(files(collected)) >= 3
    found = {address: requests.get(collected.url + address).status_code for address in files(collected)}
    assert found == dict.fromkeys(files(collected), 200)


def test_browsers_keep_scripts_and_styles_for_ever_and_get_them_compressed(collected):
    for address in files(collected):
        if address.endswith((".css", ".js")):
            answer = requests.get(collected.url + address, headers={"Accept-Encoding": "gzip"})
            assert HASHED.match(address) and "immutable" in answer.headers["Cache-Control"]
            assert answer.headers["Content-Encoding"] == "gzip"


def test_a_page_has_one_script_and_one_sheet_with_all_they_need(collected):
    scripts, styles = ([address for address in files(collected) if address.endswith(end)]
                       for end in (".js", ".css"))
    assert len(scripts) == 2 and "/js/boot." in scripts[0] and "/js/pages/plain." in scripts[1] and len(
        styles) == 1
    assert not re.search(r'\bfrom *"|@import', requests.get(collected.url + scripts[1]).text
                         + requests.get(collected.url + styles[0]).text)


def test_developers_find_the_sources_of_a_script(collected):
    script = next(address for address in files(collected) if "/js/pages/" in address)
    named = re.search(r"//# sourceMappingURL=(\S+)", requests.get(collected.url + script).text).group(1)
    source_map = requests.get(collected.url + script.rsplit("/", 1)[0] + "/" + named).json()
    assert any("watchForms" in source for source in source_map["sourcesContent"])
