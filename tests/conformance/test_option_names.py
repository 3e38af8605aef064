"""Command and plugin name profiles and levels as the suite does, though neither imports it to say so."""

from argparse import Namespace
from enum import StrEnum

import pytest
from _pytest.config.argparsing import Parser
from socialapi_conformance import plugin
from socialapi_conformance.profiles import Profile
from socialapi_conformance.registry import Level
from socialapi_tools.commands import check


@pytest.mark.parametrize(("ours", "suite"), [(check.Scope, Profile), (check.Binding, Level)])
def test_the_command_has_the_names_of_the_suite(ours: type[StrEnum], suite: type[StrEnum]) -> None:
    assert [*ours] == [*suite]


@pytest.mark.parametrize(("option", "suite"), [("profile", Profile), ("level", Level)])
def test_the_plugin_takes_the_names_of_the_suite_and_no_other(option: str, suite: type[StrEnum]) -> None:
    taken = [name for name in (*suite, "none") if _takes(option, name)]
    assert taken == [*suite]


def _takes(option: str, name: str) -> bool:
    parser = Parser(_ispytest=True)
    plugin.pytest_addoption(parser)
    try:
        return isinstance(parser.parse_known_args([f"--sapi-{option}={name}"]), Namespace)
    except pytest.UsageError:
        return False
