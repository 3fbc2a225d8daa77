"""Rules without programming: what a newsroom writes in YAML becomes a ``Rule`` like any other.

Each kind is a module: a ``KIND`` that says which fields an entry has, and a check, a frozen record of what
the entry says that is called with an article. Such a check is sent to other processes and its ``repr`` is
part of the key under which results are kept, so it holds nothing but the entry.
"""
