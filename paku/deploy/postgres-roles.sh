#!/bin/sh
# Run once by the postgres image, when the cluster is made: the two roles and the database.
# The owner changes tables; the application can do neither that nor step over row-level security.
set -eu

secrets="${PAKU_SECRETS:-/run/secrets}"

psql -X -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner_password="$(cat "$secrets/owner_password")" \
  -v application_password="$(cat "$secrets/application_password")" <<'SQL'
CREATE ROLE paku_owner LOGIN CREATEDB NOSUPERUSER NOCREATEROLE NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE paku_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'application_password';
CREATE DATABASE paku OWNER paku_owner;
SQL
