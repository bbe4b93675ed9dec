import yauzl from 'yauzl';
import { Refused } from './refused.mjs';

/** In a part of a relation to another file that the program would follow; links that a person clicks are harmless. */
const FOLLOWED =
  /Type="[^"]*\/(?:externalLink|externalLinkPath|oleObject|attachedTemplate|xlExternalLinkPath)[^"]*"[^>]*TargetMode="External"|TargetMode="External"[^>]*Type="[^"]*\/(?:externalLink|externalLinkPath|oleObject|attachedTemplate)/;
/** What the table of contents calls a workbook that may hold macros. */
const MACRO_WORKBOOK =
  /PartName="\/xl\/workbook\.xml"[^>]*macroEnabled|macroEnabled[^>]*PartName="\/xl\/workbook\.xml"/i;
const ODS_OUTWARD = /<table:(?:dde-link|dde-links|table-source|cell-range-source)\b/;
const ODS_SCRIPT = /<(?:script:|office:script\b(?!s))/;
const ODS_ENCRYPTED = /<manifest:encryption-data\b/;
/** Where fonts are named: the styles of .xlsx, its texts in several fonts, and those of .ods. */
const FONT_PARTS = /^xl\/(?:styles|sharedStrings)\.xml$|^(?:content|styles)\.xml$/;
const FONT_NAME = /<(?:\w+:)?(?:name|rFont) val="([^"]{1,100})"|(?:style:font-name|svg:font-family)="([^"]{1,100})"/g;
const MOST_FONTS = 50;
/** Tags are carried over from piece to piece; none that matters is longer. */
const CARRIED = 4096;

/**
 * Unpacks every part once, piece by piece, without keeping it: what a part says of its size may be a lie, and what
 * must not stand in it is looked for before anything is built of it.
 * @returns for .ods the hidden rows and columns by sheet, else null; and the fonts that are named
 * @throws Refused
 */
export async function checkParts(type, content, limits) {
  const hidden = { rows: {}, columns: {} };
  const fonts = new Set();
  const parts = await yauzl.fromBufferPromise(content, { lazyEntries: true });
  let unpacked = 0;
  for await (const entry of parts.eachEntry()) {
    const watch = watcherOf(type, entry.fileName, hidden, fonts);
    for await (const piece of await parts.openReadStreamPromise(entry)) {
      unpacked += piece.length;
      if (unpacked > limits.unpacked) throw new Refused('zip-bomb', { megabytes: Math.round(limits.unpacked / 1e6) });
      watch(piece.toString('latin1'));
    }
    watch('', true);
  }
  return { hidden: type === 'ods' ? hidden : null, fonts: [...fonts] };
}

/** What looks at the pieces of one part. Names and tags are ASCII; sheet names are decoded where they are kept. */
function watcherOf(type, name, hidden, fonts) {
  if (!/\.(?:xml|rels|vml)$/i.test(name)) return () => undefined;
  const shows = type === 'ods' && name === 'content.xml' ? odsRows(hidden) : null;
  let carried = '';
  return (piece, last = false) => {
    const text = carried + piece;
    if (/<!(?:DOCTYPE|ENTITY)/.test(text)) throw new Refused('entities', { part: name });
    if (name.endsWith('.rels') && FOLLOWED.test(text)) throw new Refused('external-links', { part: name });
    if (name === '[Content_Types].xml' && MACRO_WORKBOOK.test(text)) throw new Refused('macros');
    if (type === 'ods') refuseOds(text, name);
    const cut = last ? text.length : Math.max(0, text.lastIndexOf('<'), text.length - CARRIED);
    shows?.(text.slice(0, cut));
    if (FONT_PARTS.test(name)) noteFonts(text.slice(0, cut), fonts);
    carried = text.slice(cut);
  };
}

function noteFonts(text, fonts) {
  for (const [, xlsx, ods] of text.matchAll(FONT_NAME)) {
    if (fonts.size >= MOST_FONTS) return;
    fonts.add(unescape(Buffer.from(xlsx ?? ods, 'latin1').toString('utf8')).replace(/^'|'$/g, ''));
  }
}

function refuseOds(text, name) {
  if (ODS_OUTWARD.test(text)) throw new Refused('external-links', { part: name });
  if (ODS_SCRIPT.test(text)) throw new Refused('macros', { part: name });
  if (name === 'META-INF/manifest.xml' && ODS_ENCRYPTED.test(text)) throw new Refused('encrypted');
}

/** Follows the rows and columns of an .ods by their tags: the library that reads it does not tell which are hidden. */
function odsRows(hidden) {
  let sheet = '';
  let row = 0;
  let column = 0;
  const mark = (list, from, tag) => {
    const count = Number(/repeated="(\d+)"/.exec(tag)?.[1] ?? 1);
    if (/visibility="(?:collapse|filter)"/.test(tag))
      for (let index = from; index < from + Math.min(count, 10_000); index++) list.push(index);
    return from + count;
  };
  return (text) => {
    for (const [tag, kind] of text.matchAll(/<table:(table|table-row|table-column)\s[^>]*>|<table:table-row>/g)) {
      if (kind === 'table') {
        sheet = unescape(Buffer.from(/table:name="([^"]*)"/.exec(tag)?.[1] ?? '', 'latin1').toString('utf8'));
        [row, column] = [0, 0];
        hidden.rows[sheet] = [];
        hidden.columns[sheet] = [];
      } else if (kind === 'table-column') column = mark(hidden.columns[sheet] ?? [], column, tag);
      else row = mark(hidden.rows[sheet] ?? [], row, tag);
    }
  };
}

const unescape = (text) =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]);
