"""The Containerfile, carried out without an engine: in a folder, with a virtual environment for its Python.

Packages are those of the tests where they are the same, and whoever runs the tests takes the place of its
user, who need not be able to read them.
"""

import inspect
import json
import re
import shlex
import shutil
import subprocess
import sysconfig
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from mock_server import ROOT, start_mock
from socialapi_tools.commands.mock import mock

FOLDER = ROOT / "stubs/container"
SCHEMA = json.loads(Path(__file__).with_name("compose-spec.json").read_text(encoding="utf-8"))
COMPOSE: dict[str, Any] = yaml.safe_load((FOLDER / "compose.yaml").read_text(encoding="utf-8"))


def instructions() -> list[tuple[str, str]]:
    """Return the instructions of the Containerfile with what they are given."""
    lines = (FOLDER / "Containerfile").read_text(encoding="utf-8").splitlines()
    return [(line.split()[0], line.partition(" ")[2]) for line in lines if re.match("[A-Z]", line)]


def given(name: str) -> str:
    """Return what the last instruction of a kind is given."""
    return [value for instruction, value in instructions() if instruction == name][-1]


def words(value: str) -> list[str]:
    """Return the words of a command in the form of a list, such as `CMD ["sapi"]`."""
    found: list[str] = json.loads(value[value.index("[") :])
    return found


@dataclass
class Image:
    """What the instructions have made: a folder for `/`, and an environment for the Python of the base."""

    root: Path
    place: str = "/"

    def environment(self) -> dict[str, str]:
        return {"PATH": f"{self.root / 'usr/bin'}:/usr/bin:/bin", "HOME": str(self.root)}

    def inside(self) -> Path:
        return self.root / self.place.lstrip("/")

    def apply(self, instruction: str, value: str) -> None:
        """Carry out an instruction; those that only describe the image have nothing to do."""
        if instruction == "WORKDIR":
            self.place = value
            self.inside().mkdir(parents=True)
        elif instruction == "COPY":
            *sources, target = value.split()
            for source in sources:
                self._copy(source, target)
        elif instruction == "RUN" and not value.startswith("chown"):
            subprocess.run(shlex.split(value), cwd=self.inside(), env=self.environment(), check=True)

    def _copy(self, source: str, target: str) -> None:
        found = ROOT / source
        if found.is_dir():
            shutil.copytree(found, self.inside() / target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(found, self.inside() / target)


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Image:
    made = Image(tmp_path_factory.mktemp("image"))
    venv.create(made.root / "usr", symlinks=True)
    packages = sysconfig.get_path("purelib", vars={"base": str(made.root / "usr")})
    Path(packages, "tests.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    pip = made.root / "usr/bin/pip"
    pip.write_text('#!/bin/sh\nexec python -m pip "$@"\n', encoding="utf-8")
    pip.chmod(0o755)
    for instruction, value in instructions():
        made.apply(instruction, value)
    return made


@pytest.fixture(scope="module")
def url(image: Image) -> Iterator[str]:
    sapi, _, *options = words(given("CMD"))
    with start_mock(*options, command=(sapi,), cwd=image.inside(), env=image.environment()) as running:
        yield running.url


def test_the_image_answers(image: Image, url: str) -> None:
    check = words(given("HEALTHCHECK"))
    asked = [word.replace("http://127.0.0.1:4010", url) for word in check]
    assert subprocess.run(asked, env=image.environment(), check=False).returncode == 0


def test_the_image_has_the_code_of_the_project_and_its_database_driver(image: Image) -> None:
    asked = "import psycopg, socialapi_stub; print(socialapi_stub.__file__)"
    found = subprocess.check_output(["python", "-c", asked], env=image.environment(), text=True)
    assert found.startswith(str(image.root))


def test_a_health_check_fails_where_nobody_listens(image: Image) -> None:
    asked = [word.replace(":4010", ":9") for word in words(given("HEALTHCHECK"))]
    ended = subprocess.run(asked, env=image.environment(), stderr=subprocess.DEVNULL, check=False)
    assert ended.returncode == 1


def test_the_image_runs_as_nobody_special_on_a_pinned_base() -> None:
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", given("USER"))
    assert re.fullmatch(r"python:3\.\d+-slim", given("FROM"))


def test_the_build_sees_nothing_but_what_it_copies() -> None:
    ignored = (FOLDER / "Containerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    copied = [source for name, value in instructions() if name == "COPY" for source in value.split()[:-1]]
    assert [line[1:] for line in ignored if line.startswith("!")] == copied


def test_the_compose_file_fits_the_specification() -> None:
    jsonschema.Draft201909Validator(SCHEMA).validate(COMPOSE)


def test_the_compose_file_opens_ports_for_this_machine_alone() -> None:
    services = COMPOSE["services"].values()
    ports = [port for service in services for port in service.get("ports", ())]
    assert [port.rpartition(":")[0] for port in ports] == ["127.0.0.1:4010"]


def test_the_compose_file_holds_no_password() -> None:
    services = COMPOSE["services"].values()
    secrets = [value for one in services for name, value in one["environment"].items() if "PASS" in name]
    assert secrets == ["${POSTGRES_PASSWORD:?choose one}"] * 2


def test_the_compose_file_starts_the_mock_with_options_it_has() -> None:
    sapi, name, *options = COMPOSE["services"]["mock"]["command"]
    known = {f"--{one.replace('_', '-')}" for one in inspect.signature(mock).parameters}
    assert (sapi, name, {one.partition("=")[0] for one in options} - known) == ("sapi", "mock", set())
