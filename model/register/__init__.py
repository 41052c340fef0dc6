"""The register: every received version of every request of a finance division, with what was found, asked and decided.

It lies in a file (SQLite) or on a server (PostgreSQL); the statements are the same. Nothing in it is overwritten: what was
received or decided is only followed by another row, and the database itself refuses anything else (``guards``).

Imports ``document`` and below, and SQLAlchemy, which nothing else of the program imports. Read ``opening.open_register``
first, then ``tables``, then ``receiving.receive`` (in; ``known`` is what it meets there), ``deciding.decide`` (査定) and
``listing.rows`` (out).
"""
