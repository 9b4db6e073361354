"""What a page of printing instructions says: English, Spanish, French and German, by the same keys.

Where a phrase depends on a number, its forms stand apart by ``|``: for one, and for more. What is named as
printing windows name it is written as browsers, Acrobat and the drivers of large makers have it.
"""

from __future__ import annotations

_ENGLISH = {
    "heading": "How to print", "colon": "{name}: {value}", "also": "{name}: {value} ({also})", "print": "Print", "and": " and ", "comma": ", ",
    "percent": "%", "point": ".", "thousands": ",",
    # Settings
    "paper": "Paper", "sides": "Sides", "flip": "Flip", "size": "Size", "both": "both sides", "both-also": "also called duplex",
    "one": "one side", "one-also": "the backs stay empty", "twice": "fronts, then backs", "twice-also": "one side at a time",
    "flip-long": "flip on long edge", "flip-long-also": "or “long-edge binding”", "flip-short": "flip on short edge",
    "flip-short-also": "or “short-edge binding”", "flip-hand": "by hand", "flip-hand-also": "on the {edge}", "edge-long": "long edge",
    "edge-short": "short edge", "full-also": "or “actual size”, never “fit to page”", "letter": "Letter", "legal": "Legal",
    "tabloid": "Tabloid", "half-letter": "Half letter", "grams": "{n} g/m²", "pounds": "{n} lb", "thick": "{n} mm thick",
    # Figures
    "sheets": "{n} sheet|{n} sheets", "copies": "{n} copy|{n} copies", "fact-pages": "Pages", "fact-sheets": "Sheets",
    "fact-all-sheets": "Sheets for {copies}", "fact-weight": "Weight of a copy", "fact-thickness": "Thickness of a copy",
    "fact-cost": "Cost of a copy", "fact-all-weight": "Weight of all", "fact-all-cost": "Cost of all", "facts": "In numbers",
    "front": "Sheet 1, front", "back": "Sheet 1, back", "sketch-reload": "Turn the printed pile over like this. The bold line is its top edge.",
    "sketch": "Drawing of step {n}", "upside-down": "{page} upside down",
    # Printing
    "print-set": "Open {file}. In the print window choose {paper}, both sides, “{flip}” and {full}. The printer finds portrait or landscape "
    "by itself.",
    "print-one": "Open {file}. In the print window choose {paper}, one side and {full}. The printer finds portrait or landscape by itself.",
    "check-upright": "Print one copy first: page {back} must stand behind page {front}, its top at the same edge. If it is upside down, "
    "choose the other edge.",
    "check-behind": "Print one copy first: page {back} must stand behind page {front}.",
    "check-only": "Print one copy first, and make it up to the end.", "print-rest": "Then print the others: {copies} take {sheets}.",
    "fronts": "Print the fronts, {file}: {paper}, one side, {full}. Begin with one sheet, to try it.",
    "reload-one": "Turn the sheet over on its {edge}, as pictured, and put it back into the printer.",
    "reload-same": "Turn the pile over on its {edge}, as pictured, and put it back so that sheet 1 is drawn in first. As a rule it lies on "
    "top.",
    "reload-reversed": "Turn the pile over on its {edge}, as pictured, and put it back so that the last sheet is drawn in first. As a rule it "
    "lies on top.",
    "backs": "Print the backs, {file}, with the same settings.",
    "by-hand-upright": "Page {back} must now stand behind page {front}, its top at the same edge. If it is upside down, turn the pile end for "
    "end before the backs are printed; if it is on the same side, do not turn the pile over.",
    "by-hand-behind": "Page {back} must now stand behind page {front}. If it is on the same side, do not turn the pile over.",
    # Making up
    "cut-stack-row": "Cut the pile along the level line. The upper part goes on top of the lower.|Cut the pile along the {n} level lines. The "
    "parts go on one another, the uppermost on top.",
    "cut-stack-column": "Cut the pile along the upright line. The left part goes on top of the right.|Cut the pile along the {n} upright "
    "lines. The parts go on one another, the leftmost on top.",
    "cut-row": "Cut the pile along the level line.|Cut the pile along the {n} level lines.",
    "cut-column": "Cut the pile along the upright line.|Cut the pile along the {n} upright lines.",
    "nest": "Knock the pile even: sheet 1 outermost, pages {pages} in the middle.",
    "nest-plain": "Knock the pile even, with page {first} outermost.",
    "fold-pile": "Fold the pile in half, page {first} outside. Rub the fold flat with the back of a spoon.",
    "fold-sheet": "Fold the sheet in half, page {first} outside. Rub the fold flat with the back of a spoon. It needs no staple.",
    "staple": "Staple twice on the fold, from outside, {distance} from top and bottom. With a short stapler: onto cardboard, then bend the "
    "legs by hand.",
    "signature": "Take {sheets} from the pile, in order, put one into the other and fold them in half, page {first} outside. Go on like this "
    "to the end.",
    "signature-pile": "Lay the {n} folded groups on one another in order. The marks on their backs make a stair without a gap.",
    "signature-bind": "Sew through the folds; or press the pile, roughen its back and brush it with bookbinder’s glue.",
    "side-left": "Knock the pile even, page {first} on top, and staple or glue it at the left edge.",
    "side-right": "Knock the pile even, page {first} on top, and staple or glue it at the right edge.", "apart": "Each part is a copy.",
    "corner": "Put the sheets in order and staple them at the top corner.", "loose": "Nothing is folded or cut.",
    "zine-fold": "Fold along all the lines, and open the sheet again.",
    "zine-slit": "Fold it in half and cut from the fold along the middle line, as far as the next fold.",
    "zine-push": "Open it, fold it in half lengthwise and push the ends together, until the slit opens and closes again.",
    "zine-book": "Lay the leaves round one another, page {first} in front.",
    "flap-left": "Lay the sheet down with page {page} on the left, facing you. Fold in that left flap first.",
    "flap-right": "Lay the sheet down with page {page} on the right, facing you. Fold in that right flap first.",
    "flap-left-plain": "Lay the sheet down with page {first} underneath, heads up. Fold in the left flap first.",
    "flap-right-plain": "Lay the sheet down with page {first} underneath, heads up. Fold in the right flap first.",
    "flap-other": "Fold the other flap over it. Page {first} is in front.",
    "z": "Fold one line towards you and the other away, to a Z, page {first} in front.",
    "accordion": "Fold the lines to and fro in turn, page {first} in front.",
    "gate-doors": "Lay the sheet down with page {first} underneath. Fold both outer panels in, until their edges meet like two doors.",
    "gate-closed": "Fold it once more in the middle, the doors inside.", "french-first": "Fold along the level line, the printed side out.",
    "french-second": "Fold along the upright line, page {first} in front.",
    # What else to know
    "blank": "{n} page stays blank.|{n} pages stay blank.", "blank-named": "Page {pages} stays blank.|Pages {pages} stay blank.",
    "fewer": "The last group has one sheet less.|The last {n} groups have one sheet less.",
    "spare": "{n} empty piece lies at the bottom of the pile: put it away.|{n} empty pieces lie at the bottom of the pile: put them away.",
    "too-thick": "{n} sheets folded as one are more than most staplers take: sew them, or make groups (scheme: signatures).",
    "right-bound": "It is bound on the right and opens to the right.",
    "foot": "Upside down, too small or cut off at the edge? Print the sheet that publish print-test makes: it tells how your printer works.",
    # What is made, and how that is called
    "saddle": "Booklet, folded and stapled", "saddle-make": "Fold and staple", "signatures": "Booklet in groups of sheets",
    "signatures-make": "Fold and bind", "cut-stack": "Leaves, cut and piled", "cut-stack-make": "Cut and bind",
    "two-up": "Several copies on a sheet", "two-up-make": "Cut apart", "n-up": "Several pages on a side", "n-up-make": "Put together",
    "zine": "Zine of one sheet", "zine-make": "Fold and cut", "half": "Leaflet, folded once", "fold-make": "Fold",
    "letter-fold": "Leaflet, folded like a letter", "z-fold": "Leaflet, folded to a Z", "gate": "Leaflet with two doors",
    "accordion-fold": "Leaflet, folded to and fro", "french": "Leaflet, folded twice",
}  # fmt: skip

