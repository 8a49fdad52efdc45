"""`manage.py messages update | compile | check`: the translations, without gettext's system tools."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from paku.kit import catalogues
from paku.kit.marked_strings import marked


class Command(BaseCommand):
    help = "Update, compile or check the Finnish and Swedish message catalogues."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["update", "compile", "check"])
        parser.add_argument("--locale", type=Path, default=Path(settings.LOCALE_PATHS[0]))

    def handle(self, *args: Any, **options: Any) -> None:
        {"update": self._update, "compile": self._compile, "check": self._check}[options["what"]](
            options["locale"]
        )

    def _update(self, locale: Path) -> None:
        found = marked(settings.ROOT)
        for language in catalogues.LANGUAGES:
            merged = catalogues.merge(found, locale, language)
            missing = len(catalogues.faults(found, merged))
            self.stdout.write(f"{language}: {len(merged)} messages, {missing} to translate")

    def _compile(self, locale: Path) -> None:
        for path in catalogues.compile_all(locale):
            self.stdout.write(f"made {path.name} of {path.parent.parent.name}", self.style.SUCCESS)

    def _check(self, locale: Path) -> None:
        found = marked(settings.ROOT)
        lines = [
            f"{language}: {line}"
            for language in catalogues.LANGUAGES
            for line in catalogues.faults(found, catalogues.read(locale, language))
        ]
        if lines:
            raise CommandError("\n".join([*lines, f"{len(lines)} faults in the translations"]))
        self.stdout.write(f"{len(found)} messages are translated")
