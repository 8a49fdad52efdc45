#!/bin/sh
# What each of our containers runs; the demo runs the same (paku/embedded/parts.py).
set -eu

case "${1:-}" in
  web)
    exec granian --interface wsgi --host 0.0.0.0 --port 8000 --workers 2 --blocking-threads 2 --no-ws \
      --log-level warning paku.wsgi:application ;;
  worker)
    exec celery -A paku.celery worker --concurrency 1 --loglevel WARNING --without-gossip --without-mingle ;;
  beat)
    exec celery -A paku.celery beat --loglevel WARNING --pidfile= -s /var/lib/paku/beat ;;
  press)
    exec python -m paku.printing.press tcp://0.0.0.0:9000 ;;
  migrate)
    exec python manage.py migrate --noinput ;;
  *)
    # any other command of manage.py: docker compose run --rm web verify_trail
    exec python manage.py "$@" ;;
esac
