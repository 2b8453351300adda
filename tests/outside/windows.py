"""Addresses for tests that exhaust a limit: each address is counted in windows of time that begin at moments
of its own.
"""
import time
import zlib


def calm_address(pattern, seconds):
    """The first of "127.0.1.%d" or the like whose window of so many seconds lasts for half of them at
    least.
    """
    now = time.time()
    return next(address for address in map(pattern.__mod__, range(1, 255))
                if (zlib.crc32(address.encode()) - now) % seconds > seconds / 2)
