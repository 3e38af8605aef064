"""All faults, from every module of them beside this one."""

from importlib import import_module
from pathlib import Path

from faults.faulty import FAULTS

for module in sorted(Path(__file__).parent.glob("*_faults.py")):
    import_module(f"faults.{module.stem}")

__all__ = ["FAULTS"]
