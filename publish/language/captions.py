"""Captions by their first words: ``Figure 3: Two boilers``, ``Abb. 2``, ``図3``."""

from __future__ import annotations

import re

_WORDS = (
    "figure", "fig", "table", "tab", "plate", "map", "chart", "graph", "photo", "picture", "box", "illustration", "exhibit",
    "abbildung", "abb", "tabelle", "tafel", "bild", "karte", "schaubild", "foto", "grafik",
    "tableau", "carte", "graphique", "encadré", "figura", "tabla", "cuadro", "mapa", "gráfico", "imagen",
    "tabella", "tavola", "grafico", "riquadro", "tabela", "quadro", "imagem", "figuur", "kaart", "figur", "tabell", "kuva", "taulukko",
    "rysunek", "rys", "obrázek", "obr", "tabulka", "ábra", "táblázat", "tabelul", "slika", "şekil", "tablo", "resim",
    "рисунок", "рис", "таблица", "табл", "таблиця", "εικόνα", "πίνακας", "σχήμα", "شكل", "الشكل", "جدول", "الجدول", "صورة", "شکل", "تصویر",
    "איור", "טבלה", "תמונה", "चित्र", "तालिका", "hình", "bảng", "gambar", "tabel",
)  # fmt: skip
_NUMBER = r"[\dA-Z]?\.?\d{1,3}(?:[.\-–]\d{1,3})*[a-z]?"
# It takes some time to make; so it is done for a paragraph with a number at its beginning.
_BY_WORD = rf"(?:{'|'.join(_WORDS)})\.?[ \u00a0]{{0,2}}{_NUMBER}(?:[ \u00a0]?[.:)|]|\s*[–—-]\s|\s*$|\s+(?=[^\W\d_a-z]))"
_DIGIT = re.compile(r"\d")  # most paragraphs have none at their beginning
_BY_SIGN = re.compile(r"[図表图圖][ \u3000]?\d{1,3}|(?:그림|표)[ ]?\d{1,3}")


def is_caption(text: str) -> bool:
    """Whether a paragraph names a picture or a table by its number and says what it shows. "Table 3 shows" does not."""
    begin = text.lstrip()[:120]
    if not _DIGIT.search(begin):
        return False
    match = re.match(_BY_WORD, begin, re.IGNORECASE)
    if match:
        rest = begin[match.end() :].lstrip()
        return not rest[:1].islower() or match[0].rstrip()[-1] in ".:)|–—-"
    return _BY_SIGN.match(begin) is not None
