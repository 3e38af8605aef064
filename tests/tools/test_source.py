"""Source files: what is read, and where a message points when one cannot be."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from socialapi_tools.source import SourceError, load, parse

HERE = Path("file.yaml")


def test_knows_the_place_of_values_and_keys() -> None:
    source = parse(HERE, "a:\n  - b: 1\n    c: [2, 3]\n")
    assert source.position(("a", 0, "c", 1)) == (3, 12)
    assert source.position(("a", 0, "c"), key=True) == (3, 5)


def test_falls_back_to_the_nearest_ancestor() -> None:
    source = parse(HERE, "a:\n  b: {}\n")
    assert source.position(("a", "b", "missing", 0)) == (2, 6)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a: [1\n", 2, "did not find expected"),
        ("a: 1\nb: 2\na: 3\n", 3, "repeats the key 'a'"),
        ("a: &x 1\nb: *x\n", 1, "alias"),
        ("1.5: a\n", 1, "not text"),
        ("a: !!python/object:os.system 1\n", 1, "constructor"),
        ("a: 1\n---\nb: 2\n", 2, "another document"),
        ("[" * 150 + "]" * 150, 1, "nested more than 100 levels deep"),
        ("[" * 100_000, 1, "nest"),  # newer versions of libyaml refuse it by themselves
    ],
)
def test_points_at_what_cannot_be_read(text: str, line: int, problem: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse(HERE, text)
    assert caught.value.line == line
    assert problem in caught.value.message


def test_reads_dates_and_yes_and_no_as_text() -> None:
    assert parse(HERE, "[2026-01-01, no, on, true]").data == ["2026-01-01", "no", "on", True]


def test_names_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"gone\.yaml.*cannot be read"):
        load(tmp_path / "gone.yaml")


def test_refuses_a_file_that_is_not_text(tmp_path: Path) -> None:
    (tmp_path / "binary.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SourceError, match="UTF-8"):
        load(tmp_path / "binary.yaml")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    with contextlib.suppress(SourceError):
        assert parse(HERE, text).position(()) >= (1, 1)
