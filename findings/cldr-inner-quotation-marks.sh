#!/usr/bin/env bash
# CLDR 48.2.0 (npm cldr-misc-full): the inner quotation marks are not always another pair, nor the right way round.
#
# Expected: alternateQuotationStart and -End are the pair for quotations within quotations: other marks
#   than the outer ones, the opening one first, as in English or German.
# Seen: in Dutch, French and Bulgarian they are the outer pair again, so the levels cannot be told apart;
#   in Canadian French the closing mark comes first (opens with U+201D, closes with U+201C).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --prefix "$work" cldr-misc-full@48.2.0 >/dev/null

cd "$work"
node - <<'JS'
const { version } = require("cldr-misc-full/package.json");
const pairs = (language) => {
  const marks = require(`cldr-misc-full/main/${language}/delimiters.json`).main[language].delimiters;
  const outer = marks.quotationStart + marks.quotationEnd;
  return [outer, marks.alternateQuotationStart + marks.alternateQuotationEnd];
};
console.log("cldr-misc-full", version);
console.log("expected: two pairs, as in", ...["en", "de"].map((language) => `${language} ${pairs(language).join(" ")}`));
const same = ["nl", "fr", "bg"];
console.log("seen:", ...[...same, "fr-CA"].map((language) => `${language} ${pairs(language).join(" ")},`));
const holds = same.every((language) => pairs(language)[0] === pairs(language)[1]) && pairs("fr-CA")[1] === "\u201d\u201c";
process.exit(holds ? 0 : 1);
JS
