"""Making snapshots: importing dumps into the text form and compiling that; never imported by ``check``."""
