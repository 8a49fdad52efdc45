"""A file that is cut, changed or another's is refused in a sentence, and the database stays as it was."""

import base64
import io
import os
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.core.management import CommandError

from paku.backup import envelope
from paku.backup.envelope import CHUNK, HEADER, TAG, Sealing, opened
from paku.backup.frames import Framing, Kind
from paku.backup.key import Key
from paku.backup.reading import verify
from paku.backup.refusal import NotDone
from tests.factories import worker
from tests.paku.backup.conftest import run
from tests.paku.backup.rows import hashes

KEY = Key(bytes(range(32)))
CONTENT = os.urandom(3 * CHUNK + 1000)


def sealed(content: bytes = CONTENT, key: Key = KEY) -> bytes:
    file = io.BytesIO()
    sealing = Sealing(file, key)
    sealing.write(content)
    sealing.finish()
    return file.getvalue()


def read(file: bytes, key: Key = KEY) -> bytes:
    return b"".join(opened(io.BytesIO(file), key))


def pieces(file: bytes) -> list[bytes]:
    """The header and the chunks."""
    size, body = CHUNK + TAG, file[HEADER.size :]
    return [file[: HEADER.size], *(body[at : at + size] for at in range(0, len(body), size))]


@pytest.mark.parametrize("length", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK])
def test_what_was_sealed_opens_at_every_length(length):
    assert read(sealed(CONTENT[:length])) == CONTENT[:length]


def test_the_first_chunk_opens_by_what_is_written_down_about_the_format():
    """As somebody would do it who has only the key and the description (envelope.py)."""
    header, chunk, *_more = pieces(sealed())
    derived = HKDF(SHA256(), 32, header[16:], b"paku backup 1").derive(KEY.secret)

    assert header[:8] == b"PAKUBAK\x01"
    assert AESGCM(derived).decrypt(bytes(12), chunk, header) == CONTENT[:CHUNK]


def test_a_file_cut_anywhere_does_not_open():
    whole = sealed()
    borders = [sum(map(len, pieces(whole)[:count])) for count in range(1, 5)]

    for length in {0, 5, HEADER.size - 1, *borders, *(b + 1 for b in borders), len(whole) - 1}:
        with pytest.raises(NotDone):
            read(whole[:length])


@pytest.mark.parametrize("part", range(5))
def test_one_flipped_bit_in_any_part_is_noticed(part):
    parts = pieces(sealed())
    for place in {0, 7, 8, 15, 16, 40, len(parts[part]) // 2, len(parts[part]) - 1}:
        if place < len(parts[part]):
            changed = bytearray(parts[part])
            changed[place] ^= 1
            with pytest.raises(NotDone):
                read(b"".join([*parts[:part], bytes(changed), *parts[part + 1 :]]))


def test_chunks_that_are_swapped_left_out_doubled_or_of_another_file_do_not_open():
    head, one, two, three, last = pieces(sealed())
    _head, other, *_rest = pieces(sealed())

    for order in (
        (two, one, three, last),
        (one, two, last),
        (one, one, two, three, last),
        (one, two, last, three),
        (other, two, three, last),
        (one, two, three, last, last),
        (one, two, three, last, b"x"),
    ):
        with pytest.raises(NotDone, match="damaged, cut or has been changed"):
            read(b"".join([head, *order]))


def test_a_file_of_another_key_version_or_kind_is_named_as_that():
    with pytest.raises(NotDone, match=r"another key \([0-9a-f]{16}\)"):
        read(sealed(), Key(bytes(32)))
    newer = bytearray(sealed())
    newer[len(envelope.MAGIC)] = 2
    with pytest.raises(NotDone, match="version 2"):
        read(bytes(newer))
    for no_backup in (b"", b"PAKUBAK", b"PK\x03\x04" + bytes(200)):
        with pytest.raises(NotDone, match="not a backup"):
            read(no_backup)


def test_content_that_opens_and_is_not_understood_is_refused():
    for kinds in ([], [Kind.TABLE], [Kind.DATA, Kind.MANIFEST], [Kind.MANIFEST]):
        file = io.BytesIO()
        framing = Framing(Sealing(file, KEY))
        for kind in kinds:
            framing.frame(kind, b"{}")
        framing.finish()
        with pytest.raises(NotDone, match="not understood"):
            verify(file, KEY)
    with pytest.raises(NotDone, match="not understood"):
        verify(io.BytesIO(sealed(b"no deflated frames")), KEY)


@pytest.mark.django_db
@pytest.mark.parametrize("damage", ["cut", "changed", "not there", "a folder"])
def test_a_bad_file_changes_nothing_in_the_database(damage, backup, own_database, tmp_path):
    worker()
    before, whole, file = hashes(own_database), backup.read_bytes(), tmp_path / "file"
    if damage == "a folder":
        file.mkdir()
    elif damage != "not there":
        last = {"cut": b"", "changed": bytes([whole[-1] ^ 1])}[damage]
        file.write_bytes(whole[:-1] + last)

    with pytest.raises(CommandError) as refused:
        run("restore", file, for_real=True)

    assert str(refused.value).count("\n") == 0
    assert hashes(own_database) == before


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("", "is not set: backups are always encrypted"),
        ("a password", "must be 32 random bytes"),
        ("ä" * 44, "must be 32 random bytes"),
        (base64.urlsafe_b64encode(bytes(31)).decode(), "must be 32 random bytes"),
        (base64.urlsafe_b64encode(bytes(32)).decode(), "another key"),
    ],
)
def test_without_the_right_key_nothing_is_restored(key, said, backup, own_database, settings):
    worker()
    before = hashes(own_database)
    settings.BACKUP_KEY = key

    with pytest.raises(CommandError, match=said):
        run("restore", backup, for_real=True)

    assert hashes(own_database) == before


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "a password"])
def test_without_a_key_no_backup_is_made(key, settings, tmp_path: Path):
    settings.BACKUP_KEY = key

    with pytest.raises(CommandError, match="PAKU_BACKUP_KEY"):
        run("backup", tmp_path / "file")

    assert list(tmp_path.iterdir()) == []
