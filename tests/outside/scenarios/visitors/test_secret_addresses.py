"""Whoever reads the logs of any process gets no seat and no invitation from them."""
import pytest
import requests

from tests.outside.harness.process import wait_until
from tests.outside.visitors import Visitor

SECRETS = ["/seats/%s/", "/recaps/%s/", "/invites/accept/%s/", "/accounts/confirm-email/%s/",
           "/accounts/password/reset/key/3-%s/"]
KEY = "AbCdEfGhIjKlMnOpQrStUvWxYz012345"


@pytest.fixture(params=["one process", "all processes"])
def watched(request, new_server):
    if request.param == "one process":
        return new_server()
    return new_server(env={"REDIS_URL": request.getfixturevalue("redis").url}, with_workers=True)


def test_no_process_writes_down_a_secret_address(watched):
    visitor = Visitor(watched.url)
    for path in SECRETS:
        address = path % KEY
        assert visitor.get(address).status_code in (200, 302, 404)
        assert requests.post(watched.url + address, timeout=20).status_code in (403, 404)
    report = {"page": SECRETS[0] % KEY, "message": "the last line"}
    token = visitor.get("/csrf/").json()["token"]
    visitor.http.post(watched.url + "/client-errors/", json=report, headers={"X-CSRFToken": token},
                      timeout=20)
    wait_until(lambda: "the last line" in watched.log(), 10, "the report was not logged")
    assert KEY not in watched.log() and "/seats/.../" in watched.log()