_SPANISH = {
    "heading": "Cómo imprimir", "colon": "{name}: {value}", "also": "{name}: {value} ({also})", "print": "Imprimir", "and": " y ",
    "comma": ", ", "percent": " %", "point": ",", "thousands": " ", "paper": "Papel", "sides": "Caras", "flip": "Giro", "size": "Tamaño",
    "both": "a doble cara", "both-also": "también «dúplex»", "one": "a una cara", "one-also": "los dorsos quedan vacíos",
    "twice": "primero frentes, luego dorsos", "twice-also": "a una cara cada vez", "flip-long": "voltear por el borde largo",
    "flip-long-also": "o «pasar página por el borde largo»", "flip-short": "voltear por el borde corto",
    "flip-short-also": "o «pasar página por el borde corto»", "flip-hand": "a mano", "flip-hand-also": "por el {edge}",
    "edge-long": "borde largo", "edge-short": "borde corto", "full-also": "o «tamaño real», nunca «ajustar a la página»", "letter": "Carta",
    "legal": "Legal (oficio)", "tabloid": "Tabloide", "half-letter": "Media carta", "grams": "{n} g/m²", "pounds": "{n} lb",
    "thick": "{n} mm de grosor", "sheets": "{n} hoja|{n} hojas", "copies": "{n} ejemplar|{n} ejemplares", "fact-pages": "Páginas",
    "fact-sheets": "Hojas", "fact-all-sheets": "Hojas para {copies}", "fact-weight": "Peso de un ejemplar",
    "fact-thickness": "Grosor de un ejemplar", "fact-cost": "Coste de un ejemplar", "fact-all-weight": "Peso total",
    "fact-all-cost": "Coste total", "facts": "En cifras", "front": "Hoja 1, frente", "back": "Hoja 1, dorso",
    "sketch-reload": "Así se da la vuelta a la pila impresa. La línea gruesa es su borde superior.", "sketch": "Dibujo del paso {n}",
    "upside-down": "{page} cabeza abajo",
    "print-set": "Abrir {file}. En la ventana de impresión, elegir {paper}, a doble cara, «{flip}» y {full}. La impresora decide sola entre "
    "vertical y horizontal.",
    "print-one": "Abrir {file}. En la ventana de impresión, elegir {paper}, a una cara y {full}. La impresora decide sola entre vertical y "
    "horizontal.",
    "check-upright": "Imprimir primero un solo ejemplar: la página {back} debe quedar detrás de la {front}, con la cabeza en el mismo borde. "
    "Si sale cabeza abajo, elegir el otro borde.",
    "check-behind": "Imprimir primero un solo ejemplar: la página {back} debe quedar detrás de la {front}.",
    "check-only": "Imprimir primero un solo ejemplar y terminarlo.", "print-rest": "Después, imprimir los demás: {copies} ocupan {sheets}.",
    "fronts": "Imprimir los frentes, {file}: {paper}, a una cara, {full}. Empezar con una sola hoja, de prueba.",
    "reload-one": "Dar la vuelta a la hoja por el {edge}, como en el dibujo, y ponerla de nuevo en la impresora.",
    "reload-same": "Dar la vuelta a la pila por el {edge}, como en el dibujo, y ponerla de nuevo de modo que la hoja 1 entre primero. Por lo "
    "general es la de arriba.",
    "reload-reversed": "Dar la vuelta a la pila por el {edge}, como en el dibujo, y ponerla de nuevo de modo que la última hoja entre "
    "primero. Por lo general es la de arriba.",
    "backs": "Imprimir los dorsos, {file}, con los mismos ajustes.",
    "by-hand-upright": "La página {back} debe quedar ahora detrás de la {front}, con la cabeza en el mismo borde. Si sale cabeza abajo, girar "
    "la pila media vuelta antes de imprimir los dorsos; si sale en la misma cara, no dar la vuelta a la pila.",
    "by-hand-behind": "La página {back} debe quedar ahora detrás de la {front}. Si sale en la misma cara, no dar la vuelta a la pila.",
    "cut-stack-row": "Cortar la pila por la línea horizontal. La parte de arriba va encima de la de abajo.|Cortar la pila por las {n} líneas "
    "horizontales. Las partes se apilan, la de más arriba encima.",
    "cut-stack-column": "Cortar la pila por la línea vertical. La parte izquierda va encima de la derecha.|Cortar la pila por las {n} líneas "
    "verticales. Las partes se apilan, la de la izquierda encima.",
    "cut-row": "Cortar la pila por la línea horizontal.|Cortar la pila por las {n} líneas horizontales.",
    "cut-column": "Cortar la pila por la línea vertical.|Cortar la pila por las {n} líneas verticales.",
    "nest": "Igualar la pila: la hoja 1 por fuera, las páginas {pages} en el centro.",
    "nest-plain": "Igualar la pila, con la página {first} por fuera.",
    "fold-pile": "Doblar la pila por la mitad, con la página {first} por fuera. Marcar el pliegue con el dorso de una cuchara.",
    "fold-sheet": "Doblar la hoja por la mitad, con la página {first} por fuera. Marcar el pliegue con el dorso de una cuchara. No hace falta "
    "grapa.",
    "staple": "Grapar dos veces en el pliegue, desde fuera, a {distance} de la cabeza y del pie. Con una grapadora corta: sobre un cartón, y "
    "doblar las patas a mano.",
    "signature": "Tomar {sheets} de la pila, en orden, meter una en otra y doblarlas por la mitad, con la página {first} por fuera. Seguir "
    "así hasta el final.",
    "signature-pile": "Apilar los {n} cuadernillos en orden. Las marcas del lomo forman una escalera sin huecos.",
    "signature-bind": "Coser por los pliegues; o prensar la pila, lijar el lomo y darle cola de encuadernar.",
    "side-left": "Igualar la pila, con la página {first} encima, y graparla o encolarla por el borde izquierdo.",
    "side-right": "Igualar la pila, con la página {first} encima, y graparla o encolarla por el borde derecho.",
    "apart": "Cada parte es un ejemplar.", "corner": "Ordenar las hojas y graparlas en la esquina superior.",
    "loose": "No hay nada que doblar ni cortar.", "zine-fold": "Doblar por todas las líneas y volver a abrir la hoja.",
    "zine-slit": "Doblarla por la mitad y cortar desde el pliegue por la línea central, hasta el pliegue siguiente.",
    "zine-push": "Abrirla, doblarla a lo largo y empujar los extremos hacia dentro, hasta que el corte se abra y se vuelva a cerrar.",
    "zine-book": "Cerrar las hojas unas sobre otras, con la página {first} delante.",
    "flap-left": "Poner la hoja con la página {page} a la izquierda y a la vista. Doblar primero hacia dentro esa solapa izquierda.",
    "flap-right": "Poner la hoja con la página {page} a la derecha y a la vista. Doblar primero hacia dentro esa solapa derecha.",
    "flap-left-plain": "Poner la hoja con la página {first} debajo y la cabeza arriba. Doblar primero hacia dentro la solapa izquierda.",
    "flap-right-plain": "Poner la hoja con la página {first} debajo y la cabeza arriba. Doblar primero hacia dentro la solapa derecha.",
    "flap-other": "Doblar la otra solapa por encima. La página {first} queda delante.",
    "z": "Doblar una línea hacia delante y la otra hacia atrás, en Z, con la página {first} delante.",
    "accordion": "Doblar las líneas alternando a un lado y a otro, con la página {first} delante.",
    "gate-doors": "Poner la hoja con la página {first} debajo. Doblar hacia dentro los dos paneles de los lados, hasta que sus bordes se "
    "junten como dos puertas.",
    "gate-closed": "Doblarlo otra vez por el centro, con las puertas dentro.",
    "french-first": "Doblar por la línea horizontal, con la cara impresa por fuera.",
    "french-second": "Doblar por la línea vertical, con la página {first} delante.",
    "blank": "{n} página queda en blanco.|{n} páginas quedan en blanco.",
    "blank-named": "La página {pages} queda en blanco.|Las páginas {pages} quedan en blanco.",
    "fewer": "El último cuadernillo lleva una hoja menos.|Los últimos {n} cuadernillos llevan una hoja menos.",
    "spare": "Debajo de la pila queda {n} trozo vacío: apartarlo.|Debajo de la pila quedan {n} trozos vacíos: apartarlos.",
    "too-thick": "{n} hojas dobladas juntas son más de lo que admite una grapadora corriente: coserlas, o hacer cuadernillos (scheme: "
    "signatures).",
    "right-bound": "Se encuaderna por la derecha y se abre hacia la derecha.",
    "foot": "¿Sale cabeza abajo, reducido o cortado en el borde? Imprimir la hoja que hace publish print-test: dice cómo trabaja la impresora.",
    "saddle": "Cuadernillo doblado y grapado", "saddle-make": "Doblar y grapar", "signatures": "Libro de varios cuadernillos",
    "signatures-make": "Doblar y encuadernar", "cut-stack": "Hojas cortadas y apiladas", "cut-stack-make": "Cortar y unir",
    "two-up": "Varios ejemplares por hoja", "two-up-make": "Cortar", "n-up": "Varias páginas por cara", "n-up-make": "Juntar",
    "zine": "Fanzine de una sola hoja", "zine-make": "Doblar y cortar", "half": "Folleto doblado una vez", "fold-make": "Doblar",
    "letter-fold": "Tríptico con una solapa hacia dentro", "z-fold": "Tríptico doblado en Z", "gate": "Folleto con dos puertas",
    "accordion-fold": "Folleto en acordeón", "french": "Folleto doblado dos veces",
}  # fmt: skip

