"""Every visible word that the author did not write, by language.

The keys are the same in all tables (a test holds this). Roles of sections stand under their own
names, so that ``word(role.value, lang)`` names any section.
"""

from __future__ import annotations

from collections.abc import Sequence

from . import base

_ENGLISH = {
    "contents": "Contents", "cover": "Cover", "title-page": "Title page", "landmarks": "Landmarks",
    "start": "Start of the text", "chapter": "Chapter", "dedication": "Dedication", "epigraph": "Epigraph",
    "foreword": "Foreword", "introduction": "Introduction", "demands": "Demands", "afterword": "Afterword",
    "appendix": "Appendix", "notes": "Notes", "about": "About us", "contact": "Contact", "imprint": "Imprint",
    "page": "Page", "pages": "Pages", "figure": "Figure", "table": "Table", "note": "Note",
    "back-to-text": "Back to the text", "edition": "Edition", "published": "Published", "untitled": "Untitled",
    "by": "by {names}", "comma": ", ", "and": " and ", "cover-alt": "Cover: {title}",
    "qr-alt": "QR code for {address}",
    "accessibility-summary": "All of the text can be read aloud or enlarged. Its parts stand in reading order "
    "and can be reached from the contents.",
    "half-title": "Half-title", "back-cover": "Back cover", "published-by": "Published by {name}",
    "printed-by": "Printed by {name}", "logo-alt": "Logo of {name}", "logo": "Publisher’s logo",
    "union-label": "Union label", "barcode-alt": "Bar code: {number}",
}  # fmt: skip

_SPANISH = {
    "contents": "Índice", "cover": "Cubierta", "title-page": "Portada", "landmarks": "Puntos de referencia",
    "start": "Comienzo del texto", "chapter": "Capítulo", "dedication": "Dedicatoria", "epigraph": "Epígrafe",
    "foreword": "Prólogo", "introduction": "Introducción", "demands": "Reivindicaciones", "afterword": "Epílogo",
    "appendix": "Apéndice", "notes": "Notas", "about": "Quiénes somos", "contact": "Contacto", "imprint": "Créditos",
    "page": "Página", "pages": "Páginas", "figure": "Figura", "table": "Tabla", "note": "Nota",
    "back-to-text": "Volver al texto", "edition": "Edición", "published": "Publicado", "untitled": "Sin título",
    "by": "por {names}", "comma": ", ", "and": " y ", "cover-alt": "Cubierta: {title}",
    "qr-alt": "Código QR de {address}",
    "accessibility-summary": "Todo el texto se puede ampliar o escuchar. Sus partes siguen el orden de lectura "
    "y se alcanzan desde el índice.",
    "half-title": "Portadilla", "back-cover": "Contracubierta", "published-by": "Publicado por {name}",
    "printed-by": "Impreso por {name}", "logo-alt": "Logotipo de {name}", "logo": "Logotipo de la editorial",
    "union-label": "Sello sindical", "barcode-alt": "Código de barras: {number}",
}  # fmt: skip

_FRENCH = {
    "contents": "Sommaire", "cover": "Couverture", "title-page": "Page de titre", "landmarks": "Points de repère",
    "start": "Début du texte", "chapter": "Chapitre", "dedication": "Dédicace", "epigraph": "Épigraphe",
    "foreword": "Avant-propos", "introduction": "Introduction", "demands": "Revendications", "afterword": "Postface",
    "appendix": "Annexe", "notes": "Notes", "about": "Qui sommes-nous", "contact": "Contact",
    "imprint": "Mentions légales",
    "page": "Page", "pages": "Pages", "figure": "Figure", "table": "Tableau", "note": "Note",
    "back-to-text": "Retour au texte", "edition": "Édition", "published": "Publié", "untitled": "Sans titre",
    "by": "par {names}", "comma": ", ", "and": " et ", "cover-alt": "Couverture\u00a0: {title}",
    "qr-alt": "Code QR pour {address}",
    "accessibility-summary": "Tout le texte peut être agrandi ou lu à voix haute. Ses parties suivent l’ordre de "
    "lecture et sont accessibles depuis le sommaire.",
    "half-title": "Faux-titre", "back-cover": "Quatrième de couverture", "published-by": "Publié par {name}",
    "printed-by": "Imprimé par {name}", "logo-alt": "Logo\u00a0: {name}", "logo": "Logo de l’éditeur",
    "union-label": "Label syndical", "barcode-alt": "Code-barres\u00a0: {number}",
}  # fmt: skip

