"""The one way a command ends early: a designed message, a way to mend it, an exit code."""

FINDINGS = 1
USAGE = 2
COULD_NOT_RUN = 3


class Failure(Exception):
    """A problem the person at the keyboard can act on; `cli.main` prints it without a traceback.

    `message` says what is wrong and where, `hint` how to mend it, `exit_code` is a constant of this module.
    """

    def __init__(self, message: str, *, hint: str = "", exit_code: int = COULD_NOT_RUN) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.exit_code = exit_code
