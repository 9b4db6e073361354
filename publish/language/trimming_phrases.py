"""What instructions say of trimming, by language: the same keys as the other phrases of printing, which they stand beside."""

from __future__ import annotations

TRIMMING_PHRASES = {
    "en": {
        "trim-page": "Trim the open sides along the marks with knife and ruler: the finished page measures {size}.",
        "trim-sheet": "First cut off the edges of the sheets along the outer marks: {size} remain.",
        "trim": "The inner pages stick out a little: trim the open edge with knife and ruler.",
    },
    "es": {
        "trim-page": "Recortar los lados abiertos por las marcas con cúter y regla: la página acabada mide {size}.",
        "trim-sheet": "Recortar primero los bordes de las hojas por las marcas exteriores: quedan {size}.",
        "trim": "Las páginas de dentro sobresalen un poco: igualar el borde abierto con cúter y regla.",
    },
    "fr": {
        "trim-page": "Rogner les côtés ouverts le long des repères, au cutter et à la règle : la page finie mesure {size}.",
        "trim-sheet": "Rogner d’abord les bords des feuilles le long des repères extérieurs : il reste {size}.",
        "trim": "Les pages du milieu dépassent un peu : rogner le bord ouvert au cutter, le long d’une règle.",
    },
    "de": {
        "trim-page": "Die offenen Kanten an den Marken mit Messer und Lineal beschneiden: die fertige Seite misst {size}.",
        "trim-sheet": "Zuerst die Ränder der Blätter an den äußeren Marken abschneiden: es bleiben {size}.",
        "trim": "Die inneren Seiten stehen ein wenig vor: die offene Kante mit Messer und Lineal beschneiden.",
    },
}
