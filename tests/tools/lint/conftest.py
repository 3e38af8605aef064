"""A small specification without mistakes, to which a test adds exactly the files it is about."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

BASE = Path(__file__).parent / "base"
Project = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Write files over the base and return the specification's folder."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        spec = tmp_path / "spec"
        shutil.copytree(BASE, spec)
        for name, content in files.items():
            path = spec / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return spec

    return write
