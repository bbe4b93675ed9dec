import { defineMessages } from '../../platform/messages/messages.js';

export const programsMessages = defineMessages({
  vi: {
    'error.program-code-taken': 'Đã có chương trình mang mã này.',
    'error.program-version-overlaps':
      'Chương trình đã có nội dung áp dụng đúng từ ngày đó. Mời sửa nội dung đã có, hoặc chọn ngày khác.',
    'error.program-version-used':
      'Đã có lớp mở theo nội dung này nên không thay đổi được, chỉ bổ sung được mục chưa khai. Mời thêm nội dung mới áp dụng từ ngày sau các lớp đó.',
    'error.program-first-version': 'Đây là nội dung đầu tiên của chương trình nên không xóa được; mời sửa.',
    'rule.programCodeTaken': 'Mã này đã có chương trình khác dùng.',
    'rule.programVersionOverlaps': 'Đã có nội dung áp dụng từ ngày này.',
    'rule.subjectTwice': 'Có hai chuyên đề trùng tên.',
    'rule.notAboveMaximum': 'Không được lớn hơn sĩ số tối đa.',
  },
  en: {
    'error.program-code-taken': 'There is a program with this code already.',
    'error.program-version-overlaps':
      'Something is said of this program from that very day already. Correct that, or choose another day.',
    'error.program-version-used':
      'Classes were held by this, so it cannot change; what was never said can be added. Add what holds from a day after those classes instead.',
    'error.program-first-version':
      'This is the first that is said of the program, so it cannot be deleted; correct it.',
    'rule.programCodeTaken': 'Another program has this code.',
    'rule.programVersionOverlaps': 'Something holds from this day already.',
    'rule.subjectTwice': 'Two subjects have the same name.',
    'rule.notAboveMaximum': 'Not more than the largest class.',
  },
});
