import { defineMessages } from '../../platform/messages/messages.js';

export const unitsMessages = defineMessages({
  vi: {
    'error.unit-code-taken': 'Mã đơn vị này đã có.',
    'error.unit-starts-too-late': 'Ngày thành lập phải trước những thay đổi sau này của đơn vị.',
    'rule.beforeLaterSpells': 'Phải trước những thay đổi sau này của đơn vị.',
    'rule.unitCodeOnce': 'Mã này đã dùng cho đơn vị khác.',
  },
  en: {
    'error.unit-code-taken': 'This unit code is taken.',
    'error.unit-starts-too-late': 'A unit is founded before what it became later.',
    'rule.beforeLaterSpells': 'It must come before what the unit became later.',
    'rule.unitCodeOnce': 'This code belongs to another unit.',
  },
});
