"""All variants, from every module of them beside this one."""

from importlib import import_module
from pathlib import Path

from variants.varying import VARIANTS

for module in sorted(Path(__file__).parent.glob("*_variants.py")):
    import_module(f"variants.{module.stem}")

__all__ = ["VARIANTS"]
