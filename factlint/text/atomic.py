"""Replacing a file in one step, so that nobody ever reads half of it."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` so that a reader finds the old content or the new one.

    A symbolic link stays one: the file that it points at is replaced. The mode of an existing file
    is kept. A device or a pipe is written to and stays what it is.

    Raises:
        OSError: it cannot be written; the old content stands.
    """
    if path.exists() and not path.is_file():
        _write_to_device(path, data)
        return
    target = Path(os.path.realpath(path))
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
        else:
            temporary.chmod(0o666 & ~_umask())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _write_to_device(path: Path, data: bytes) -> None:
    # Opened without waiting, as a pipe that nobody reads would be waited for without end.
    nonblock: int = getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, os.O_WRONLY | nonblock)
    if nonblock:
        os.set_blocking(descriptor, True)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)


def _umask() -> int:
    # There is no way to ask for it but to set it.
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
