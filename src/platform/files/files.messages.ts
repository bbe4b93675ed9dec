import { defineMessages } from '../messages/messages.js';

/** Texts of what is refused of files. */
export const filesMessages = defineMessages({
  vi: {
    'error.virus-found': 'Tệp có mã độc ({{virus}}) nên không được nhận. Mời quét máy rồi chọn tệp khác.',
    'error.scanner-silent': 'Chưa quét được mã độc nên chưa nhận tệp. Mời thử lại sau ít phút.',
    'rule.freeOfViruses': 'Tệp có mã độc.',
  },
  en: {
    'error.virus-found':
      'The file carries a virus ({{virus}}) and was not taken. Scan the computer, then choose another.',
    'error.scanner-silent':
      'The file could not be scanned for viruses and was not taken. Please try again in some minutes.',
    'rule.freeOfViruses': 'The file carries a virus.',
  },
});