_GERMAN = {
    "contents": "Inhalt", "cover": "Umschlag", "title-page": "Titelseite", "landmarks": "Orientierungspunkte",
    "start": "Anfang des Textes", "chapter": "Kapitel", "dedication": "Widmung", "epigraph": "Motto",
    "foreword": "Vorwort", "introduction": "Einleitung", "demands": "Forderungen", "afterword": "Nachwort",
    "appendix": "Anhang", "notes": "Anmerkungen", "about": "Über uns", "contact": "Kontakt", "imprint": "Impressum",
    "page": "Seite", "pages": "Seiten", "figure": "Abbildung", "table": "Tabelle", "note": "Anmerkung",
    "back-to-text": "Zurück zum Text", "edition": "Ausgabe", "published": "Erschienen", "untitled": "Ohne Titel",
    "by": "von {names}", "comma": ", ", "and": " und ", "cover-alt": "Umschlag: {title}",
    "qr-alt": "QR-Code für {address}",
    "accessibility-summary": "Der ganze Text lässt sich vorlesen und vergrößern. Seine Teile stehen in der "
    "Reihenfolge des Lesens und sind aus dem Inhalt zu erreichen.",
    "half-title": "Schmutztitel", "back-cover": "Rückseite des Umschlags", "published-by": "Erschienen bei: {name}",
    "printed-by": "Druck: {name}", "logo-alt": "Logo: {name}", "logo": "Logo des Verlags",
    "union-label": "Gewerkschaftslabel", "barcode-alt": "Strichcode: {number}",
}  # fmt: skip

_PORTUGUESE = {
    "contents": "Sumário", "cover": "Capa", "title-page": "Folha de rosto", "landmarks": "Pontos de referência",
    "start": "Início do texto", "chapter": "Capítulo", "dedication": "Dedicatória", "epigraph": "Epígrafe",
    "foreword": "Prefácio", "introduction": "Introdução", "demands": "Reivindicações", "afterword": "Posfácio",
    "appendix": "Apêndice", "notes": "Notas", "about": "Quem somos", "contact": "Contato", "imprint": "Expediente",
    "page": "Página", "pages": "Páginas", "figure": "Figura", "table": "Tabela", "note": "Nota",
    "back-to-text": "Voltar ao texto", "edition": "Edição", "published": "Publicado", "untitled": "Sem título",
    "by": "por {names}", "comma": ", ", "and": " e ", "cover-alt": "Capa: {title}",
    "qr-alt": "Código QR de {address}",
    "accessibility-summary": "Todo o texto pode ser ampliado ou ouvido. As suas partes seguem a ordem de leitura "
    "e são alcançadas a partir do sumário.",
    "half-title": "Anterrosto", "back-cover": "Quarta capa", "published-by": "Publicado por {name}",
    "printed-by": "Impresso por {name}", "logo-alt": "Logotipo de {name}", "logo": "Logotipo da editora",
    "union-label": "Selo sindical", "barcode-alt": "Código de barras: {number}",
}  # fmt: skip

_ITALIAN = {
    "contents": "Indice", "cover": "Copertina", "title-page": "Frontespizio", "landmarks": "Punti di riferimento",
    "start": "Inizio del testo", "chapter": "Capitolo", "dedication": "Dedica", "epigraph": "Epigrafe",
    "foreword": "Prefazione", "introduction": "Introduzione", "demands": "Rivendicazioni", "afterword": "Postfazione",
    "appendix": "Appendice", "notes": "Note", "about": "Chi siamo", "contact": "Contatti", "imprint": "Colophon",
    "page": "Pagina", "pages": "Pagine", "figure": "Figura", "table": "Tabella", "note": "Nota",
    "back-to-text": "Torna al testo", "edition": "Edizione", "published": "Pubblicato", "untitled": "Senza titolo",
    "by": "di {names}", "comma": ", ", "and": " e ", "cover-alt": "Copertina: {title}",
    "qr-alt": "Codice QR per {address}",
    "accessibility-summary": "Tutto il testo si può ingrandire o ascoltare. Le sue parti seguono l’ordine di "
    "lettura e si raggiungono dall’indice.",
    "half-title": "Occhiello", "back-cover": "Quarta di copertina", "published-by": "Pubblicato da {name}",
    "printed-by": "Stampato da {name}", "logo-alt": "Logo: {name}", "logo": "Logo dell’editore",
    "union-label": "Marchio sindacale", "barcode-alt": "Codice a barre: {number}",
}  # fmt: skip

