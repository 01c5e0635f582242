// A text as .docx: Office Open XML (ECMA-376) in a zip of stored files (PKWARE APPNOTE 4.3).
// All that is always the same lies in docx.json.

import { fill } from "../find/view.js";

const POLYNOMIAL = 0xedb88320; // CRC-32 as zip wants it, the lowest bit first
const DAY = 0x21; // 1 January 1980, the first day a zip knows
const UTF8 = 0x0800;
const WIDTH = 9600; // of a table of two or three columns, in twentieths of a point

function crc32(bytes) {
  let value = -1;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? POLYNOMIAL ^ (value >>> 1) : value >>> 1;
  }
  return ~value;
}

// Numbers of two bytes, the lower first.
const packed = (...numbers) => Uint8Array.from(numbers.flatMap((number) => [number, number >> 8]));
const long = (number) => [number, number >>> 16];

function zip(files) {
  const bytes = new TextEncoder();
  const [parts, central] = [[], []];
  let offset = 0;
  for (const [name, text] of files) {
    const [title, data] = [name, text].map((each) => bytes.encode(each));
    const size = long(data.length);
    const about = [20, UTF8, 0, 0, DAY, ...long(crc32(data)), ...size, ...size, title.length, 0];
    parts.push(packed(0x4b50, 0x0403, ...about), title, data);
    central.push(packed(0x4b50, 0x0201, 20, ...about, 0, 0, 0, 0, 0, ...long(offset)), title);
    offset += 30 + title.length + data.length;
  }
  const length = central.reduce((sum, part) => sum + part.length, 0);
  const count = files.length;
  const end = packed(0x4b50, 0x0605, 0, 0, count, count, ...long(length), ...long(offset), 0);
  return new Blob([...parts, ...central, end]);
}

// Letters XML cannot hold go; so do halves of letters.
const NO_LETTERS = /[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const safe = (text) => text.replace(NO_LETTERS, "").replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// Blocks are pairs: the name of a style and its text, or "table" and equally long rows of texts.
export async function docx(blocks, code) {
  const response = await fetch(new URL("docx.json", import.meta.url));
  const { files, styles } = await response.json();
  const lines = (text) => text.split("\n").map((line) => fill(styles.line, { line: safe(line) })).join(styles.turn);
  const table = (rows) => {
    const width = WIDTH / rows[0].length;
    const cell = (text) => fill(styles.cell, { width, text: lines(text) });
    const made = rows.map((row) => fill(styles.row, { cells: row.map(cell).join("") }));
    return fill(styles.table, { rows: made.join(""), columns: fill(styles.column, { width }).repeat(rows[0].length) });
  };
  const body = blocks.map(([style, told]) => (style === "table" ? table(told) : fill(styles[style], { text: lines(told) }))).join("");
  return zip(Object.entries(files).map(([name, text]) => [name, fill(text, { code, body })]));
}
