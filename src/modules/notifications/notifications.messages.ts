import { defineMessages } from '../../platform/messages/messages.js';

/** What every message has around it; the rooms that send own `notice.<kind>.title` and `.body`. */
export const notificationsMessages = defineMessages({
  vi: {
    'mail.footer':
      'Mở hệ thống để xem và trả lời: {{link}}\n\nThư này được gửi tự động từ hệ thống quản lý cử đi học Hồng Chuyên.',
    'rule.templateUnknownVariable':
      'Dòng {{line}}, cột {{column}}: không có chỗ điền "{{name}}". Chỉ dùng được: {{names}}.',
    'rule.templateUnclosed': 'Dòng {{line}}, cột {{column}}: dấu mở "{{name}}" chưa được đóng.',
    'rule.templateUnknownTag':
      'Dòng {{line}}, cột {{column}}: không dùng được lệnh "{{name}}". Chỉ có if, unless, case.',
    'rule.templateBroken': 'Dòng {{line}}, cột {{column}}: "{{name}}" viết chưa đúng.',
  },
  en: {
    'mail.footer':
      'Open the system to see and answer: {{link}}\n\nThis message was sent automatically by Hồng Chuyên, the training enrollment manager.',
    'rule.templateUnknownVariable':
      'Line {{line}}, column {{column}}: nothing is called "{{name}}". There are: {{names}}.',
    'rule.templateUnclosed': 'Line {{line}}, column {{column}}: "{{name}}" is not closed.',
    'rule.templateUnknownTag': 'Line {{line}}, column {{column}}: "{{name}}" cannot be used; if, unless and case can.',
    'rule.templateBroken': 'Line {{line}}, column {{column}}: "{{name}}" is not written as it must be.',
  },
});
