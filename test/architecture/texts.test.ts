import fs from 'node:fs';
import path from 'node:path';

const web = path.resolve('src/web');
type Texts = { [key: string]: string | Texts };
const read = (locale: string): Texts =>
  JSON.parse(fs.readFileSync(path.join(web, `i18n/${locale}.json`), 'utf8')) as Texts;

/** `{'a.b': 'text'}` */
const flat = (texts: Texts, prefix = ''): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : Object.entries(flat(value, `${prefix}${key}.`)),
    ),
  );

const sources = fs
  .readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && file !== 'vite.config.ts')
  .map((file) => fs.readFileSync(path.join(web, file), 'utf8'));
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

describe('the texts of the screens', () => {
  const [vi, en] = [flat(read('vi')), flat(read('en'))];

  it('exist in both languages and are filled in alike', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    const differing = Object.keys(vi).filter(
      (key) => placeholders(vi[key] ?? '').join() !== placeholders(en[key] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('exist for every key that a screen asks for by name', () => {
    const asked = new Set(
      sources.flatMap((source) => [...source.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key]) => key ?? '')),
    );
    expect(asked.size).toBeGreaterThan(150);
    expect([...asked].filter((key) => !(key in vi))).toEqual([]);
  });

  it('exist for every key that a screen puts together', () => {
    const stems = new Set(
      sources.flatMap((source) => [...source.matchAll(/\bt\(\s*`([\w.-]+)\.\$\{/g)].map(([, stem]) => stem ?? '')),
    );
    expect(stems.size).toBeGreaterThan(15);
    expect([...stems].filter((stem) => !Object.keys(vi).some((key) => key.startsWith(`${stem}.`)))).toEqual([]);
  });

  it('are NFC, as everything that is stored', () => {
    expect(Object.values(vi).filter((text) => text !== text.normalize('NFC'))).toEqual([]);
  });
});

it('the web client names no other host: it works on a closed network', () => {
  const hosts = sources.flatMap((source) => [...source.matchAll(/https?:\/\/[^\s'"`]+/g)].map(([address]) => address));
  expect(hosts).toEqual([]);
});
