"""A stub server that keeps the SocialAPI contract: stateful, authenticated, and honest about every error."""

import warnings

with warnings.catch_warnings():
    # Connexion imports Starlette's test client, which warns about a library it will want one day.
    warnings.simplefilter("ignore")
    import connexion as connexion  # noqa: PLC0414 - imported for its side effect, before any module of this package
