import { defineMessages } from '../../platform/messages/messages.js';

/** What every message has around it; the rooms that send own `notice.<kind>.title` and `.body`. */
export const notificationsMessages = defineMessages({
  vi: {
    'mail.footer':
      'Mở hệ thống để xem và trả lời: {{link}}\n\nThư này được gửi tự động từ hệ thống quản lý cử đi học Hồng Chuyên.',
  },
  en: {
    'mail.footer':
      'Open the system to see and answer: {{link}}\n\nThis message was sent automatically by Hồng Chuyên, the training enrollment manager.',
  },
});
