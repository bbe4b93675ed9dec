import fs from 'node:fs';
import path from 'node:path';

const web = path.resolve('src/web');

/** Names that are written like addresses and that no browser ever asks for. */
const NAMESPACES = ['http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xlink'];

/** What a browser would load from: absolute and protocol-relative addresses. */
function hostsIn(text: string): string[] {
  const addresses = [...text.matchAll(/(?:\b(?:https?|wss?):\/\/|(?<=["'(=]\s*)\/\/)[\w-][^\s"'`)<>]*/g)].map(
    ([address]) => address,
  );
  return addresses.filter((address) => !NAMESPACES.includes(address));
}

/** Code is looked at by texts.test.ts; this is everything else that is sent to a browser. */
const files = fs
  .readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter(
    (file) => /\.(html|css|svg|webmanifest|json)$/.test(file) && !['tsconfig.json', 'api/openapi.json'].includes(file),
  );

describe('on a closed network', () => {
  it('pages, styles, pictures and texts load nothing from another host', () => {
    expect(files).toEqual(expect.arrayContaining(['index.html', 'app/app.css', 'public/icon.svg', 'i18n/vi.json']));
    const found = files.flatMap((file) =>
      hostsIn(fs.readFileSync(path.join(web, file), 'utf8')).map((host) => `${file}: ${host}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['a font of a style sheet', "@import url('https://fonts.example.com/css?family=Inter');"],
    ['a picture of a style sheet', 'body { background: url(//cdn.example.com/a.png) }'],
    ['a script of a page', '<script src="//cdn.example.com/a.js"></script>'],
    ['a link of a text', '{ "help": "Xem https://example.vn/huong-dan" }'],
  ])('would notice %s', (_, text) => {
    expect(hostsIn(text)).toHaveLength(1);
  });

  it('does not take a namespace or a path for a host', () => {
    expect(hostsIn('<svg xmlns="http://www.w3.org/2000/svg"><use href="/icon.svg#a"/></svg> /* a // b */')).toEqual([]);
  });
});
