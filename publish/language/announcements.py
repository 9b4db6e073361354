"""Patterns of sentences that announce demands, or say how to reach those who publish.

They see folded text (no capitals, no accents, Arabic without hamza); those of demands see it
without its final colon, too. A verb in the first person ("we demand") may be followed by a few
words; after others hardly anything may follow.
"""

from __future__ import annotations

_GROUP = (
    r"(?:party|unions?|campaign|committee|movement|group|council|association|federation|alliance|coalition|branch|"
    r"assembly|network|congress|conference|collective|league|front|organi[sz]ation|society|international|workers|"
    r"tenants|strikers|students|drivers|members|residents|people|women|nurses|teachers|migrants|they)"
)
_REST = r"(?: [^\s:;.!?]{1,30}){0,10}"
_FOLLOWING = r"(?: (?:of|from)(?: [^\s:;.!?]{1,30}){1,8}| that| an end to| therefore)?(?: (?:the following|these things))?"
_ARE = r"(?: (?:are|were|include|read|remain))?(?: (?:as follows|these|simple|clear|the following))?"

DEMANDS: dict[str, tuple[str, ...]] = {
    "en": (
        rf"\bwe(?:,? [^\s:;.]{{1,30}}){{0,6}}(?<!\bin)(?<!\bon)(?<!\bof)(?<!\bhigh)(?<!\bthe)(?<!\ba)"
        rf" demand{_REST}$",
        rf"\bwe (?:\w{{1,15}} ){{0,2}}(?:call for|insist on|fight for){_FOLLOWING}$",
        rf"\bwe (?:are|have been) (?:\w{{1,15}} ){{0,2}}(?:demanding|calling for|fighting for|insisting on)"
        rf"{_FOLLOWING}$",
        rf"\b(?:our|these|following)(?: [^\s:;.]{{1,20}}){{0,2}} demands{_REST}$",
        rf"\b(?:the|their|its)(?: (?:main|key|core|central|full|workers'|strikers'|tenants')){{0,2}} demands{_ARE}$",
        rf"\b{_GROUP}(?: \w{{1,15}}){{0,2}} "
        rf"(?:demands?|demanded|(?:is|are) demanding|calls? for|(?:is|are) calling for){_FOLLOWING}$",
    ),
    "es": (
        rf"\b(?:exigimos|reivindicamos|demandamos|reclamamos){_REST}$",
        rf"\b(?:nuestras|estas|siguientes)(?: \w{{1,20}}){{0,2}} (?:demandas|reivindicaciones|exigencias){_REST}$",
        r"\blas(?: \w{1,20}){0,2} (?:demandas|reivindicaciones|exigencias)(?: son)?(?: las siguientes)?$",
        r"(?<!\bella)(?<!\bel) (?:exigen?|reivindican?|reclaman?)(?: que| lo siguiente)?$",
        r"\b(?:demanda|demandan) lo siguiente$",
    ),
    "fr": (
        rf"\bnous (?:exigeons|revendiquons|reclamons|demandons){_REST}$",
        rf"\b(?:nos|ces|suivantes)(?: [\w-]{{1,20}}){{0,2}} (?:revendications|exigences){_REST}$",
        r"\b(?:les|leurs)(?: [\w-]{1,20}){0,2} (?:revendications|exigences)(?: sont)?(?: les suivantes)?$",
        r"(?<!\bil)(?<!\belle)(?<!\bon) (?:exige|exigent|revendique|revendiquent)(?: que| ce qui suit)?$",
    ),
    "de": (
        rf"\b(?:fordern|verlangen) wir{_REST}$",
        rf"\bwir (?:fordern|verlangen){_REST}$",
        rf"\b(?:unsere|diese|folgende|folgenden)(?: \w{{1,20}}){{0,2}} forderungen{_REST}$",
        r"\b(?:die|ihre)(?: \w{1,20}){0,2} forderungen(?: sind| lauten)?(?: folgende)?$",
        r"(?<!\ber)(?<!\bsie)(?<!\bes) (?:fordert|fordern)(?: deshalb| daher)?(?: folgendes)?$",
    ),
    "pt": (
        rf"\b(?:exigimos|reivindicamos|demandamos|reclamamos){_REST}$",
        rf"\b(?:nossas|estas|seguintes)(?: \w{{1,20}}){{0,2}} (?:demandas|reivindicacoes|exigencias){_REST}$",
        r"\bas(?: \w{1,20}){0,2} (?:demandas|reivindicacoes|exigencias)(?: sao)?(?: as seguintes)?$",
        r"(?<!\bela)(?<!\bele) (?:exigem?|reivindicam?)(?: que| o seguinte)?$",
    ),
    "it": (
        rf"\b(?:rivendichiamo|esigiamo|pretendiamo){_REST}$",
        r"\bchiediamo(?: (?:al|alla|ai|alle|allo)(?: [^\s:;.!?]{1,30}){1,8})?(?: quanto segue| che)?$",
        rf"\b(?:nostre|queste|seguenti)(?: \w{{1,20}}){{0,2}} (?:rivendicazioni|richieste){_REST}$",
        r"\ble(?: \w{1,20}){0,2} rivendicazioni(?: sono)?(?: le seguenti)?$",
        r"(?<!\blui)(?<!\blei)(?<!\begli) (?:rivendicano?|esige|esigono)(?: che| quanto segue)?$",
    ),
    "tr": (
        r"\b(?:su )?taleplerimiz(?: \w{1,20}){0,3}$",
        r"\btalep ed(?:iyoruz|iyor|iyorlar)$",
        r"^(?:\w{1,20} ){0,3}istiyoruz$",
    ),
    "ar": (
        r"(?:^|\s)و?نطالب(?:\s\S{1,20}){0,8}$",
        r"(?:^|\s)و?(?:مطالبنا|المطالب التالية|مطالب العمال)(?:\s\S{1,20}){0,3}$",
        r"(?:^|\s)و?[يت]طالب(?:ون)?(?:\s\S{1,20}){0,6} (?:ب|بما يلي|بالتالي)$",
    ),
    "zh": (
        r"(?:我们|我們|工会|工會|工人们?|党|黨|联盟|聯盟|委员会|委員會)[^。，,；]{0,12}(?:要求|主张|主張)[^。，,；]{0,8}$",
        r"(?:我们|我們)的\w{0,4}(?:要求|诉求|訴求)(?:是|如下|有)?$",
        r"(?:要求|诉求|訴求)如下$",
    ),
    "ja": (
        r"要求(?:する|します|している|しています)$",
        r"(?:私たち|わたしたち|我々|われわれ|我ら)の要求(?:は|は次の通りである|は次のとおり|は以下の通り)?$",
    ),
}

