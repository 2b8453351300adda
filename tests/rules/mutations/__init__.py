"""Whether the tests of the rules notice when a rule is changed.

    .venv/bin/python -m tests.rules.mutations [MODULE ...]

makes each small change that `changes` knows in each module of options/ and deciders/ (or those of game/rules
that are named, like options/finale or rounds), one at a time, and runs the rules' tests with it. It prints
the changes that no test notices, with their lines, and ends with 1 if there are any. Takes about 3 s for each
change.
"""
