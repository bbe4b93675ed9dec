import { defineMessages } from '../../platform/messages/messages.js';

export const viewsMessages = defineMessages({
  vi: {
    'error.view-name-taken': 'Đồng chí đã có một cách xem mang tên này.',
    'rule.viewNameOnce': 'Tên này đã dùng. Mời đặt tên khác.',
    'rule.isListQuery': 'Phải là các điều kiện lọc dạng chữ, không quá 40 điều kiện.',
  },
  en: {
    'error.view-name-taken': 'You already have a view of this name.',
    'rule.viewNameOnce': 'This name is taken. Please choose another.',
    'rule.isListQuery': 'Must be conditions as texts, at most 40 of them.',
  },
});
