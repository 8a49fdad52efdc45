"""Static files under names that hold their own hash, so that browsers may keep them for good."""

from django.utils.functional import cached_property
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStatic(CompressedManifestStaticFilesStorage):
    """A name that is not in the manifest is served as it is: a page never breaks for a missing picture."""

    manifest_strict = False

    def url(self, name: str | None, force: bool = False) -> str:
        """Asked some fifty times a page, and the same until the next start: kept after the first answer."""
        if force or name is None:
            return super().url(name, force)
        if name not in self._urls:
            self._urls[name] = super().url(name, force)
        return self._urls[name]

    @cached_property
    def _urls(self) -> dict[str, str]:
        return {}
