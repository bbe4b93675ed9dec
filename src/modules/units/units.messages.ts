import { defineMessages } from '../../platform/messages/messages.js';

export const unitsMessages = defineMessages({
  vi: {
    'error.unit-code-taken': 'Mã đơn vị này đã có.',
    'error.unit-starts-too-late': 'Ngày thành lập phải trước những thay đổi sau này của đơn vị.',
    'rule.notAfterToday': 'Không được sau hôm nay.',
    'rule.beforeUnitEnded': 'Đơn vị đã kết thúc trước ngày này; mời chọn ngày đơn vị còn hoạt động.',
    'rule.beforeLaterSpells': 'Phải trước những thay đổi sau này của đơn vị.',
    'rule.unitCodeOnce': 'Mã này đã dùng cho đơn vị khác.',
  },
  en: {
    'error.unit-code-taken': 'This unit code is taken.',
    'error.unit-starts-too-late': 'A unit is founded before what it became later.',
    'rule.notAfterToday': 'Not after today.',
    'rule.beforeUnitEnded': 'The unit had ended before this day; choose a day on which it stood.',
    'rule.beforeLaterSpells': 'It must come before what the unit became later.',
    'rule.unitCodeOnce': 'This code belongs to another unit.',
  },
});
