"""The parts of Connexion the server is made of. Connexion has no type information, which ends here."""

import warnings

with warnings.catch_warnings():
    # Connexion imports Starlette's test client, which warns about a library it will want one day.
    warnings.simplefilter("ignore")
    from connexion import ConnexionMiddleware  # type: ignore[import-untyped] # no stubs exist, here and below
    from connexion.middleware.abstract import RoutedAPI, RoutedMiddleware  # type: ignore[import-untyped]
    from connexion.middleware.lifespan import LifespanMiddleware  # type: ignore[import-untyped]
    from connexion.middleware.main import API  # type: ignore[import-untyped]
    from connexion.operations import AbstractOperation  # type: ignore[import-untyped]
    from connexion.resolver import Resolver  # type: ignore[import-untyped]
    from connexion.spec import OpenAPISpecification  # type: ignore[import-untyped]

__all__ = [
    "API",
    "AbstractOperation",
    "ConnexionMiddleware",
    "LifespanMiddleware",
    "OpenAPISpecification",
    "Resolver",
    "RoutedAPI",
    "RoutedMiddleware",
]
