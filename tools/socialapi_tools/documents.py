"""The documents of a specification: the published one, and those kept beside it."""

from pathlib import Path

ROOT = "openapi.yaml"
PUBLISHED = "api"


def documents(root: Path) -> dict[str, Path]:
    """Return the root of every document by name, the published one first.

    A document in a folder of its own, such as `spec/billing/openapi.yaml`, shares catalogues, schemas and
    headers with the published one and never becomes part of it.
    """
    beside = sorted(root.parent.glob(f"*/{ROOT}")) if root.name == ROOT else []
    return {PUBLISHED: root} | {path.parent.name: path for path in beside}


def home(root: Path) -> Path:
    """Return the folder of the whole specification: the nearest above a root that holds the catalogues."""
    return next((folder for folder in root.parents if (folder / "catalogues").is_dir()), root.parent)
