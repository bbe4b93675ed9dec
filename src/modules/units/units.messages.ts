import { defineMessages } from '../../platform/messages/messages.js';

export const unitsMessages = defineMessages({
  vi: {
    'error.unit-code-taken': 'Mã đơn vị này đã có.',
    'rule.unitCodeOnce': 'Mã này đã dùng cho đơn vị khác.',
  },
  en: {
    'error.unit-code-taken': 'This unit code is taken.',
    'rule.unitCodeOnce': 'This code belongs to another unit.',
  },
});
