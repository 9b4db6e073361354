"""What a writer gives: finished files, and the words that they really hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ...layout.printed_pages import PageStart
from ...model.spoken import Spoken


@dataclass(frozen=True, slots=True)
class Output:
    """Files' bytes and their words as they were read back from them.

    ``files`` are known by what is added to the output's name: ``""`` is the file itself, where
    there is one, ``how-to-print`` or ``backs`` another. ``words`` are None where a file holds
    nothing of the text. ``kinds`` says of each page what it is (``text``, ``demands``, ``cover`` …),
    ``instructions`` how the files are printed, ``starts`` where in the text the pages begin.
    """

    files: Mapping[str, bytes] = field(repr=False)
    words: Spoken | None = None
    kinds: tuple[str, ...] = ()
    instructions: str = ""
    starts: tuple[PageStart, ...] = field(default=(), repr=False)

    @property
    def data(self) -> bytes:
        """The bytes of the file itself."""
        return self.files[""]

    @property
    def pages(self) -> int:
        """How many pages there are; 0 where a file has none."""
        return len(self.kinds)

    def named(self, path: Path) -> dict[Path, bytes]:
        """The files by their paths: ``path`` is the file itself, and the others have more in their names."""
        return {path.with_stem(f"{path.stem}-{more}" if more else path.stem): data for more, data in self.files.items()}
