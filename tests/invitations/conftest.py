"""Nothing that one test counted or cached reaches the next one."""
from tests.game.conftest import fresh  # noqa: F401 - a fixture for all tests here
