"""Carries a database over that syncdb, the classic stack or another older Django has made.

`carrying` is the whole of it for `manage.py adopt_database`; each part looks first
(common.storage.tables.Found) and then does what it said.
"""
