"""What the test sheet says, by language and the same keys. Settings are named as one writes them in ``publish.yaml``."""

from __future__ import annotations

_ENGLISH = {
    "test-title": "Print test", "test-top": "top edge",
    "test-lead": "Print both pages of this file on one sheet, on both sides, at {full} – not “fit to page”.",
    "test-flip": "Which edge does the printer flip?",
    "test-flip-how": "Turn this sheet over like the page of a book. On the back, the half that is upright is the answer.",
    "test-single": "Is the back empty?",
    "test-single-how": "Then the printer prints on one side at a time: write {single}. Lay this sheet back into the printer just as it came "
    "out, print page 2 alone, and turn the sheet like the page of a book. What do you see?",
    "test-over": "Page 2 is on the back, its half “{long}” upright", "test-over-do": "Put printed piles back as they came out.",
    "test-end": "Page 2 is on the back, its half “{short}” upright", "test-end-do": "Turn printed piles end for end before they go back.",
    "test-same": "Page 2 is on this side, over these words", "test-same-do": "Turn printed piles over on the long edge before they go back.",
    "test-size": "Is it true to size?",
    "test-size-how": "Measure the lines. If they are shorter than they say, the printer shrank the page: choose {full} or “actual size”, and "
    "print again.",
    "test-edge": "How much does the printer leave bare?",
    "test-edge-how": "In the middle of every edge stand pins. Find the first whose head is there, and read its number. The largest of the "
    "four numbers, say 5, is the bare edge: write {margin}. The thin frame stands 5 mm from the edge.",
    "test-pins": "Twelve pins in the middle of each edge, with heads 1 to 12 mm from it, and a frame 5 mm from all edges",
    "test-back-long": "Is this half upright? Then the printer, as it is set now, flips sheets on the long edge. Leave it so, and write",
    "test-back-short": "Is this half upright? Then the printer, as it is set now, flips sheets on the short edge. Leave it so, and write",
    "test-foot": "Such lines are written in publish.yaml. For one time only, write them behind the command: {options}.",
}  # fmt: skip

_SPANISH = {
    "test-title": "Prueba de impresión", "test-top": "borde superior",
    "test-lead": "Imprimir las dos páginas de este archivo en una sola hoja, a doble cara, al {full}, sin «ajustar a la página».",
    "test-flip": "¿Por qué borde voltea la impresora?",
    "test-flip-how": "Dar la vuelta a esta hoja como a la página de un libro. En el dorso, la mitad que se lee derecha es la respuesta.",
    "test-single": "¿El dorso está vacío?",
    "test-single-how": "Entonces la impresora imprime una cara cada vez: escribir {single}. Poner esta hoja en la impresora tal como salió, "
    "imprimir solo la página 2 y dar la vuelta a la hoja como a la página de un libro. ¿Qué se ve?",
    "test-over": "La página 2 está en el dorso, con la mitad «{long}» derecha", "test-over-do": "Volver a poner las pilas tal como salen.",
    "test-end": "La página 2 está en el dorso, con la mitad «{short}» derecha",
    "test-end-do": "Girar las pilas media vuelta antes de volver a ponerlas.",
    "test-same": "La página 2 está en esta cara, sobre estas palabras",
    "test-same-do": "Dar la vuelta a las pilas por el borde largo antes de volver a ponerlas.", "test-size": "¿Sale a tamaño real?",
    "test-size-how": "Medir las líneas. Si son más cortas de lo que dicen, la impresora ha reducido la página: elegir {full} o «tamaño real» "
    "y volver a imprimir.",
    "test-edge": "¿Cuánto borde deja en blanco la impresora?",
    "test-edge-how": "En el centro de cada borde hay alfileres. Buscar el primero que tiene cabeza y leer su número. El mayor de los cuatro "
    "números, por ejemplo 5, es el borde en blanco: escribir {margin}. El marco fino está a 5 mm del borde.",
    "test-pins": "Doce alfileres en el centro de cada borde, con la cabeza a entre 1 y 12 mm, y un marco a 5 mm de todos los bordes",
    "test-back-long": "¿Esta mitad se lee derecha? Entonces la impresora, como está ajustada, voltea por el borde largo. Dejarla así y "
    "escribir",
    "test-back-short": "¿Esta mitad se lee derecha? Entonces la impresora, como está ajustada, voltea por el borde corto. Dejarla así y "
    "escribir",
    "test-foot": "Estas líneas se escriben en publish.yaml. Para una sola vez, se ponen detrás de la orden: {options}.",
}  # fmt: skip

