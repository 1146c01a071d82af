"use strict";
// The search key of a label: the same as kg.text.key, so that the page finds what a query by kg:key finds.
const Fold = (() => {
  const MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08ca-\u08ff\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
  const LETTERS = new Map(Object.entries({
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ڪ": "ك", "ھ": "ه", "ہ": "ه", "ە": "ه",
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "‛": "'", "‹": "'", "›": "'",
    "‐": "-", "–": "-", "—": "-", "−": "-",
    "ة": "ه", "ؤ": "و", "ئ": "ي", "ء": "",
  }));
  "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹".split("").forEach((digit, index) => LETTERS.set(digit, String(index % 10)));
  const ARTICLE = /(?<![\p{L}\p{N}_])(?:ال(?=[\p{L}\p{N}_]{2})|the\s+|al[-\s]|el[-\s])/gu;
  const NOT_WORD = /[^\p{L}\p{N}_\s]+|_/gu;

  const key = (label) => {
    const plain = label.normalize("NFKC").replace(MARKS, "").toLowerCase();
    const folded = [...plain].map((letter) => LETTERS.get(letter) ?? letter).join("").replace(/\s+/gu, " ").trim();
    const bare = folded.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("'", "").replace(ARTICLE, "");
    return bare.replace(NOT_WORD, " ").replace(/\s+/gu, " ").trim();
  };
  return { key };
})();