_TURKISH = {
    "contents": "İçindekiler", "cover": "Kapak", "title-page": "Başlık sayfası", "landmarks": "Yer işaretleri",
    "start": "Metnin başı", "chapter": "Bölüm", "dedication": "İthaf", "epigraph": "Epigraf",
    "foreword": "Önsöz", "introduction": "Giriş", "demands": "Talepler", "afterword": "Sonsöz",
    "appendix": "Ek", "notes": "Notlar", "about": "Hakkımızda", "contact": "İletişim", "imprint": "Künye",
    "page": "Sayfa", "pages": "Sayfalar", "figure": "Şekil", "table": "Tablo", "note": "Not",
    "back-to-text": "Metne dön", "edition": "Baskı", "published": "Yayın tarihi", "untitled": "Başlıksız",
    "by": "Yazan: {names}", "comma": ", ", "and": " ve ", "cover-alt": "Kapak: {title}",
    "qr-alt": "{address} için karekod",
    "accessibility-summary": "Metnin tamamı büyütülebilir ya da sesli okunabilir. Bölümler okuma sırasına göre "
    "dizilidir ve içindekilerden ulaşılır.",
    "half-title": "Ön başlık", "back-cover": "Arka kapak", "published-by": "Yayımlayan: {name}",
    "printed-by": "Baskı: {name}", "logo-alt": "{name} logosu", "logo": "Yayıncının logosu",
    "union-label": "Sendika etiketi", "barcode-alt": "Barkod: {number}",
}  # fmt: skip

_ARABIC = {
    "contents": "المحتويات", "cover": "الغلاف", "title-page": "صفحة العنوان", "landmarks": "معالم الكتاب",
    "start": "بداية النص", "chapter": "فصل", "dedication": "إهداء", "epigraph": "استهلال",
    "foreword": "تمهيد", "introduction": "مقدمة", "demands": "المطالب", "afterword": "خاتمة",
    "appendix": "ملحق", "notes": "هوامش", "about": "من نحن", "contact": "للتواصل", "imprint": "بيانات النشر",
    "page": "صفحة", "pages": "صفحات", "figure": "شكل", "table": "جدول", "note": "هامش",
    "back-to-text": "العودة إلى النص", "edition": "طبعة", "published": "نُشر", "untitled": "بلا عنوان",
    "by": "بقلم {names}", "comma": "، ", "and": " و", "cover-alt": "الغلاف: {title}",
    "qr-alt": "رمز الاستجابة السريعة للعنوان {address}",
    "accessibility-summary": "يمكن تكبير النص كله أو الاستماع إليه. أجزاؤه مرتبة بحسب القراءة ويمكن الوصول إليها "
    "من المحتويات.",
    "half-title": "صفحة العنوان المختصر", "back-cover": "الغلاف الخلفي", "published-by": "الناشر: {name}",
    "printed-by": "الطباعة: {name}", "logo-alt": "شعار {name}", "logo": "شعار الناشر",
    "union-label": "شعار النقابة", "barcode-alt": "الرمز الشريطي: {number}",
}  # fmt: skip

_CHINESE = {
    "contents": "目录", "cover": "封面", "title-page": "书名页", "landmarks": "导航点",
    "start": "正文开始", "chapter": "章", "dedication": "献词", "epigraph": "题词",
    "foreword": "前言", "introduction": "引言", "demands": "诉求", "afterword": "后记",
    "appendix": "附录", "notes": "注释", "about": "关于我们", "contact": "联系方式", "imprint": "出版信息",
    "page": "页", "pages": "页", "figure": "图", "table": "表", "note": "注",
    "back-to-text": "返回正文", "edition": "版本", "published": "出版", "untitled": "无题",
    "by": "{names} 著", "comma": "、", "and": "和", "cover-alt": "封面：{title}",
    "qr-alt": "{address} 的二维码",
    "accessibility-summary": "全文可以放大或朗读，各部分按阅读顺序排列，并可从目录进入。",
    "half-title": "简题名页", "back-cover": "封底", "published-by": "{name} 出版",
    "printed-by": "{name} 印刷", "logo-alt": "{name} 的标志", "logo": "出版者的标志",
    "union-label": "工会标志", "barcode-alt": "条形码：{number}",
}  # fmt: skip

