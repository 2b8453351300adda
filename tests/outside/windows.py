"""Addresses for tests that exhaust a limit: each address is counted in windows of time that begin at moments
of its own.
"""
import time
import zlib


def calm_address(pattern, seconds):
    """The first of "127.0.1.%d" or the like whose window of so many seconds lasts for half of them at
    least.

    A window ends by a checksum of the address. Python 2 takes those of 2**31 and more for negative numbers, so
    such addresses are left out: their windows end at other moments there.
    """
    now = time.time()
    ends = {address: zlib.crc32(address.encode()) for address in map(pattern.__mod__, range(1, 255))}
    return next(address for address, end in ends.items()
                if end < 2 ** 31 and (end - now) % seconds > seconds / 2)
