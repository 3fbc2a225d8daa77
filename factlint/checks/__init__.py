"""The built-in rules, one module each; ``factlint.engine.registry`` finds every module that defines ``RULE``."""
