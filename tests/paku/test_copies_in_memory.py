"""Where the copies that tests make of their database lie: in memory where there is room, and gone after the run."""

import shutil
import signal

import pytest

from paku.embedded import memory, processes
from paku.embedded.postgres import Postgres

OF_A_KILLED_RUN = "CREATE DATABASE left_behind TABLESPACE paku_memory"


def names(cluster, what):
    return cluster.sql(what).splitlines()


IN_MEMORY = pytest.mark.skipif(
    not memory.has_room(), reason="this machine keeps no large folder in memory"
)


@IN_MEMORY
def test_what_lies_in_memory_is_gone_when_the_run_ends_whoever_left_it(fresh_cluster):
    with memory.space(fresh_cluster) as space:
        fresh_cluster.sql(OF_A_KILLED_RUN)
        inside = names(fresh_cluster, memory.COPIES)
        files = list(memory.folder_of(fresh_cluster).glob("PG_*/*/*"))
    with memory.space(fresh_cluster):
        again = names(fresh_cluster, memory.COPIES)

    assert (space, inside, again) == ("paku_memory", ["left_behind"], [])
    assert files
    assert "paku_memory" not in names(fresh_cluster, "SELECT spcname FROM pg_tablespace")
    assert not memory.folder_of(fresh_cluster).exists()


@IN_MEMORY
def test_a_cluster_whose_memory_was_lost_in_the_middle_of_a_run_starts_anew(short_folder):
    cluster = Postgres(short_folder / "cluster", durable=False)
    cluster.start()
    with memory.space(cluster):
        cluster.sql(OF_A_KILLED_RUN)
        processes.stop(cluster.child, by=signal.SIGQUIT)
        shutil.rmtree(memory.folder_of(cluster))
        memory.discard_what_lost_it(cluster)
        cluster.start()
        assert names(cluster, memory.COPIES) == []
    cluster.stop()


def test_without_room_copies_lie_where_databases_lie(fresh_cluster, tmp_path, monkeypatch):
    monkeypatch.setattr(memory, "MEMORY", tmp_path / "missing")

    with memory.space(fresh_cluster) as space:
        fresh_cluster.sql(f"CREATE DATABASE on_disk TABLESPACE {space}")

    assert space == "pg_default"
    assert "on_disk" in names(fresh_cluster, "SELECT datname FROM pg_database")