# A group that goes by a name of its own (seen with its capitals): "Reclaim the Docks demands:".
NAMED_GROUP_DEMANDS = r"\b(?!(?:He|She|It|This|That|Who|What|Which)\b)[A-Z][\w’'-]{1,30} demands(?: that)?(?: the following)?\s*[:：]$"

# For each language: openings that are an invitation by themselves, and openings that are one only
# when a way of contact follows.
CONTACT_OPENINGS: dict[str, tuple[str, str]] = {
    "en": (
        r"(?:(?:you can )?(?:contact|reach|write to|email|e-mail) us\b|get in touch\b|contacts?\s?:|"
        r"how to (?:contact|reach) us)",
        r"(?:to (?:contact|reach|get in touch with|write to|join) |contact the |for (?:more|further) information,? )",
    ),
    "es": (
        r"(?:contactanos|contactenos|contacta con nosotr[oa]s|escribenos|escribanos|contactos?\s?:|"
        r"para (?:contactarnos|contactar con nosotr[oa]s|comunicarse con nosotr[oa]s))",
        r"(?:para (?:contactar|comunicarse con|ponerse en contacto con|mas informacion)\b)",
    ),
    "fr": (
        r"(?:(?:pour )?nous (?:contacter|joindre|ecrire)\b|contactez[- ]nous|ecrivez[- ]nous|contacts?\s?:)",
        r"(?:pour (?:contacter|joindre|rejoindre|plus d'informations?)\b)",
    ),
    "de": (
        r"(?:kontakt\s?:|kontaktiert uns|kontaktieren sie uns|schreibt uns|schreiben sie uns|"
        r"so erreicht (?:ihr|man) uns|erreichen konnt ihr uns)",
        r"(?:kontakt (?:zu|zur|zum|mit)\b|weitere informationen\b|mehr informationen\b)",
    ),
    "pt": (
        r"(?:fale conosco|contate-nos|contacte-nos|escreva-nos|entre em contato|entre em contacto|contac?tos?\s?:|"
        r"para (?:nos contatar|entrar em contato conosco|contactar-nos))",
        r"(?:para (?:contatar|contactar|entrar em contac?to com|mais informacoes)\b)",
    ),
    "it": (
        r"(?:contattaci|contattateci|scriveteci|scrivici|contatt[oi]\s?:|contatti|per (?:contattarci|scriverci))",
        r"(?:per (?:contattare|mettersi in contatto con|maggiori informazioni)\b)",
    ),
    "tr": (
        r"(?:iletisim(?: icin)?\s?:|iletisim(?: icin)?$|bize (?:ulasin|yazin)|bizimle iletisime gecin)",
        r"(?:iletisim icin|daha fazla bilgi icin)",
    ),
    "ar": (
        r"(?:للتواصل(?: معنا)?|اتصلوا? بنا|تواصلوا? معنا|للاتصال بنا|راسلونا)",
        r"(?:للاتصال|لمزيد من المعلومات)",
    ),
    "zh": (r"(?:联系我们|聯絡我們|聯繫我們|联系方式|聯絡方式)", r"(?:如需联系|欲了解更多|如需聯絡)"),
    "ja": (r"(?:お問い合わせ|問い合わせ先|連絡先|ご連絡は)", r"(?:詳しくは)"),
}
WAYS_OF_CONTACT = (
    r"://|@|\bwww\.|\b[\w-]+\.(?:org|net|com|info|eu|de|fr|es|uk|it|br|pt|tr|cn|jp|coop)\b|"
    r"\b(?:visit|write|call|phone|ring|e-?mail|click|go to|text|visite[zn]?|visita|ecrire|besucht|besuchen|scrivi|"
    r"scrivete|ziyaret|escriba|escreva)\b|\d{3}|زوروا|访问|訪問"
)
