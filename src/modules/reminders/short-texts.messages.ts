import { defineMessages } from '../../platform/messages/messages.js';

/** What goes by short message: with a usual name of a unit and code of a class it fits into one. */
export const shortTextsMessages = defineMessages({
  vi: {
    'notice.call.call.short': 'Lớp {{course}} nhận danh sách đến {{deadline}}. Mời {{unit}} cử người.',
    'notice.call.before.short': 'Lớp {{course}}: hạn {{deadline}}, {{unit}} chưa trả lời.',
    'notice.call.due.short': 'Lớp {{course}}: hôm nay hết hạn, {{unit}} chưa trả lời.',
    'notice.call.after.short': 'Lớp {{course}}: đã quá hạn {{deadline}}, {{unit}} chưa trả lời.',
    'notice.call.escalation.short': 'Lớp {{course}}: {{unit}} quá hạn {{days}} ngày, chưa trả lời.',
    'notice.call.own.short': 'Lớp {{course}}: hạn {{deadline}}. Mời mở Hộp thư Hồng Chuyên.',
    'notice.call.nudge.short': 'Ban Tổ chức đề nghị {{unit}} trả lời lớp {{course}} trước {{deadline}}.',
    'notice.call.noted.short': 'Ban Tổ chức đề nghị {{unit}} trả lời lớp {{course}} trước {{deadline}}.',
    'notice.call.digest.short': 'Còn {{count}} lớp chờ trả lời. Mời mở Hộp thư Hồng Chuyên.',
  },
  en: {
    'notice.call.call.short': 'Class {{course}} takes lists until {{deadline}}. {{unit}} is asked to nominate.',
    'notice.call.before.short': 'Class {{course}}: due {{deadline}}, {{unit}} has not answered.',
    'notice.call.due.short': 'Class {{course}}: due today, {{unit}} has not answered.',
    'notice.call.after.short': 'Class {{course}}: was due {{deadline}}, {{unit}} has not answered.',
    'notice.call.escalation.short': 'Class {{course}}: {{unit}} is {{days}} days late.',
    'notice.call.own.short': 'Class {{course}}: due {{deadline}}. Please open the inbox of Hồng Chuyên.',
    'notice.call.nudge.short': 'The board asks {{unit}} to answer for class {{course}} by {{deadline}}.',
    'notice.call.noted.short': 'The board asks {{unit}} to answer for class {{course}} by {{deadline}}.',
    'notice.call.digest.short': '{{count}} classes wait for answers. Please open the inbox of Hồng Chuyên.',
  },
});
