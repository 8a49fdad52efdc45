"""The web process's entry."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "paku.settings")
application = get_wsgi_application()

# What has been loaded by now lives as long as the process: the collector need not walk it at every page again.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 20)
