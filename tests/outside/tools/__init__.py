"""Tests of our own tools: the runner of all tests, the servers that tests start, the benchmark, the scripts of pages."""
