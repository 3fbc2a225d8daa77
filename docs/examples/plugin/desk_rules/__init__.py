"""Rules of a desk of its own, as a factlint plug-in."""
