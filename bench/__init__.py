"""Measurements, each beside a reference in the same run; how to repeat them stands in docs/PERFORMANCE.md."""
