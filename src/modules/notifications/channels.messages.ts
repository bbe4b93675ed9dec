import { defineMessages } from '../../platform/messages/messages.js';

export const channelsMessages = defineMessages({
  vi: {
    'rule.isPhone': 'Không phải số điện thoại gọi được, ví dụ 0912 345 678.',
    'rule.shortInBothLanguages': 'Tin ngắn phải viết cả tiếng Việt và tiếng Anh.',
    'rule.pushService': 'Trình duyệt này dùng dịch vụ thông báo chưa được phép.',
  },
  en: {
    'rule.isPhone': 'Not a telephone number that can be called, such as 0912 345 678.',
    'rule.shortInBothLanguages': 'A short text must be written in both languages.',
    'rule.pushService': 'This browser uses a push service that is not allowed.',
  },
});
