"""Makes the files that docker-compose.yml reads: `python3 paku/deploy/make_secrets.py [FOLDER]`.

Every secret that does not exist yet is made at random; one that exists is never touched. The mail server's address
and the certificate are the municipality's own: they are told of, not made. Standard library only.
"""

from __future__ import annotations

import base64
import secrets
import sys
from pathlib import Path

FROM_OUTSIDE = {
    "email_url": "the mail server, as smtps://user:password@host:465",
    "tls_certificate": "the certificate with its chain, PEM",
    "tls_key": "the certificate's key, PEM",
}


def make(folder: Path) -> list[str]:
    """Make what is missing and return the names of those that only people can bring.

    The folder is for its owner alone. The files in it are readable, because containers see them one by one as an
    account of their own.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    _once(folder / "secret_key", secrets.token_urlsafe(50))
    for name in ("field_keys", "index_key", "backup_key"):
        _once(folder / name, base64.urlsafe_b64encode(secrets.token_bytes(32)).decode())
    _once(folder / "postgres_password", secrets.token_urlsafe(30))
    for role, password, url in (
        ("paku_owner", "owner_password", "database_owner_url"),
        ("paku_app", "application_password", "database_url"),
    ):
        word = _once(folder / password, secrets.token_urlsafe(30))
        _once(folder / url, f"postgresql://{role}:{word}@postgres:5432/paku")
    return [name for name in FROM_OUTSIDE if not (folder / name).exists()]


def _once(file: Path, value: str) -> str:
    """The file's content, written now if there is none yet."""
    if not file.exists():
        fresh = file.with_name(
            f".{file.name}.new"
        )  # whole or not at all: what exists is never made again
        fresh.unlink(missing_ok=True)
        fresh.write_text(value + "\n", encoding="utf-8")
        fresh.chmod(0o444)
        fresh.replace(file)
    return file.read_text(encoding="utf-8").strip()


def main() -> None:
    """Make the files and say what is still to be brought."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "secrets")
    missing = make(folder)
    print(f"Secrets are in {folder}.")
    for name in missing:
        print(f"Still to be brought: {folder / name}, {FROM_OUTSIDE[name]}")


if __name__ == "__main__":
    main()
