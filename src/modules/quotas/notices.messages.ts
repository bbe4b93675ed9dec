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
    'rule.someoneNominated':
      'Chưa có ai của đơn vị được cử vào các chỗ này. Mời cử người trước, hoặc trả lời không cử.',
    'rule.afterDeadline': 'Phải sau hạn hiện nay ({{deadline}}).',
    'list.quotaNotice': 'Phụ lục thông báo chỉ tiêu năm {{period}}',
    'list.quotaNoticeDraft': 'Bản dự thảo, chưa ban hành.',
    'list.quotaNoticeDocument': 'Thông báo số {{number}} ngày {{date}}; người ký: {{signer}}.',
    'list.quotaNoticeDeadline': 'Hạn gửi danh sách cử đi học: {{deadline}}.',
    'quotas.paper.party': 'ĐẢNG CỘNG SẢN VIỆT NAM',
    'quotas.paper.number': 'Số: {{number}}',
    'quotas.paper.day': 'ngày {{day}} tháng {{month}} năm {{year}}',
    'quotas.paper.title': 'THÔNG BÁO',
    'quotas.paper.about': 'chỉ tiêu cử cán bộ đi học năm {{period}}',
    'quotas.paper.body':
      '{{unit}} thông báo chỉ tiêu năm {{period}} của chương trình: {{programs}}. Số chỗ của từng đơn vị và căn cứ ghi ở phụ lục kèm theo.',
    'quotas.paper.answer':
      'Đề nghị các đơn vị cử người theo số chỗ được giao và gửi danh sách trước hết ngày {{deadline}}. Đơn vị không cử người hoặc cần thêm thời gian thì báo lại, nêu rõ lý do.',
    'quotas.paper.to': 'Nơi nhận:\n- Các đơn vị có tên trong phụ lục,\n- Lưu.',
    'quotas.paper.sign': 'NGƯỜI KÝ',
    'quotas.paper.annex': 'PHỤ LỤC\nChỉ tiêu cử cán bộ đi học năm {{period}}',
    'quotas.paper.line': 'STT',
    'quotas.paper.unit': 'Đơn vị',
    'quotas.paper.program': 'Chương trình',
    'quotas.paper.places': 'Số chỗ',
    'quotas.paper.reason': 'Căn cứ',
    'quotas.paper.total': 'Cộng',
    'quotas.paper.draft': 'dự thảo',
    'quotas.paper.file': 'Thông báo chỉ tiêu {{period}} ({{number}})',
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
    'rule.someoneNominated':
      'Nobody of the unit is nominated for these places yet. Nominate people first, or answer with nobody.',
    'rule.afterDeadline': 'Later than the deadline now ({{deadline}}).',
    'list.quotaNotice': 'Annex to the notice of quotas of {{period}}',
    'list.quotaNoticeDraft': 'Draft, not published yet.',
    'list.quotaNoticeDocument': 'Notice {{number}} of {{date}}; signed by {{signer}}.',
    'list.quotaNoticeDeadline': 'Lists of people are due by {{deadline}}.',
    'quotas.paper.party': 'COMMUNIST PARTY OF VIET NAM',
    'quotas.paper.number': 'No. {{number}}',
    'quotas.paper.day': '{{day}}/{{month}}/{{year}}',
    'quotas.paper.title': 'NOTICE',
    'quotas.paper.about': 'of places for training in {{period}}',
    'quotas.paper.body':
      '{{unit}} makes known the places of {{period}} of: {{programs}}. The places of each unit and their grounds are in the annex.',
    'quotas.paper.answer':
      'Units send people for their places and their lists by the end of {{deadline}}. Who sends nobody or needs more time says so, with the reason.',
    'quotas.paper.to': 'To:\n- the units in the annex,\n- file.',
    'quotas.paper.sign': 'SIGNED',
    'quotas.paper.annex': 'ANNEX\nPlaces of {{period}}',
    'quotas.paper.line': 'No.',
    'quotas.paper.unit': 'Unit',
    'quotas.paper.program': 'Program',
    'quotas.paper.places': 'Places',
    'quotas.paper.reason': 'Grounds',
    'quotas.paper.total': 'Total',
    'quotas.paper.draft': 'draft',
    'quotas.paper.file': 'Notice of places {{period}} ({{number}})',
    'column.quotaReason': 'Grounds',
    'notice.quota.notice.title': 'Notice of quotas {{number}}: {{places}} places for the unit',
    'notice.quota.notice.body':
      'By notice {{number}} of {{date}} the unit has {{places}} places. Please look, acknowledge it, and send the list of people by the end of {{deadline}}.',
    'notice.quota.press.title': '{{left}} places of {{program}} wait for names',
    'notice.quota.press.body':
      'The unit has {{left}} places of {{program}} without names, to be used by the end of {{lastDay}}. Please nominate people, or say that they are not needed.',
  },
});
