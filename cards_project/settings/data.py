"""The database, the layer between processes, and caches."""
from __future__ import unicode_literals

import os
import re

import dj_database_url

from common.storage.sqlite import Connection

from .site import CLASSIC, VAR_DIR, env


def _database(url):
    parts = dj_database_url.parse(url)
    if not parts["NAME"] or not parts["ENGINE"].split(".")[-1].startswith(("sqlite3", "postgresql")):
        raise ValueError(url)
    return parts


DATABASES = {"default": env.parsed(
    "DATABASE_URL", _database, 'write "postgres://user:password@host/name" or "sqlite:////path/to/file"',
    {"ENGINE": "django.db.backends.sqlite3", "NAME": os.path.join(VAR_DIR, "db.sqlite3")})}
# Opening a connection costs more than most of our queries.
DATABASES["default"]["CONN_MAX_AGE"] = 60
if not CLASSIC:  # where live/classic/worker.py does the same
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True  # before each use: the database may have restarted
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {"timeout": 20, "factory": Connection}
    if CLASSIC:
        DATABASES["default"].update(ENGINE="common.storage.immediate_sqlite3", TEST={"NAME": ":memory:"})
    else:
        DATABASES["default"]["OPTIONS"].update({
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL",
        })
else:
    # A server that is gone without a word is noticed in seconds; without these a connection waits for it for
    # hours.
    DATABASES["default"]["OPTIONS"] = dict(
        {"connect_timeout": 3, "keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3},
        **DATABASES["default"].get("OPTIONS", {}))

# ---- Redis: between processes; without it everything lives in one process
REDIS_URL = env.text("REDIS_URL")
if REDIS_URL and not REDIS_URL.startswith(("redis://", "rediss://", "unix://")):
    env.problem("REDIS_URL", 'begin it with "redis://", like "redis://localhost:6379/0"')
    REDIS_URL = ""
# How many messages may wait: a hundred by default, but tasks (names without a dot) and what goes to sockets
# come by crowds.
CHANNEL_CAPACITY = {re.compile(r"([a-z-]+|daphne\.response\..*)$"): 10000}
if REDIS_URL and CLASSIC:
    CHANNEL_LAYERS = {"default": {
        "BACKEND": "asgi_redis.RedisChannelLayer",
        # A worker waits 5 seconds for a message and then again; without an answer for longer, Redis is away.
        "CONFIG": {"hosts": [REDIS_URL], "channel_capacity": CHANNEL_CAPACITY,
                   "connection_kwargs": {"socket_timeout": 8}},
    }}
    CACHES = {"redis": {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": REDIS_URL,
                        "OPTIONS": {"SOCKET_CONNECT_TIMEOUT": 2, "SOCKET_TIMEOUT": 2}}}
elif REDIS_URL:
    CHANNEL_LAYERS = {"default": {
        "BACKEND": "channels_redis.core.RedisChannelLayer",
        # An idle connection asks again every 5 seconds; without an answer for longer, Redis is away.
        "CONFIG": {"hosts": [{"address": REDIS_URL, "socket_timeout": 8}],
                   "channel_capacity": CHANNEL_CAPACITY},
    }}
    CACHES = {"redis": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL,
                        "OPTIONS": {"socket_connect_timeout": 2, "socket_timeout": 2}}}
else:
    CHANNEL_LAYERS = {"default": {"BACKEND": "live.classic.layer.MemoryLayer"} if CLASSIC else {
        "BACKEND": "channels.layers.InMemoryChannelLayer", "CONFIG": {"capacity": 10000}}}
    CACHES = {}
# The default of 300 entries would forget rate limits while they still count.
CACHES["memory"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache",
                    "OPTIONS": {"MAX_ENTRIES": 100000}}
CACHES["default"] = CACHES["memory"] if not REDIS_URL else {
    "BACKEND": "common.storage.caches.FallbackCache", "LOCATION": "redis", "OPTIONS": {"FALLBACK": "memory"}}
if CLASSIC:
    CHANNEL_LAYERS["default"]["ROUTING"] = "live.classic.routing.routing"