_FRENCH = {
    "heading": "Comment imprimer", "colon": "{name} : {value}", "also": "{name} : {value} ({also})", "print": "Imprimer", "and": " et ",
    "comma": ", ", "percent": " %", "point": ",", "thousands": " ", "paper": "Papier", "sides": "Faces", "flip": "Retournement",
    "size": "Taille", "both": "recto verso", "both-also": "dit aussi « duplex »", "one": "recto seul", "one-also": "les versos restent vides",
    "twice": "rectos, puis versos", "twice-also": "une face à la fois", "flip-long": "retourner sur les bords longs",
    "flip-long-also": "ou « reliure bord long »", "flip-short": "retourner sur les bords courts",
    "flip-short-also": "ou « reliure bord court »", "flip-hand": "à la main", "flip-hand-also": "sur le {edge}", "edge-long": "bord long",
    "edge-short": "bord court", "full-also": "ou « taille réelle », jamais « ajuster à la page »", "letter": "Lettre US", "legal": "Legal US",
    "tabloid": "Tabloïd", "half-letter": "Demi-lettre US", "grams": "{n} g/m²", "pounds": "{n} lb", "thick": "{n} mm d’épaisseur",
    "sheets": "{n} feuille|{n} feuilles", "copies": "{n} exemplaire|{n} exemplaires", "fact-pages": "Pages", "fact-sheets": "Feuilles",
    "fact-all-sheets": "Feuilles pour {copies}", "fact-weight": "Poids d’un exemplaire", "fact-thickness": "Épaisseur d’un exemplaire",
    "fact-cost": "Coût d’un exemplaire", "fact-all-weight": "Poids total", "fact-all-cost": "Coût total", "facts": "En chiffres",
    "front": "Feuille 1, recto", "back": "Feuille 1, verso",
    "sketch-reload": "Retourner ainsi la pile imprimée. Le trait épais est son bord supérieur.", "sketch": "Dessin de l’étape {n}",
    "upside-down": "{page} à l’envers",
    "print-set": "Ouvrir {file}. Dans la fenêtre d’impression, choisir {paper}, recto verso, « {flip} » et {full}. L’imprimante choisit seule "
    "entre portrait et paysage.",
    "print-one": "Ouvrir {file}. Dans la fenêtre d’impression, choisir {paper}, recto seul et {full}. L’imprimante choisit seule entre "
    "portrait et paysage.",
    "check-upright": "Imprimer d’abord un seul exemplaire : la page {back} doit se trouver derrière la page {front}, tête du même côté. Si "
    "elle est à l’envers, choisir l’autre bord.",
    "check-behind": "Imprimer d’abord un seul exemplaire : la page {back} doit se trouver derrière la page {front}.",
    "check-only": "Imprimer d’abord un seul exemplaire et le terminer.",
    "print-rest": "Imprimer ensuite les autres : {copies} demandent {sheets}.",
    "fronts": "Imprimer les rectos, {file} : {paper}, recto seul, {full}. Commencer par une seule feuille, pour essayer.",
    "reload-one": "Retourner la feuille sur son {edge}, comme sur le dessin, et la remettre dans l’imprimante.",
    "reload-same": "Retourner la pile sur son {edge}, comme sur le dessin, et la remettre de sorte que la feuille 1 soit prise d’abord. En "
    "général, c’est celle du dessus.",
    "reload-reversed": "Retourner la pile sur son {edge}, comme sur le dessin, et la remettre de sorte que la dernière feuille soit prise "
    "d’abord. En général, c’est celle du dessus.",
    "backs": "Imprimer les versos, {file}, avec les mêmes réglages.",
    "by-hand-upright": "La page {back} doit maintenant se trouver derrière la page {front}, tête du même côté. Si elle est à l’envers, "
    "tourner la pile d’un demi-tour avant d’imprimer les versos ; si elle est sur la même face, ne pas retourner la pile.",
    "by-hand-behind": "La page {back} doit maintenant se trouver derrière la page {front}. Si elle est sur la même face, ne pas retourner la "
    "pile.",
    "cut-stack-row": "Couper la pile le long de la ligne horizontale. La partie du haut va sur celle du bas.|Couper la pile le long des {n} "
    "lignes horizontales. Empiler les parties, celle du haut dessus.",
    "cut-stack-column": "Couper la pile le long de la ligne verticale. La partie gauche va sur la droite.|Couper la pile le long des {n} "
    "lignes verticales. Empiler les parties, celle de gauche dessus.",
    "cut-row": "Couper la pile le long de la ligne horizontale.|Couper la pile le long des {n} lignes horizontales.",
    "cut-column": "Couper la pile le long de la ligne verticale.|Couper la pile le long des {n} lignes verticales.",
    "nest": "Taquer la pile : la feuille 1 à l’extérieur, les pages {pages} au milieu.",
    "nest-plain": "Taquer la pile, la page {first} à l’extérieur.",
    "fold-pile": "Plier la pile en deux, la page {first} à l’extérieur. Marquer le pli avec le dos d’une cuillère.",
    "fold-sheet": "Plier la feuille en deux, la page {first} à l’extérieur. Marquer le pli avec le dos d’une cuillère. Pas besoin d’agrafe.",
    "staple": "Agrafer deux fois dans le pli, de l’extérieur, à {distance} de la tête et du pied. Avec une agrafeuse courte : sur un carton, "
    "puis rabattre les pattes à la main.",
    "signature": "Prendre {sheets} de la pile, dans l’ordre, les mettre l’une dans l’autre et les plier en deux, la page {first} à "
    "l’extérieur. Continuer ainsi jusqu’à la fin.",
    "signature-pile": "Empiler les {n} cahiers dans l’ordre. Les repères du dos forment un escalier sans trou.",
    "signature-bind": "Coudre dans les plis ; ou serrer la pile, gratter le dos et l’enduire de colle à relier.",
    "side-left": "Taquer la pile, la page {first} dessus, et l’agrafer ou la coller au bord gauche.",
    "side-right": "Taquer la pile, la page {first} dessus, et l’agrafer ou la coller au bord droit.",
    "apart": "Chaque partie est un exemplaire.", "corner": "Mettre les feuilles dans l’ordre et les agrafer dans l’angle supérieur.",
    "loose": "Il n’y a rien à plier ni à couper.", "zine-fold": "Plier le long de toutes les lignes, puis rouvrir la feuille.",
    "zine-slit": "La plier en deux et couper depuis le pli le long de la ligne du milieu, jusqu’au pli suivant.",
    "zine-push": "L’ouvrir, la plier en deux dans la longueur et pousser les bouts l’un vers l’autre : la fente s’ouvre, puis se referme.",
    "zine-book": "Rabattre les feuillets les uns sur les autres, la page {first} devant.",
    "flap-left": "Poser la feuille avec la page {page} à gauche, visible. Rabattre d’abord ce volet gauche.",
    "flap-right": "Poser la feuille avec la page {page} à droite, visible. Rabattre d’abord ce volet droit.",
    "flap-left-plain": "Poser la feuille avec la page {first} dessous, tête en haut. Rabattre d’abord le volet gauche.",
    "flap-right-plain": "Poser la feuille avec la page {first} dessous, tête en haut. Rabattre d’abord le volet droit.",
    "flap-other": "Rabattre l’autre volet par-dessus. La page {first} est devant.",
    "z": "Plier une ligne vers l’avant et l’autre vers l’arrière, en Z, la page {first} devant.",
    "accordion": "Plier les lignes tour à tour dans un sens et dans l’autre, la page {first} devant.",
    "gate-doors": "Poser la feuille avec la page {first} dessous. Rabattre les deux volets des côtés jusqu’à ce que leurs bords se touchent, "
    "comme deux portes.",
    "gate-closed": "Plier encore une fois au milieu, les portes à l’intérieur.",
    "french-first": "Plier le long de la ligne horizontale, la face imprimée à l’extérieur.",
    "french-second": "Plier le long de la ligne verticale, la page {first} devant.",
    "blank": "{n} page reste blanche.|{n} pages restent blanches.",
    "blank-named": "La page {pages} reste blanche.|Les pages {pages} restent blanches.",
    "fewer": "Le dernier cahier a une feuille de moins.|Les {n} derniers cahiers ont une feuille de moins.",
    "spare": "Sous la pile reste {n} morceau vide : le mettre de côté.|Sous la pile restent {n} morceaux vides : les mettre de côté.",
    "too-thick": "{n} feuilles pliées ensemble, c’est plus que ne prend une agrafeuse ordinaire : les coudre, ou faire des cahiers (scheme: "
    "signatures).",
    "right-bound": "Il se relie à droite et s’ouvre vers la droite.",
    "foot": "À l’envers, trop petit ou coupé au bord ? Imprimer la feuille que fait publish print-test : elle dit comment travaille "
    "l’imprimante.",
    "saddle": "Livret plié et agrafé", "saddle-make": "Plier et agrafer", "signatures": "Livre en cahiers",
    "signatures-make": "Plier et relier", "cut-stack": "Feuilles coupées et empilées", "cut-stack-make": "Couper et relier",
    "two-up": "Plusieurs exemplaires par feuille", "two-up-make": "Couper", "n-up": "Plusieurs pages par face", "n-up-make": "Assembler",
    "zine": "Zine d’une seule feuille", "zine-make": "Plier et couper", "half": "Dépliant plié une fois", "fold-make": "Plier",
    "letter-fold": "Dépliant à volets roulés", "z-fold": "Dépliant en Z", "gate": "Dépliant à deux portes",
    "accordion-fold": "Dépliant en accordéon", "french": "Dépliant plié deux fois",
}  # fmt: skip

