from __future__ import annotations

from pathlib import Path

from generator.caching import Shards, load_record, save_record

ONE, TWO = b"\x01" * 16, b"\x02" * 16


def test_values_are_kept_while_they_are_used(tmp_path: Path) -> None:
    first = Shards(tmp_path, b"v1")
    first.put(ONE, b"one")
    first.put(TWO, b"two")
    first.save()

    second = Shards(tmp_path, b"v1")
    assert bytes(second.get(ONE) or b"") == b"one"
    second.save()

    third = Shards(tmp_path, b"v1")
    assert bytes(third.get(ONE) or b"") == b"one"
    assert third.get(TWO) is None


def test_values_of_another_version_are_not_there(tmp_path: Path) -> None:
    first = Shards(tmp_path, b"v1")
    first.put(ONE, b"one")
    first.save()

    assert Shards(tmp_path, b"v2").get(ONE) is None


def test_any_damaged_byte_is_noticed(tmp_path: Path) -> None:
    first = Shards(tmp_path, b"v1")
    first.put(ONE, b"one")
    first.save()
    (path,) = tmp_path.iterdir()
    data = path.read_bytes()
    for place in range(len(data)):
        path.write_bytes(data[:place] + bytes([data[place] ^ 4]) + data[place + 1 :])
        assert Shards(tmp_path, b"v1").get(ONE) is None
        path.write_bytes(data[:place])
        assert Shards(tmp_path, b"v1").get(ONE) is None


def test_what_did_not_change_is_not_written(tmp_path: Path) -> None:
    first = Shards(tmp_path, b"v1")
    first.put(ONE, b"one")
    first.save()
    (path,) = tmp_path.iterdir()
    before = path.stat()

    second = Shards(tmp_path, b"v1")
    second.get(ONE)
    second.save()

    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_record_is_there_or_not(tmp_path: Path) -> None:
    path = tmp_path / "record.bin"
    version = b"v" * 16
    save_record(path, {"a": 1}, version)

    assert load_record(path, dict[str, int], version) == {"a": 1}
    assert load_record(path, dict[str, str], version) is None
    assert load_record(path, dict[str, int], b"w" * 16) is None
    data = path.read_bytes()
    for place in range(len(data)):
        path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        assert load_record(path, dict[str, int], version) is None


def test_one_memory_goes_on_from_round_to_round(tmp_path: Path) -> None:
    shards = Shards(tmp_path, b"v1")
    shards.put(ONE, b"one")
    shards.put(TWO, b"two")
    shards.again()

    assert bytes(shards.get(ONE) or b"") == b"one"
    shards.save()
    later = Shards(tmp_path, b"v1")
    assert bytes(later.get(ONE) or b"") == b"one"
    assert later.get(TWO) is None

    shards.again()
    assert shards.get(TWO) is None
