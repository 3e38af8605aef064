"""The pytest plugin: `pytest --pyargs socialapi_conformance --sapi-url URL` runs the suite.

Without `--sapi-url` it only declares its options, so it costs nothing and changes nothing in other test runs.
"""

import random

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the options that `sapi check` has, each with the prefix `--sapi-`."""
    group = parser.getgroup("socialapi conformance")
    group.addoption("--sapi-url", metavar="URL", help="root of the server to judge; turns the suite on")
    group.addoption(
        "--sapi-target", metavar="FILE|URL", help="target description (default: URL/_mock/target)"
    )
    group.addoption(
        "--sapi-select", metavar="ID", action="append", default=[], help="check id or prefix; repeatable"
    )
    group.addoption(
        "--sapi-about", metavar="NAME", action="append", default=[], help="resource or operation; repeatable"
    )
    group.addoption(
        "--sapi-level", choices=["must", "should"], default="should", help="judge only MUSTs, or all"
    )
    group.addoption("--sapi-seed", metavar="N", type=int, help="repeat the random choices of an earlier run")
    group.addoption(
        "--sapi-timeout", metavar="SECONDS", type=float, default=10.0, help="wait this long per answer"
    )
    group.addoption(
        "--sapi-profile",
        choices=["smoke", "standard", "deep"],
        help="how much to judge (default: standard; deep with --sapi-select)",
    )
    group.addoption("--sapi-baseline", metavar="FILE", help="known failures, which are expected")
    group.addoption("--sapi-read-only", action="store_true", help="send nothing that changes anything")
    group.addoption("--sapi-rate", metavar="N", type=float, help="send at most N requests per second")


def pytest_configure(config: pytest.Config) -> None:
    """Register the suite when a server is named."""
    if config.getoption("--sapi-url"):
        from socialapi_conformance.suite import Suite

        config.pluginmanager.register(Suite(config, _seed(config)), "socialapi_conformance_suite")


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: object) -> None:
    """Hand the run's seed to an xdist worker."""
    suite = node.config.pluginmanager.get_plugin("socialapi_conformance_suite")  # type: ignore[attr-defined] # xdist is untyped here
    if suite is not None:
        node.workerinput["sapi_seed"] = suite.run.seed  # type: ignore[attr-defined] # as above


def _seed(config: pytest.Config) -> int:
    given = getattr(config, "workerinput", {}).get("sapi_seed", config.getoption("--sapi-seed"))
    return random.randrange(1_000_000) if given is None else int(given)  # noqa: S311 - not a secret
