// Makes segments-by-another.json: how many parts 6,000 texts take, as an independent library counts
// them. The texts themselves are not kept: SegmentsByAnotherTest makes the same ones from the same
// numbers. Run beside a node_modules with sms-segments-calculator 1.3.0 (MIT):
//   npm install sms-segments-calculator@1.3.0 && node segments.mjs > segments-by-another.json
import { createRequire } from "node:module";
import { join } from "node:path";
const { SegmentedMessage } = createRequire(join(process.cwd(), "x"))("sms-segments-calculator");

const alphabets = [
  [..."abcdefghijklmnopqrstuvwxyz      ABCXYZ0123456789.,!?'\"-:;()"],
  [..."aeiou @£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà\n"],
  [..."aeiou bcdfg €[]{}\\^~|"],
  [..."€[]{}\\^~|"],
  [..."aeiou abcdefgh ąćęłńóśźż"],
  [..."ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"],
  [..."it's “late” – no ‘bus’… "],
  ["অ", "আ", "ক", "খ", "ব", "স", "র", "১", "২", " ", "।"],
  ["а", "б", "в", "г", " ", "и", "я"],
  ["ا", "ب", "ت", " ", "٢"],
  ["中", "文", "字", "。"],
  ["😊", "🚌", "🌧"],
  ["a", "b", " ", "😊", "€"],
];
const lengths = [[1, 12], [30, 38], [64, 74], [76, 84], [130, 138], [148, 166], [198, 206], [300, 325], [455, 470]];
const count = 6000;

function texts(n) {
  let x = Math.imul(n + 1, 0x9e3779b1);
  const next = (below) => {
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    return (x >>> 8) % below;
  };
  const alphabet = alphabets[next(alphabets.length)];
  const [least, most] = lengths[next(lengths.length)];
  const length = least + next(most - least + 1);
  let text = "";
  for (let i = 0; i < length; i++) {
    text += alphabet[next(alphabet.length)];
  }
  return text;
}

const results = [];
for (let n = 0; n < count; n++) {
  const counted = new SegmentedMessage(texts(n));
  const gsm = counted.encodingName === "GSM-7";
  // Its size in bits without the headers of the parts; 7 bits a septet, 16 bits a UCS-2 unit.
  results.push((gsm ? "G" : "U") + counted.messageSize / (gsm ? 7 : 16) + "/" + counted.segmentsCount);
}
const lines = [];
for (let at = 0; at < results.length; at += 20) {
  lines.push('    "' + results.slice(at, at + 20).join(" ") + '"');
}
console.log(`{
  "made": "by segments.mjs with sms-segments-calculator 1.3.0 from npm: encoding, units, parts of each text",
  "alphabets": ${JSON.stringify(alphabets)},
  "lengths": ${JSON.stringify(lengths)},
  "results": [
${lines.join(",\n")}
  ]
}`);
