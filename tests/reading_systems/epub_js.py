"""E-books in epub.js, which many web readers are made with: every entry of the contents and every note is reached."""

from __future__ import annotations

import base64
import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests import npm
from tests.reports.browser import browser
from tests.writers.sample import NCX, OPS, XHTML, Epub

_FOLDER = Path(__file__).parent
_SCRIPTS = ("jszip/dist/jszip.min.js", "epubjs/dist/epub.min.js")
_PAGE = '<!DOCTYPE html><meta charset="utf-8"><title>Reader</title><div id="page"></div>'
# What the reader answers of each address: the file that it shows, and whether what the address names stands there.
_READ = """
(async () => {
  const bytes = Uint8Array.from(atob(%s), sign => sign.charCodeAt(0));
  const book = ePub(bytes.buffer);
  await book.ready;
  const page = book.renderTo('page', {width: 390, height: 600});
  const entries = list => list.flatMap(entry => [entry.href, ...entries(entry.subitems)]);
  const said = [];
  for (const address of [...entries(book.navigation.toc), ...%s]) {
    try {
      await page.display(address);
      const shown = page.getContents()[0].document, id = address.split('#')[1];
      const name = decodeURIComponent(id || '');
      said.push([address, book.spine.get(page.getContents()[0].sectionIndex).href, !id || shown.getElementById(name) !== null]);
    } catch (problem) {
      said.push([address, '', String(problem)]);
    }
  }
  book.destroy();
  return said;
})()
"""


def missing() -> str:
    """What epub.js lacks here to run, in a sentence; empty where it lacks nothing."""
    return npm.missing(_FOLDER, "epub.js")


def faults(files: Iterable[Path]) -> Iterator[str]:
    """What cannot be reached in these e-books."""
    if lack := missing():
        raise OSError(lack)
    modules = npm.installed(_FOLDER)
    with browser() as tab, tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "reader.html"
        page.write_text(_PAGE, "utf-8")
        for file in files:
            tab.open(page, width=390)
            for script in _SCRIPTS:
                tab.run((modules / script).read_text("utf-8"))
            data = file.read_bytes()
            book = base64.b64encode(data).decode()
            reached = tab.run(_READ % (json.dumps(book), json.dumps(_addresses(Epub(data)))))
            yield from _unreached(file.name, Epub(data), reached)


def _addresses(epub: Epub) -> list[str]:
    """The notes of an e-book and its places to jump to, of which the demands are one."""
    notes = [f"{name}{link.get('href')}" for name in epub.spine() for link in epub.xml(name).iter(f"{XHTML}a") if link.get(f"{OPS}type") == "noteref"]
    return [*notes, *(href for _, href in epub.landmarks())]


def _unreached(name: str, epub: Epub, reached: list[list]) -> Iterator[str]:
    wanted = [content.get("src") for content in epub.xml("toc.ncx").iter(f"{NCX}content")]
    seen = [address for address, _, _ in reached]
    yield from (f"{name}: the contents lack {address}" for address in wanted if address not in seen)
    for address, shown, found in reached:
        if found is not True or shown != address.partition("#")[0]:
            yield f"{name}: {address} leads to {shown or 'nothing'} ({found})"
