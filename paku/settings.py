"""Django's settings, built only from one typed Env. No ifs about environments: an installation differs by its Env."""

import os
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from paku.access.sign_in_settings import sign_in_settings
from paku.env import Env, django_database, django_email
from paku.kit.browser_settings import browser_settings

ROOT = Path(__file__).resolve().parent.parent
ENV = Env.from_environ(os.environ)

SECRET_KEY = ENV.secret_key
DEBUG = False
DEMO = ENV.demo
BASE_URL = ENV.base_url
ALLOWED_HOSTS = list(ENV.allowed_hosts)
FIELD_KEYS = ENV.field_keys
INDEX_KEY = ENV.index_key
BACKUP_KEY = ENV.backup_key
PRESS = ENV.press
OPENID_CONNECT = ENV.openid

INSTALLED_APPS = [
    # paku.audit first: its `migrate` also makes partitions and grants
    "paku.audit",
    "paku.kit",
    "paku.access",
    "paku.saving",
    "paku.printing",
    "paku.reminders",
    "paku.backup",
    "clients",
    "network",
    "pathways",
    "paku.demo",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "paku.kit.middleware.NothingIsKept",
    "paku.kit.own_pages.OwnPagesOnly",
    "paku.kit.strict_post.StrictInput",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "paku.access.middleware.OwnLanguage",
    "paku.access.idle.IdleLock",
    "allauth.account.middleware.AccountMiddleware",
    "clients.moved.LeadOn",
    "paku.audit.middleware.RequestTransaction",
]

ROOT_URLCONF = "paku.urls"
WSGI_APPLICATION = "paku.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_FILES = [f"django.template.loaders.{kind}.Loader" for kind in ("filesystem", "app_directories")]
_KEPT = ("django.template.loaders.cached.Loader", _FILES)
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "OPTIONS": {
            "loaders": [("template_partials.loader.Loader", [_KEPT])],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
                "paku.kit.templatetags.paku",
                "paku.access.templatetags.file_tabs",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "csp.context_processors.nonce",
                "paku.access.context.page",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

DATABASES = {"default": django_database(ENV.database), "owner": django_database(ENV.database_owner)}
DATABASES["owner"]["CONN_MAX_AGE"] = 0

locals().update(sign_in_settings(ENV))
locals().update(browser_settings(ENV))
THEME_COOKIE_NAME: str  # told by the line above

# A long note typed on a slow line must come back with its text, not as a bare 400 (bad input BI-080).
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
# What is sent stays in memory: a picture of a client never lies in a folder of temporary files.
FILE_UPLOAD_MAX_MEMORY_SIZE = DATA_UPLOAD_MAX_MEMORY_SIZE
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

LANGUAGE_CODE = "fi"
LANGUAGES = [("fi", _("Finnish")), ("sv", _("Swedish")), ("en", _("English"))]
LOCALE_PATHS = [ROOT / "paku" / "locale"]
TIME_ZONE = "Europe/Helsinki"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "static"]
STATIC_ROOT = ENV.static_root or ROOT / ".paku" / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "paku.kit.static.HashedStatic"},
}

CELERY_BROKER_URL = ENV.broker_url
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TIMEZONE = TIME_ZONE
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BEAT_SCHEDULE = {
    "ring-reminders": {"task": "paku.reminders.ring", "schedule": 30.0, "options": {"expires": 25}},
    "end-emergencies": {
        "task": "clients.end_emergencies",
        "schedule": 60.0,
        "options": {"expires": 55},
    },
    "forget-ways-back": {
        "task": "clients.forget_ways_back",
        "schedule": 6 * 3600.0,
        "options": {"expires": 6 * 3500},
    },
    "seal-the-trail": {"task": "paku.audit.seal", "schedule": 5.0, "options": {"expires": 4}},
    "make-whole-files": {
        "task": "network.make_whole_files",
        "schedule": 30.0,
        "options": {"expires": 25},
    },
    "meeting-papers": {"task": "network.papers", "schedule": 5.0, "options": {"expires": 4}},
    "forget-whole-files": {
        "task": "network.forget_whole_files",
        "schedule": 3600.0,
        "options": {"expires": 3500},
    },
    "forget-imports": {"task": "network.forget_imports", "schedule": 21600.0},
    "tell-of-directory": {"task": "network.tell_of_the_directory_again", "schedule": 21600.0},
    "forget-contacts": {
        "task": "pathways.forget_contacts",
        "schedule": 3600.0,
        "options": {"expires": 3500},
    },
    "forget": {"task": "kit.forget", "schedule": 21600.0},
    "list-what-is-due": {"task": "pathways.list_what_is_due", "schedule": 21600.0},
    "destroy-what-is-approved": {"task": "pathways.destroy_what_is_approved", "schedule": 1800.0},
    "look-at-openings": {
        "task": "pathways.look_at_openings",
        "schedule": 600.0,
        "options": {"expires": 590},
    },
}

locals().update(django_email(ENV.email_url))
DEFAULT_FROM_EMAIL = "Paku <paku@localhost>"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_content": {"()": "paku.kit.logs.NoContent"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["no_content"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"paku": {"level": "INFO"}},
}
