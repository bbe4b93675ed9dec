import { createHash, type KeyObject, verify } from 'node:crypto';

/** What a mail system does that checks DKIM (RFC 6376), with the key that it would find in the DNS. */
export interface DkimVerdict {
  readonly domain: string | undefined;
  readonly selector: string | undefined;
  /** Headers that nobody can change unnoticed. */
  readonly signed: readonly string[];
  readonly bodyIsWhole: boolean;
  readonly signatureIsRight: boolean;
}

/** Checks the signature of a mail as it came over the wire; null when it has none. Relaxed canonicalization alone. */
export function verifyDkim(raw: Buffer, publicKey: KeyObject): DkimVerdict | null {
  const text = raw.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const headers = text.slice(0, end + 2).match(/^[^\s:]+:(?:.*\r\n(?:[ \t].*\r\n)*)/gm) ?? [];
  const signature = headers.find((header) => /^dkim-signature:/i.test(header));
  if (signature === undefined) return null;
  const tags = tagsOf(signature);
  if (tags.get('c') !== 'relaxed/relaxed' || tags.get('a') !== 'rsa-sha256')
    throw new Error('Not a form this check knows');
  const signed = (tags.get('h') ?? '').split(':').map((name) => name.trim().toLowerCase());
  const left = [...headers];
  const picked = signed.flatMap((name) => {
    const at = left.findLastIndex((header) => header.toLowerCase().startsWith(`${name}:`));
    return at < 0 ? [] : left.splice(at, 1);
  });
  const own = relaxed(signature.replace(/(\bb=)[^;]*/, '$1')).replace(/\r\n$/, '');
  const said = Buffer.from(picked.map(relaxed).join('') + own, 'latin1');
  return {
    domain: tags.get('d'),
    selector: tags.get('s'),
    signed,
    bodyIsWhole:
      createHash('sha256')
        .update(body(text.slice(end + 4)), 'latin1')
        .digest('base64') === tags.get('bh'),
    signatureIsRight: verify('sha256', said, publicKey, Buffer.from(tags.get('b') ?? '', 'base64')),
  };
}

const tagsOf = (header: string): ReadonlyMap<string, string> =>
  new Map(
    header
      .slice(header.indexOf(':') + 1)
      .split(';')
      .map((tag): [string, string] => {
        const at = tag.indexOf('=');
        const name = tag.slice(0, at).trim();
        const value = tag.slice(at + 1);
        return [name, ['b', 'bh'].includes(name) ? value.replace(/\s/g, '') : value.trim()];
      }),
  );

/** A header in one line, its name in small letters and its blanks as one (3.4.2). */
const relaxed = (header: string): string => {
  const at = header.indexOf(':');
  const value = header
    .slice(at + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return `${header.slice(0, at).trim().toLowerCase()}:${value}\r\n`;
};

/** A body without blanks at the ends of lines and without empty lines at its end (3.4.4). */
const body = (text: string): string => {
  const lines = text.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  const whole = lines.join('\r\n').replace(/(?:\r\n)+$/, '');
  return whole === '' ? '' : `${whole}\r\n`;
};
