"""What the page of the tools shows works as shown."""

import re
import shlex

import pytest
from mock_server import ROOT
from socialapi_tools.cli import main

PAGE = (ROOT / "tools/README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^\$ sapi (explain [^#\n]+)", PAGE, re.MULTILINE)


@pytest.mark.parametrize("line", SHOWN)
def test_what_it_explains_has_a_page(line: str) -> None:
    assert main(shlex.split(line)) == 0
