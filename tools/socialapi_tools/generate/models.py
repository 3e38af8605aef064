"""The pydantic models: every schema of the bundle under its own name, by datamodel-code-generator."""

import json
from typing import Any

from datamodel_code_generator import GenerateConfig, InputFileType, LiteralType, generate
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import Formatter, PythonVersion

HEADER = '"""Every schema of the contract as a pydantic model. Written by `sapi generate`; do not edit."""'


def models_module(document: dict[str, Any]) -> str:
    """Return the source of `socialapi_contract/models.py` for a bundle."""
    config = GenerateConfig(
        input_file_type=InputFileType.OpenAPI,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        custom_file_header=HEADER,
        disable_timestamp=True,
        use_standard_collections=True,
        use_union_operator=True,
        use_annotated=True,
        field_constraints=True,
        enum_field_as_literal=LiteralType.All,
        use_schema_description=True,
        use_field_description=True,
        use_single_line_docstring=True,
        collapse_root_models=True,
        strict_nullable=True,
        use_double_quotes=True,
        keep_model_order=True,
        formatters=[Formatter.RUFF_FORMAT],
    )
    source = generate(json.dumps(document), config=config)
    if not isinstance(source, str):
        raise TypeError("datamodel-code-generator split the models into several modules")
    return source
