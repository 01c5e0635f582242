// A text as .docx: Office Open XML (ECMA-376) in a zip of stored files (PKWARE APPNOTE 4.3).
// The parts that are always the same lie in docx.json.

import { fill } from "../find/view.js";

const POLYNOMIAL = 0xedb88320; // CRC-32 as zip wants it, the lowest bit first
const DAY = 0x21; // 1 January 1980, the first day a zip knows
const UTF8 = 0x0800;
const WIDTH = 9600; // of a table, in twentieths of a point

function crc32(bytes) {
  let value = -1;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? POLYNOMIAL ^ (value >>> 1) : value >>> 1;
  }
  return ~value >>> 0;
}

// Numbers as little-endian bytes: pairs of size and value.
function packed(...pairs) {
  return Uint8Array.from(pairs.flatMap(([size, value]) => Array.from({ length: size }, (_, place) => (value >>> (8 * place)) & 255)));
}

function zip(files) {
  const bytes = new TextEncoder();
  const parts = [];
  const central = [];
  let offset = 0;
  for (const [name, text] of files) {
    const [title, data] = [bytes.encode(name), bytes.encode(text)];
    const sizes = [[4, crc32(data)], [4, data.length], [4, data.length], [2, title.length], [2, 0]];
    const about = [[2, 20], [2, UTF8], [2, 0], [2, 0], [2, DAY], ...sizes];
    parts.push(packed([4, 0x04034b50], ...about), title, data);
    central.push(packed([4, 0x02014b50], [2, 20], ...about, [6, 0], [4, 0], [4, offset]), title);
    offset += 30 + title.length + data.length;
  }
  const length = central.reduce((sum, part) => sum + part.length, 0);
  const count = files.length;
  const end = packed([4, 0x06054b50], [4, 0], [2, count], [2, count], [4, length], [4, offset], [2, 0]);
  return new Blob([...parts, ...central, end]);
}

// Letters XML cannot hold go; so do halves of letters.
const safe = (text) =>
  text
    .replace(/[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function paragraph(text, about = "") {
  const lines = text.split("\n").map((line) => `<w:t xml:space="preserve">${safe(line)}</w:t>`);
  return `<w:p><w:pPr>${about}</w:pPr><w:r>${lines.join("<w:br/>")}</w:r></w:p>`;
}

function heading(text, rank, newPage) {
  return paragraph(text, `<w:pStyle w:val="Heading${rank}"/>${newPage ? "<w:pageBreakBefore/>" : ""}`);
}

function table(rows) {
  const width = Math.floor(WIDTH / rows[0].length);
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"];
  const borders = edges.map((edge) => `<w:${edge} w:val="single" w:sz="4" w:color="999999"/>`).join("");
  const cell = (text) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(text)}</w:tc>`;
  const made = rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("");
  const grid = `<w:gridCol w:w="${width}"/>`.repeat(rows[0].length);
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>` +
    `<w:tblGrid>${grid}</w:tblGrid>${made}</w:tbl>${paragraph("")}`
  );
}

// Blocks are {text}, {heading, rank, newPage} or {rows}: a table of equally long rows of texts.
export async function docx(blocks, code) {
  const response = await fetch(new URL("docx.json", import.meta.url));
  const body = blocks.map((block) => {
    if (block.rows) return table(block.rows);
    return block.rank ? heading(block.heading, block.rank, block.newPage) : paragraph(block.text);
  });
  const values = { code, body: body.join("") };
  return zip(Object.entries(await response.json()).map(([name, text]) => [name, fill(text, values)]));
}
