// A text as .docx: Office Open XML (ECMA-376) in a zip of stored files (PKWARE APPNOTE 4.3).

const POLYNOMIAL = 0xedb88320; // CRC-32 as zip wants it, the lowest bit first
const DAY = 0x21; // 1 January 1980, the first day a zip knows
const UTF8 = 0x0800;
const CRC = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? POLYNOMIAL ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes) {
  let value = -1;
  for (const byte of bytes) value = CRC[(value ^ byte) & 255] ^ (value >>> 8);
  return ~value >>> 0;
}

// Numbers as little-endian bytes: pairs of size and value.
function packed(...pairs) {
  const bytes = [];
  for (const [size, value] of pairs) {
    for (let place = 0; place < size; place++) bytes.push((value >>> (8 * place)) & 255);
  }
  return Uint8Array.from(bytes);
}

export function zip(files) {
  const bytes = new TextEncoder();
  const parts = [];
  const central = [];
  let offset = 0;
  for (const [name, text] of files) {
    const [title, data] = [bytes.encode(name), bytes.encode(text)];
    const size = [[4, crc32(data)], [4, data.length], [4, data.length], [2, title.length], [2, 0]];
    const about = [[2, 20], [2, UTF8], [2, 0], [2, 0], [2, DAY], ...size];
    parts.push(packed([4, 0x04034b50], ...about), title, data);
    central.push(packed([4, 0x02014b50], [2, 20], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), title);
    offset += 30 + title.length + data.length;
  }
  const length = central.reduce((sum, part) => sum + part.length, 0);
  const count = files.length;
  const end = packed([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, offset], [2, 0]);
  return new Blob([...parts, ...central, end]);
}

// Letters XML cannot hold go; so do halves of letters.
const safe = (text) =>
  text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function paragraph(text, style = "", newPage = false) {
  const about = (style && `<w:pStyle w:val="${style}"/>`) + (newPage ? "<w:pageBreakBefore/>" : "");
  const runs = text.split(/\r?\n/).map((line) => `<w:t xml:space="preserve">${safe(line)}</w:t>`);
  return `<w:p>${about && `<w:pPr>${about}</w:pPr>`}<w:r>${runs.join("<w:br/>")}</w:r></w:p>`;
}

const EDGES = ["top", "left", "bottom", "right", "insideH", "insideV"];
const WIDTH = 9600; // of a table, in twentieths of a point

function table(rows) {
  const width = Math.floor(WIDTH / rows[0].length);
  const borders = EDGES.map((edge) => `<w:${edge} w:val="single" w:sz="4" w:color="999999"/>`).join("");
  const about = `<w:tblPr><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>`;
  const grid = `<w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(rows[0].length)}</w:tblGrid>`;
  const cell = (text) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(text)}</w:tc>`;
  const made = rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`);
  return `<w:tbl>${about}${grid}${made.join("")}</w:tbl>${paragraph("")}`;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const FORMAT = "application/vnd.openxmlformats-officedocument.wordprocessingml";

function styles(code) {
  const heading = (rank, size) =>
    `<w:style w:type="paragraph" w:styleId="Heading${rank}"><w:name w:val="heading ${rank}"/>` +
    `<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/>` +
    `<w:outlineLvl w:val="${rank - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`;
  const fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/>';
  return (
    `${HEAD}<w:styles ${WORD}><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:lang w:val="${code}"/></w:rPr>` +
    `</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">` +
    `<w:name w:val="Normal"/><w:pPr><w:spacing w:after="80"/></w:pPr></w:style>${heading(1, 36)}${heading(2, 28)}</w:styles>`
  );
}

function relations(...pairs) {
  const made = pairs.map(([type, target], n) => `<Relationship Id="r${n}" Type="${OFFICE}/${type}" Target="${target}"/>`);
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${made.join("")}</Relationships>`;
}

// Blocks are {heading, rank, newPage}, {text} or {rows}: a table of equally long rows of texts.
export function docx(blocks, code) {
  const made = blocks.map(({ heading, rank, newPage, text, rows }) => {
    if (rows) return table(rows);
    return heading === undefined ? paragraph(text) : paragraph(heading, `Heading${rank}`, newPage);
  });
  const part = (name, kind) => `<Override PartName="/word/${name}.xml" ContentType="${FORMAT}.${kind}+xml"/>`;
  const types =
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `${part("document", "document.main")}${part("styles", "styles")}</Types>`;
  return zip([
    ["[Content_Types].xml", types],
    ["_rels/.rels", relations(["officeDocument", "word/document.xml"])],
    ["word/_rels/document.xml.rels", relations(["styles", "styles.xml"])],
    ["word/styles.xml", styles(code)],
    ["word/document.xml", `${HEAD}<w:document ${WORD}><w:body>${made.join("")}<w:sectPr/></w:body></w:document>`],
  ]);
}