_GERMAN = {
    "heading": "So wird gedruckt", "colon": "{name}: {value}", "also": "{name}: {value} ({also})", "print": "Drucken", "and": " und ",
    "comma": ", ", "percent": " %", "point": ",", "thousands": ".", "paper": "Papier", "sides": "Seiten", "flip": "Wenden", "size": "Größe",
    "both": "beidseitig", "both-also": "auch „Duplex“", "one": "einseitig", "one-also": "die Rückseiten bleiben leer",
    "twice": "erst Vorder-, dann Rückseiten", "twice-also": "jeweils einseitig", "flip-long": "an langer Kante spiegeln",
    "flip-long-also": "oder „lange Kante binden“", "flip-short": "an kurzer Kante spiegeln", "flip-short-also": "oder „kurze Kante binden“",
    "flip-hand": "von Hand", "flip-hand-also": "über die {edge}", "edge-long": "lange Kante", "edge-short": "kurze Kante",
    "full-also": "oder „Tatsächliche Größe“, nie „An Seite anpassen“", "letter": "Letter (US)", "legal": "Legal (US)", "tabloid": "Tabloid",
    "half-letter": "Half Letter (US)", "grams": "{n} g/m²", "pounds": "{n} lb", "thick": "{n} mm dick", "sheets": "{n} Blatt|{n} Blatt",
    "copies": "{n} Exemplar|{n} Exemplare", "fact-pages": "Seiten", "fact-sheets": "Blätter", "fact-all-sheets": "Blätter für {copies}",
    "fact-weight": "Gewicht eines Exemplars", "fact-thickness": "Dicke eines Exemplars", "fact-cost": "Kosten eines Exemplars",
    "fact-all-weight": "Gewicht insgesamt", "fact-all-cost": "Kosten insgesamt", "facts": "In Zahlen", "front": "Blatt 1, Vorderseite",
    "back": "Blatt 1, Rückseite", "sketch-reload": "So wird der bedruckte Stapel gewendet. Die dicke Linie ist seine Oberkante.",
    "sketch": "Zeichnung zu Schritt {n}", "upside-down": "{page} kopfstehend",
    "print-set": "{file} öffnen. Im Druckfenster {paper}, beidseitig, „{flip}“ und {full} wählen. Hoch- oder Querformat findet der Drucker "
    "selbst.",
    "print-one": "{file} öffnen. Im Druckfenster {paper}, einseitig und {full} wählen. Hoch- oder Querformat findet der Drucker selbst.",
    "check-upright": "Zuerst ein einziges Exemplar drucken: Seite {back} muss hinter Seite {front} stehen, oben an derselben Kante. Steht sie "
    "auf dem Kopf, die andere Kante wählen.",
    "check-behind": "Zuerst ein einziges Exemplar drucken: Seite {back} muss hinter Seite {front} stehen.",
    "check-only": "Zuerst ein einziges Exemplar drucken und fertig machen.",
    "print-rest": "Dann die übrigen drucken: {copies} brauchen {sheets}.",
    "fronts": "Die Vorderseiten drucken, {file}: {paper}, einseitig, {full}. Zur Probe mit einem einzigen Blatt anfangen.",
    "reload-one": "Das Blatt über die {edge} wenden, wie gezeichnet, und wieder in den Drucker legen.",
    "reload-same": "Den Stapel über die {edge} wenden, wie gezeichnet, und so einlegen, dass Blatt 1 zuerst eingezogen wird. Meist ist es das "
    "oberste.",
    "reload-reversed": "Den Stapel über die {edge} wenden, wie gezeichnet, und so einlegen, dass das letzte Blatt zuerst eingezogen wird. "
    "Meist ist es das oberste.",
    "backs": "Die Rückseiten drucken, {file}, mit denselben Einstellungen.",
    "by-hand-upright": "Seite {back} muss nun hinter Seite {front} stehen, oben an derselben Kante. Steht sie auf dem Kopf, den Stapel vor "
    "dem Druck der Rückseiten um eine halbe Drehung drehen; steht sie auf derselben Seite, den Stapel nicht wenden.",
    "by-hand-behind": "Seite {back} muss nun hinter Seite {front} stehen. Steht sie auf derselben Seite, den Stapel nicht wenden.",
    "cut-stack-row": "Den Stapel an der waagrechten Linie schneiden. Der obere Teil kommt auf den unteren.|Den Stapel an den {n} waagrechten "
    "Linien schneiden. Die Teile kommen aufeinander, der oberste zuoberst.",
    "cut-stack-column": "Den Stapel an der senkrechten Linie schneiden. Der linke Teil kommt auf den rechten.|Den Stapel an den {n} "
    "senkrechten Linien schneiden. Die Teile kommen aufeinander, der linke zuoberst.",
    "cut-row": "Den Stapel an der waagrechten Linie schneiden.|Den Stapel an den {n} waagrechten Linien schneiden.",
    "cut-column": "Den Stapel an der senkrechten Linie schneiden.|Den Stapel an den {n} senkrechten Linien schneiden.",
    "nest": "Den Stapel aufstoßen: Blatt 1 außen, die Seiten {pages} in der Mitte.", "nest-plain": "Den Stapel aufstoßen, Seite {first} außen.",
    "fold-pile": "Den Stapel in der Mitte falten, Seite {first} außen. Den Falz mit einem Löffelrücken glattstreichen.",
    "fold-sheet": "Das Blatt in der Mitte falten, Seite {first} außen. Den Falz mit einem Löffelrücken glattstreichen. Es braucht keine "
    "Klammer.",
    "staple": "Zweimal von außen im Falz heften, {distance} von oben und unten. Mit kurzem Hefter: auf Pappe, dann die Beine von Hand "
    "umbiegen.",
    "signature": "{sheets} der Reihe nach vom Stapel nehmen, ineinanderlegen und in der Mitte falten, Seite {first} außen. So weiter bis zum "
    "Schluss.",
    "signature-pile": "Die {n} gefalteten Lagen der Reihe nach aufeinanderlegen. Die Marken am Rücken bilden eine Treppe ohne Lücke.",
    "signature-bind": "Durch die Falze nähen; oder den Stapel pressen, den Rücken aufrauen und mit Buchbinderleim bestreichen.",
    "side-left": "Den Stapel aufstoßen, Seite {first} zuoberst, und an der linken Kante heften oder leimen.",
    "side-right": "Den Stapel aufstoßen, Seite {first} zuoberst, und an der rechten Kante heften oder leimen.",
    "apart": "Jeder Teil ist ein Exemplar.", "corner": "Die Blätter ordnen und an der oberen Ecke heften.",
    "loose": "Nichts wird gefaltet oder geschnitten.", "zine-fold": "An allen Linien falten und das Blatt wieder öffnen.",
    "zine-slit": "In der Mitte falten und vom Falz aus auf der Mittellinie einschneiden, bis zum nächsten Falz.",
    "zine-push": "Öffnen, der Länge nach falten und die Enden zusammenschieben, bis der Schlitz aufgeht und sich wieder schließt.",
    "zine-book": "Die Blätter umeinanderlegen, Seite {first} vorn.",
    "flap-left": "Das Blatt so hinlegen, dass Seite {page} links zu sehen ist. Diese linke Klappe zuerst einschlagen.",
    "flap-right": "Das Blatt so hinlegen, dass Seite {page} rechts zu sehen ist. Diese rechte Klappe zuerst einschlagen.",
    "flap-left-plain": "Das Blatt so hinlegen, dass Seite {first} unten liegt, oben bleibt oben. Die linke Klappe zuerst einschlagen.",
    "flap-right-plain": "Das Blatt so hinlegen, dass Seite {first} unten liegt, oben bleibt oben. Die rechte Klappe zuerst einschlagen.",
    "flap-other": "Die andere Klappe darüberschlagen. Seite {first} ist vorn.",
    "z": "Eine Linie nach vorn falten, die andere nach hinten, wie ein Z, Seite {first} vorn.",
    "accordion": "Die Linien abwechselnd hin und her falten, Seite {first} vorn.",
    "gate-doors": "Das Blatt mit Seite {first} nach unten legen. Die beiden äußeren Felder einschlagen, bis ihre Kanten wie zwei Türen "
    "aneinanderstoßen.",
    "gate-closed": "Noch einmal in der Mitte falten, die Türen innen.",
    "french-first": "An der waagrechten Linie falten, die bedruckte Seite außen.",
    "french-second": "An der senkrechten Linie falten, Seite {first} vorn.", "blank": "{n} Seite bleibt leer.|{n} Seiten bleiben leer.",
    "blank-named": "Seite {pages} bleibt leer.|Die Seiten {pages} bleiben leer.",
    "fewer": "Die letzte Lage hat ein Blatt weniger.|Die letzten {n} Lagen haben ein Blatt weniger.",
    "spare": "Unter dem Stapel liegt {n} leeres Stück: weglegen.|Unter dem Stapel liegen {n} leere Stücke: weglegen.",
    "too-thick": "{n} Blatt ineinander sind mehr, als die meisten Hefter schaffen: nähen, oder Lagen machen (scheme: signatures).",
    "right-bound": "Gebunden wird rechts; es öffnet sich nach rechts.",
    "foot": "Kopfstehend, zu klein oder am Rand abgeschnitten? Das Blatt von publish print-test drucken: Es zeigt, wie der Drucker arbeitet.",
    "saddle": "Heft, gefaltet und geklammert", "saddle-make": "Falten und heften", "signatures": "Buch aus mehreren Lagen",
    "signatures-make": "Falten und binden", "cut-stack": "Geschnittene und gestapelte Blätter", "cut-stack-make": "Schneiden und binden",
    "two-up": "Mehrere Exemplare auf einem Blatt", "two-up-make": "Auseinanderschneiden", "n-up": "Mehrere Seiten auf einer Seite",
    "n-up-make": "Zusammenlegen", "zine": "Zine aus einem Blatt", "zine-make": "Falten und schneiden", "half": "Faltblatt, einmal gefaltet",
    "fold-make": "Falten", "letter-fold": "Faltblatt im Wickelfalz", "z-fold": "Faltblatt im Zickzackfalz", "gate": "Faltblatt mit zwei Türen",
    "accordion-fold": "Leporello", "french": "Faltblatt, zweimal gefaltet",
}  # fmt: skip

PHRASES = {"en": _ENGLISH, "es": _SPANISH, "fr": _FRENCH, "de": _GERMAN}
