"""The errors factlint raises: one root, and every message says what to do."""


class FactlintError(Exception):
    """Anything that keeps factlint from doing what it was asked.

    Args:
        message: what is wrong, naming the file or option.
        hint: what the user can do about it; empty where the message says it all.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class InputError(FactlintError):
    """An article cannot be read: missing, not text, too large, unreadable front matter."""


class ConfigError(FactlintError):
    """An option, a rule name or a configuration file is not understood."""


class SnapshotError(FactlintError):
    """A knowledge-base snapshot is missing, broken or of another schema version."""


class ModelError(FactlintError):
    """No usable spaCy model is installed, or the installed one is not what it says it is."""


class ArchiveError(FactlintError):
    """An archive of published articles is missing, damaged, in use, or cannot be written."""