_FRENCH = {
    "test-title": "Essai d’impression", "test-top": "bord supérieur",
    "test-lead": "Imprimer les deux pages de ce fichier sur une seule feuille, recto verso, à {full}, sans « ajuster à la page ».",
    "test-flip": "Sur quel bord l’imprimante retourne-t-elle ?",
    "test-flip-how": "Retourner cette feuille comme la page d’un livre. Au verso, la moitié qui se lit à l’endroit est la réponse.",
    "test-single": "Le verso est-il vide ?",
    "test-single-how": "L’imprimante n’imprime alors qu’une face à la fois : écrire {single}. Remettre cette feuille dans l’imprimante telle "
    "qu’elle est sortie, imprimer la page 2 seule et retourner la feuille comme la page d’un livre. Que voit-on ?",
    "test-over": "La page 2 est au verso, la moitié « {long} » à l’endroit", "test-over-do": "Remettre les piles telles qu’elles sortent.",
    "test-end": "La page 2 est au verso, la moitié « {short} » à l’endroit",
    "test-end-do": "Tourner les piles d’un demi-tour avant de les remettre.", "test-same": "La page 2 est sur cette face, par-dessus ces mots",
    "test-same-do": "Retourner les piles sur le bord long avant de les remettre.", "test-size": "Est-ce à la bonne taille ?",
    "test-size-how": "Mesurer les traits. S’ils sont plus courts qu’il n’est dit, l’imprimante a réduit la page : choisir {full} ou « taille "
    "réelle » et imprimer encore une fois.",
    "test-edge": "Quel bord l’imprimante laisse-t-elle blanc ?",
    "test-edge-how": "Au milieu de chaque bord, il y a des épingles. Chercher la première qui a sa tête et lire son nombre. Le plus grand des "
    "quatre nombres, disons 5, est le bord blanc : écrire {margin}. Le cadre fin est à 5 mm du bord.",
    "test-pins": "Douze épingles au milieu de chaque bord, la tête à une distance de 1 à 12 mm, et un cadre à 5 mm de tous les bords",
    "test-back-long": "Cette moitié est-elle à l’endroit ? Alors l’imprimante, telle qu’elle est réglée, retourne sur le bord long. La "
    "laisser ainsi et écrire",
    "test-back-short": "Cette moitié est-elle à l’endroit ? Alors l’imprimante, telle qu’elle est réglée, retourne sur le bord court. La "
    "laisser ainsi et écrire",
    "test-foot": "Ces lignes s’écrivent dans publish.yaml. Pour une seule fois, on les met après la commande : {options}.",
}  # fmt: skip

_GERMAN = {
    "test-title": "Druckprobe", "test-top": "Oberkante",
    "test-lead": "Beide Seiten dieser Datei auf ein einziges Blatt drucken, beidseitig, mit {full}, nicht „An Seite anpassen“.",
    "test-flip": "An welcher Kante wendet der Drucker?",
    "test-flip-how": "Dieses Blatt umblättern wie die Seite eines Buches. Die Hälfte der Rückseite, die aufrecht steht, ist die Antwort.",
    "test-single": "Ist die Rückseite leer?",
    "test-single-how": "Dann druckt der Drucker nur einseitig: {single} schreiben. Dieses Blatt so, wie es herauskam, wieder in den Drucker "
    "legen, nur Seite 2 drucken und das Blatt umblättern wie die Seite eines Buches. Was ist zu sehen?",
    "test-over": "Seite 2 ist auf der Rückseite, die Hälfte „{long}“ aufrecht",
    "test-over-do": "Bedruckte Stapel so zurücklegen, wie sie herauskommen.",
    "test-end": "Seite 2 ist auf der Rückseite, die Hälfte „{short}“ aufrecht",
    "test-end-do": "Bedruckte Stapel um eine halbe Drehung drehen, dann zurücklegen.",
    "test-same": "Seite 2 ist auf dieser Seite, über diesen Wörtern",
    "test-same-do": "Bedruckte Stapel über die lange Kante wenden, dann zurücklegen.", "test-size": "Stimmt die Größe?",
    "test-size-how": "Die Linien messen. Sind sie kürzer, als daran steht, hat der Drucker die Seite verkleinert: {full} oder „Tatsächliche "
    "Größe“ wählen und noch einmal drucken.",
    "test-edge": "Wie viel Rand lässt der Drucker frei?",
    "test-edge-how": "In der Mitte jeder Kante stehen Nadeln. Die erste suchen, deren Kopf zu sehen ist, und ihre Zahl lesen. Die größte der "
    "vier Zahlen, etwa 5, ist der freie Rand: {margin} schreiben. Der dünne Rahmen steht 5 mm vom Rand.",
    "test-pins": "Zwölf Nadeln in der Mitte jeder Kante, die Köpfe 1 bis 12 mm von ihr, und ein Rahmen 5 mm von allen Kanten",
    "test-back-long": "Steht diese Hälfte aufrecht? Dann wendet der Drucker, so wie er eingestellt ist, an der langen Kante. So lassen und "
    "schreiben:",
    "test-back-short": "Steht diese Hälfte aufrecht? Dann wendet der Drucker, so wie er eingestellt ist, an der kurzen Kante. So lassen und "
    "schreiben:",
    "test-foot": "Solche Zeilen stehen in publish.yaml. Für ein einziges Mal schreibt man sie hinter den Befehl: {options}.",
}  # fmt: skip

TEST_PHRASES = {"en": _ENGLISH, "es": _SPANISH, "fr": _FRENCH, "de": _GERMAN}
