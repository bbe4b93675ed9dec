import { defineMessages } from '../../platform/messages/messages.js';

export const officialsListMessages = defineMessages({
  vi: {
    'error.sensitive-filter': 'Tài khoản này không được lọc theo thông tin nhạy cảm của cán bộ.',
    'rule.maySeeSensitive': 'Chỉ người được xem thông tin này mới lọc theo được.',
  },
  en: {
    'error.sensitive-filter': 'This account may not filter by sensitive data of officials.',
    'rule.maySeeSensitive': 'Only those who may see this can filter by it.',
  },
});
