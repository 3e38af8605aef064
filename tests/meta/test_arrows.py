"""The contract flows one way: which package may import which."""

import ast
from pathlib import Path

import pytest
from mock_server import ROOT

PACKAGES = {
    "socialapi_contract": ROOT / "generated",
    "socialapi_stub": ROOT / "stubs",
    "socialapi_conformance": ROOT / "conformance",
    "socialapi_tools": ROOT / "tools",
}
ALLOWED = {
    "socialapi_contract": {"socialapi_contract"},
    "socialapi_stub": {"socialapi_stub", "socialapi_contract"},
    "socialapi_conformance": {"socialapi_conformance", "socialapi_contract"},
    "socialapi_tools": {"socialapi_tools", "socialapi_contract"},
}
EXCEPTIONS = {
    ("commands/mock.py", "socialapi_stub"): "the command starts the stub",
    ("commands/check.py", "socialapi_conformance"): "the command starts the suite",
    ("explain/suite.py", "socialapi_conformance"): "pages tell of the suite",
}


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return {name.partition(".")[0] for name in names} & set(PACKAGES)


def crossings(package: str) -> set[tuple[str, str]]:
    folder = PACKAGES[package] / package
    return {
        (path.relative_to(folder).as_posix(), found)
        for path in folder.rglob("*.py")
        for found in imports(path) - ALLOWED[package]
    }


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_follow_the_arrows(package: str) -> None:
    expected = EXCEPTIONS if package == "socialapi_tools" else {}
    assert crossings(package) == set(expected)


@pytest.mark.parametrize("module", [module for module, _ in EXCEPTIONS])
def test_tools_import_stub_and_suite_only_inside_functions(module: str) -> None:
    tree = ast.parse((PACKAGES["socialapi_tools"] / "socialapi_tools" / module).read_text(encoding="utf-8"))
    top = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert not [node for node in top if "socialapi_stub" in ast.dump(node) or "conformance" in ast.dump(node)]
