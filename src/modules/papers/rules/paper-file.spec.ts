import fc from 'fast-check';
import { paperFault } from './paper-file.js';

const PDF = 'application/pdf';

describe('a file as a paper', () => {
  it.each([
    ['Sơ yếu lý lịch.pdf', PDF, null],
    ['bang.JPEG', 'image/jpeg', null],
    ['don.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', null],
    ['don.docx', PDF, 'nameOfItsType'],
    ['khong-duoi', PDF, 'nameOfItsType'],
    ['bai.pdf', 'application/zip', 'documentOrPicture'],
    ['bai.pdf', undefined, 'documentOrPicture'],
    ['Tối mật.pdf', PDF, 'notClassified'],
    ['QD_12_MẬT.pdf', PDF, 'notClassified'],
    ['Mặt trận Tổ quốc.pdf', PDF, null],
    ['ảnh bề mặt, mất điện.pdf', PDF, null],
    ['mậtong.pdf', PDF, null],
  ])('%s of %s: %s', (name, type, fault) => {
    expect(paperFault(name, type)).toBe(fault);
  });

  it('finds the mark of secrecy in either form of Unicode, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('mật', 'Mật', 'MẬT'),
        fc.constantFrom('NFC', 'NFD'),
        fc.constantFrom(' ', '-', '_', '.', '('),
        fc.stringMatching(/^[a-z0-9]{0,8}$/),
        (mark, form, gap, word) =>
          paperFault(`${word}${gap}${mark.normalize(form)}${gap}.pdf`, PDF) === 'notClassified',
      ),
    );
  });
});
