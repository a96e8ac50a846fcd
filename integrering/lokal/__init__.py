"""Embedded PostgreSQL and Valkey and the supervisor behind `make run`.

Stands beside the apps and imports nothing of them. Production does not use it: there the addresses of real
servers come from the environment (`DATABASE_URL`, `REDIS_URL`).
"""
