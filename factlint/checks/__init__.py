"""The built-in rules, one module each; ``engine.registry`` finds every module that defines ``RULE``."""
