import { defineMessages } from '../../platform/messages/messages.js';

export const noticesMessages = defineMessages({
  vi: {
    'error.notice-published':
      'Thông báo đã ban hành thì không sửa, không xóa được. Muốn thay đổi, mời lập thông báo mới.',
    'error.notice-empty': 'Các chương trình này chưa có đơn vị nào được giao chỗ, nên chưa có gì để thông báo.',
    'error.notice-number-taken': 'Số văn bản này đã dùng cho một thông báo khác trong năm.',
    'rule.numberOnceAYear': 'Số này đã dùng trong năm.',
    'rule.notInThePast': 'Phải từ ngày hôm nay trở đi.',
    'quotas.reason.byBoard': 'Theo quyết định phân bổ của {{board}}.',
    'list.quotaNotice': 'Phụ lục thông báo chỉ tiêu năm {{period}}',
    'list.quotaNoticeDraft': 'Bản dự thảo, chưa ban hành.',
    'list.quotaNoticeDocument': 'Thông báo số {{number}} ngày {{date}}; người ký: {{signer}}.',
    'list.quotaNoticeDeadline': 'Hạn gửi danh sách cử đi học: {{deadline}}.',
    'column.quotaReason': 'Căn cứ',
    'notice.quota.notice.title': 'Thông báo chỉ tiêu số {{number}}: đơn vị được {{places}} chỗ',
    'notice.quota.notice.body':
      'Theo thông báo số {{number}} ngày {{date}}, đơn vị được giao {{places}} chỗ. Mời xem, xác nhận đã nhận và gửi danh sách cử đi học trước hết ngày {{deadline}}.',
    'notice.quota.press.title': 'Còn {{left}} chỗ {{program}} chưa có người được cử',
    'notice.quota.press.body':
      'Đơn vị còn {{left}} chỗ của chương trình {{program}} chưa có người được cử, phải dùng trước hết ngày {{lastDay}}. Mời cử người, hoặc báo lại nếu không dùng đến.',
  },
  en: {
    'error.notice-published': 'A published notice can be neither changed nor deleted. To change it, make a new one.',
    'error.notice-empty': 'No unit has places of these programs yet, so there is nothing to make known.',
    'error.notice-number-taken': 'Another notice of the year has this document number.',
    'rule.numberOnceAYear': 'This number was used this year.',
    'rule.notInThePast': 'Today or later.',
    'quotas.reason.byBoard': 'By decision of {{board}}.',
    'list.quotaNotice': 'Annex to the notice of quotas of {{period}}',
    'list.quotaNoticeDraft': 'Draft, not published yet.',
    'list.quotaNoticeDocument': 'Notice {{number}} of {{date}}; signed by {{signer}}.',
    'list.quotaNoticeDeadline': 'Lists of people are due by {{deadline}}.',
    'column.quotaReason': 'Grounds',
    'notice.quota.notice.title': 'Notice of quotas {{number}}: {{places}} places for the unit',
    'notice.quota.notice.body':
      'By notice {{number}} of {{date}} the unit has {{places}} places. Please look, acknowledge it, and send the list of people by the end of {{deadline}}.',
    'notice.quota.press.title': '{{left}} places of {{program}} wait for names',
    'notice.quota.press.body':
      'The unit has {{left}} places of {{program}} without names, to be used by the end of {{lastDay}}. Please nominate people, or say that they are not needed.',
  },
});
