import { defineMessages } from '../../platform/messages/messages.js';

/** What every message has around it; the rooms that send own `notice.<kind>.title` and `.body`. */
export const notificationsMessages = defineMessages({
  vi: {
    'mail.open': 'Mở và trả lời',
    'mail.noOne': 'Không có người cử',
    'mail.moreTime': 'Xin thêm thời gian',
    'mail.acknowledge': 'Báo đã nhận',
    'mail.footer': 'Thư này được gửi tự động từ hệ thống quản lý cử đi học Hồng Chuyên.',
    'error.link-ended': 'Đường dẫn này đã hết hạn, đã bị thu hồi hoặc gửi cho tài khoản khác. Mời mở Hộp thư.',
    'rule.templateUnknownVariable':
      'Dòng {{line}}, cột {{column}}: không có chỗ điền "{{name}}". Chỉ dùng được: {{names}}.',
    'rule.templateUnclosed': 'Dòng {{line}}, cột {{column}}: dấu mở "{{name}}" chưa được đóng.',
    'rule.templateUnknownTag':
      'Dòng {{line}}, cột {{column}}: không dùng được lệnh "{{name}}". Chỉ có if, unless, case.',
    'rule.templateBroken': 'Dòng {{line}}, cột {{column}}: "{{name}}" viết chưa đúng.',
  },
  en: {
    'mail.open': 'Open and answer',
    'mail.noOne': 'There is no one',
    'mail.moreTime': 'Ask for more time',
    'mail.acknowledge': 'Say that it has arrived',
    'mail.footer': 'This message was sent automatically by Hồng Chuyên, the training enrollment manager.',
    'error.link-ended': 'This link has ended, was revoked, or was sent to another account. Please open the inbox.',
    'rule.templateUnknownVariable':
      'Line {{line}}, column {{column}}: nothing is called "{{name}}". There are: {{names}}.',
    'rule.templateUnclosed': 'Line {{line}}, column {{column}}: "{{name}}" is not closed.',
    'rule.templateUnknownTag': 'Line {{line}}, column {{column}}: "{{name}}" cannot be used; if, unless and case can.',
    'rule.templateBroken': 'Line {{line}}, column {{column}}: "{{name}}" is not written as it must be.',
  },
});
