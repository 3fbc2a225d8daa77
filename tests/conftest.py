"""Settings of all tests."""

from __future__ import annotations

from hypothesis import settings

# A machine that does other things as well takes an example now and then a second; that is no failure.
settings.register_profile("factlint", deadline=None)
settings.load_profile("factlint")
