import { defineMessages } from '../../platform/messages/messages.js';

export const standardsMessages = defineMessages({
  vi: {
    'error.standard-overlaps': 'Cùng đối tượng này đã có tiêu chuẩn bắt đầu đúng ngày đó. Mời sửa tiêu chuẩn đã có.',
    'error.standard-in-force': 'Tiêu chuẩn đã có hiệu lực nên không xóa được; chỉ có thể kết thúc hoặc sửa kèm lý do.',
    'error.exemption-overlaps': 'Đồng chí này đã có quyết định miễn tiêu chuẩn ấy trong thời gian đó.',
    'rule.standardOverlaps': 'Đã có tiêu chuẩn bắt đầu từ ngày này.',
    'rule.exemptionOverlaps': 'Trùng thời gian với quyết định khác.',
    'rule.asksSomething': 'Cần chọn ít nhất một trình độ.',
    'rule.notBeforeFrom': 'Không được trước ngày bắt đầu.',
    'rule.withinStandard': 'Phải nằm trong thời gian tiêu chuẩn có hiệu lực.',
    'rule.reasonOnceInForce': 'Tiêu chuẩn đã có hiệu lực: cần ghi lý do sửa.',
  },
  en: {
    'error.standard-overlaps': 'These posts already have a standard from that very day. Correct that one instead.',
    'error.standard-in-force':
      'The standard is in force and cannot be deleted; it can be ended, or corrected with a reason.',
    'error.exemption-overlaps': 'This person is already exempt from that standard during that time.',
    'rule.standardOverlaps': 'There is a standard from this day already.',
    'rule.exemptionOverlaps': 'Overlaps another decision.',
    'rule.asksSomething': 'Choose at least one level.',
    'rule.notBeforeFrom': 'Not before the first day.',
    'rule.withinStandard': 'Must lie within the time for which the standard holds.',
    'rule.reasonOnceInForce': 'The standard is in force: say why it is corrected.',
  },
});
