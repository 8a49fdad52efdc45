"""Static files under names that hold their own hash, so that browsers may keep them for good."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStatic(CompressedManifestStaticFilesStorage):
    """A name that is not in the manifest is served as it is: a page never breaks for a missing picture."""

    manifest_strict = False
