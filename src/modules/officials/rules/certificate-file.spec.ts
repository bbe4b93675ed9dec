import fc from 'fast-check';
import { judgeCertificate, LARGEST_CERTIFICATE } from './certificate-file.js';

const BEGINNINGS = {
  pdf: Buffer.from('%PDF-1.7\n'),
  png: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  jpg: Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
};
const kind = fc.constantFrom(...(Object.keys(BEGINNINGS) as (keyof typeof BEGINNINGS)[]));

describe('a scan of a certificate', () => {
  it('is taken exactly when its name says what it is', () => {
    fc.assert(
      fc.property(kind, kind, fc.uint8Array({ maxLength: 50 }), (is, says, rest) => {
        const judged = judgeCertificate(`Bằng.${says.toUpperCase()}`, Buffer.concat([BEGINNINGS[is], rest]));
        expect(judged).toEqual(is === says ? { mediaType: expect.any(String) } : { rule: 'nameOfItsContent' });
      }),
    );
  });

  it('is refused when it is anything else, whatever its name', () => {
    for (const other of ['MZ\u0090', '<html><script>', '<svg xmlns="http://www.w3.org/2000/svg">', 'PK\u0003\u0004'])
      expect(judgeCertificate('bang.pdf', Buffer.from(other, 'latin1'))).toEqual({ rule: 'pdfOrPicture' });
    expect(judgeCertificate('bang', BEGINNINGS.pdf)).toEqual({ rule: 'nameOfItsContent' });
  });

  it('is refused above ten megabytes', () => {
    const large = Buffer.concat([BEGINNINGS.pdf, Buffer.alloc(LARGEST_CERTIFICATE)]);
    expect(judgeCertificate('bang.pdf', large)).toEqual({ rule: 'atMostTenMegabytes' });
  });
});