_TRADITIONAL_CHINESE = {
    **_CHINESE,
    "contents": "目錄", "title-page": "書名頁", "landmarks": "導覽點", "start": "正文開始", "dedication": "獻詞",
    "epigraph": "題詞", "demands": "訴求", "afterword": "後記", "appendix": "附錄", "notes": "註釋",
    "about": "關於我們", "contact": "聯絡方式", "imprint": "出版資訊", "page": "頁", "pages": "頁", "figure": "圖",
    "note": "註", "untitled": "無題", "qr-alt": "{address} 的二維碼", "foreword": "前言", "introduction": "引言",
    "accessibility-summary": "全文可以放大或朗讀，各部分按閱讀順序排列，並可從目錄進入。",
    "half-title": "簡題名頁", "back-cover": "封底", "published-by": "{name} 出版",
    "printed-by": "{name} 印刷", "logo-alt": "{name} 的標誌", "logo": "出版者的標誌",
    "union-label": "工會標誌", "barcode-alt": "條碼：{number}",
}  # fmt: skip

_JAPANESE = {
    "contents": "目次", "cover": "表紙", "title-page": "扉", "landmarks": "主な箇所",
    "start": "本文の始まり", "chapter": "章", "dedication": "献辞", "epigraph": "題辞",
    "foreword": "まえがき", "introduction": "序論", "demands": "要求", "afterword": "あとがき",
    "appendix": "付録", "notes": "注", "about": "私たちについて", "contact": "連絡先", "imprint": "奥付",
    "page": "ページ", "pages": "ページ", "figure": "図", "table": "表", "note": "注",
    "back-to-text": "本文に戻る", "edition": "版", "published": "発行", "untitled": "無題",
    "by": "{names} 著", "comma": "、", "and": "、", "cover-alt": "表紙：{title}",
    "qr-alt": "{address} のQRコード",
    "accessibility-summary": "本文はすべて拡大または音声で読むことができます。各部分は読む順に並び、目次から移動できます。",
    "half-title": "仮扉", "back-cover": "裏表紙", "published-by": "発行：{name}",
    "printed-by": "印刷：{name}", "logo-alt": "{name}のロゴ", "logo": "発行者のロゴ",
    "union-label": "労働組合のラベル", "barcode-alt": "バーコード：{number}",
}  # fmt: skip

TABLES = {
    "en": _ENGLISH, "es": _SPANISH, "fr": _FRENCH, "de": _GERMAN, "pt": _PORTUGUESE, "it": _ITALIAN,
    "tr": _TURKISH, "ar": _ARABIC, "zh": _CHINESE, "zh-hant": _TRADITIONAL_CHINESE, "ja": _JAPANESE,
}  # fmt: skip
_TRADITIONAL_REGIONS = {"hant", "tw", "hk", "mo"}


def word(key: str, lang: str) -> str:
    """The word in this language, or in English where we have no table. A wrong key is a ``KeyError``."""
    return _table(lang)[key]


def byline(names: Sequence[str], lang: str) -> str:
    """Who wrote it: ``by Ann Author, Bob Writer and Cy Third``; empty without names."""
    return word("by", lang).format(names=listed(names, lang)) if names else ""


def listed(names: Sequence[str], lang: str) -> str:
    """Names joined as the language joins them."""
    *first, last = names or [""]
    return word("comma", lang).join(first) + (word("and", lang) if first else "") + last


def _table(lang: str) -> dict[str, str]:
    language = base(lang)
    if language == "zh" and _TRADITIONAL_REGIONS & set(lang.lower().split("-")):
        language = "zh-hant"
    return TABLES.get(language, _ENGLISH)
