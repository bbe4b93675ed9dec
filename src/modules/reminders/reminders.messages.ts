import { defineMessages } from '../../platform/messages/messages.js';

/** What units and the board are told. Links and counts, no names of people. */
export const remindersMessages = defineMessages({
  vi: {
    'notice.call.call.title': 'Mời cử cán bộ học lớp {{course}}',
    'notice.call.call.body':
      '{{title}} đang nhận danh sách cử đi học. Đề nghị {{unit}} gửi danh sách, hoặc báo không có người cử, trước hết ngày {{deadline}}.',
    'notice.call.before.title': 'Nhắc: lớp {{course}} nhận danh sách đến hết ngày {{deadline}}',
    'notice.call.before.body': '{{unit}} chưa trả lời lớp "{{title}}". Hạn nộp danh sách: hết ngày {{deadline}}.',
    'notice.call.due.title': 'Sắp hết hạn: lớp {{course}}',
    'notice.call.due.body': 'Hạn nộp danh sách lớp "{{title}}" là hết ngày {{deadline}}. {{unit}} chưa trả lời.',
    'notice.call.after.title': 'Đã quá hạn: lớp {{course}}',
    'notice.call.after.body':
      'Hạn nộp danh sách lớp "{{title}}" là ngày {{deadline}}. {{unit}} vẫn có thể gửi danh sách; danh sách được ghi là nộp muộn.',
    'notice.call.escalation.title': 'Đôn đốc: {{unit}} chưa trả lời lớp {{course}}',
    'notice.call.escalation.body':
      'Đã quá hạn {{deadline}} được {{days}} ngày làm việc mà {{unit}} chưa trả lời lớp "{{title}}".',
    'notice.call.own.title': 'Về việc cử cán bộ học lớp {{course}} (hạn {{deadline}})',
    'notice.call.own.body': '{{text}}',
    'notice.call.nudge.title': 'Đề nghị trả lời lớp {{course}} (hạn {{deadline}})',
    'notice.call.nudge.body':
      'Ban Tổ chức đề nghị {{unit}} gửi danh sách lớp "{{title}}", hoặc báo không có người cử. Hạn: hết ngày {{deadline}}.',
    'notice.call.noted.title': 'Đề nghị trả lời lớp {{course}} (hạn {{deadline}})',
    'notice.call.noted.body':
      'Ban Tổ chức đề nghị {{unit}} gửi danh sách lớp "{{title}}", hoặc báo không có người cử. Hạn: hết ngày {{deadline}}.\n{{note}}',
    'notice.call.digest.title': '{{count}} việc chờ trả lời về cử cán bộ đi học',
    'notice.call.digest.body': 'Các đơn vị sau chưa trả lời (lớp, đơn vị, hạn nộp):\n{{lines}}',
    'error.reminder-not-planned': 'Lần nhắc này đã gửi hoặc đã bỏ, không thay đổi được nữa.',
    'error.nobody-to-remind': 'Lớp không còn nhận danh sách nên không đôn đốc được.',
    'rule.closesAfterOpening': 'Giờ thôi gửi phải sau giờ bắt đầu gửi.',
    'rule.withinReminderHours': 'Giờ gửi phải nằm trong khung giờ được gửi.',
    'rule.stageOncePerDay': 'Đã có một lần nhắc vào ngày này.',
    'rule.unitIsAlwaysTold': 'Đơn vị được gọi luôn phải được nhắc.',
    'rule.escalationGoesUp': 'Lần nhắc sau không được báo cho ít cấp hơn lần trước.',
    'rule.inboxAlways': 'Hộp thư trong hệ thống luôn phải được chọn.',
    'rule.knownVariables': 'Chỉ dùng được các chỗ điền: {{names}}.',
    'rule.classOrProgram': 'Chỉ chọn một lớp hoặc một chương trình.',
    'rule.noPersonalData': 'Không ghi số định danh, số điện thoại vào thư nhắc.',
    'rule.fromTodayOn': 'Không được trước ngày hôm nay.',
    'rule.onAWorkingDay': 'Phải là ngày làm việc.',
    'notice.timeRefused.title': 'Không gia hạn cho lớp {{course}}',
    'notice.timeRefused.body':
      'Đề nghị thêm thời gian cho lớp "{{title}}" không được chấp nhận. Hạn nộp vẫn là hết ngày {{deadline}}. Mời xem lý do.',
    'notice.moreTime.title': '{{unit}} xin thêm thời gian cho lớp {{course}}',
    'notice.moreTime.body': '{{unit}} đề nghị được nộp danh sách lớp "{{title}}" đến hết ngày {{until}}.',
    'notice.nomination.approved.title': 'Đã duyệt một đề cử lớp {{course}}',
    'notice.nomination.approved.body': 'Một đề cử của đơn vị vào lớp "{{title}}" đã được duyệt.',
    'notice.nomination.returned.title': 'Trả lại một đề cử lớp {{course}}',
    'notice.nomination.returned.body':
      'Một đề cử của đơn vị vào lớp "{{title}}" được trả lại để bổ sung. Chỗ vẫn được giữ.',
    'notice.nomination.rejected.title': 'Một đề cử lớp {{course}} không được duyệt',
    'notice.nomination.rejected.body': 'Một đề cử của đơn vị vào lớp "{{title}}" không được duyệt. Mời xem lý do.',
    'notice.nomination.seatOffered.title': 'Mời nhận chỗ trong lớp {{course}}',
    'notice.nomination.seatOffered.body':
      'Lớp "{{title}}" có chỗ trống cho một người của đơn vị trong danh sách chờ. Hãy nhận hoặc từ chối trong thời hạn ghi ở trang lớp.',
    'notice.nomination.transferred.title': 'Chuyển một người của đơn vị sang lớp {{course}}',
    'notice.nomination.transferred.body':
      'Một người của đơn vị được chuyển từ lớp {{from}} sang lớp "{{title}}", chỗ ở lớp mới đã được duyệt.',
    'notice.nomination.decided.title': 'Có quyết định cử đi học lớp {{course}}',
    'notice.nomination.decided.body': 'Một người của đơn vị đã có quyết định cử đi học lớp "{{title}}".',
    'notice.nomination.replaced.title': 'Thay người học lớp {{course}}',
    'notice.nomination.replaced.body':
      'Một người của đơn vị trong lớp "{{title}}" đã được thay bằng người khác. Chỗ vẫn của đơn vị.',
    'notice.nomination.promoted.title': 'Có chỗ trong lớp {{course}}',
    'notice.nomination.promoted.body': 'Một người của đơn vị trong danh sách chờ lớp "{{title}}" đã được xếp chỗ.',
    'notice.course.cancelled.title': 'Lớp {{course}} bị hủy',
    'notice.course.cancelled.body': 'Lớp "{{title}}" không mở nữa. Chỉ tiêu đã dùng được trả lại.',
    'reminders.letter.file': 'Công văn đôn đốc lớp {{code}}',
    'reminders.letter.number': 'Số ……-CV/……',
    'reminders.letter.party': 'ĐẢNG CỘNG SẢN VIỆT NAM',
    'reminders.letter.day': '……, ngày …… tháng {{month}} năm {{year}}',
    'reminders.letter.title': 'CÔNG VĂN',
    'reminders.letter.about': 'về việc đôn đốc gửi danh sách cử cán bộ đi học lớp {{title}}',
    'reminders.letter.body':
      'Thực hiện văn bản số {{document}} về việc chiêu sinh lớp {{title}} (mã lớp {{code}}), đến nay còn {{units}} đơn vị chưa gửi danh sách cử cán bộ đi học (danh sách đơn vị kèm theo).',
    'reminders.letter.ask':
      'Đề nghị các đơn vị gửi danh sách trích ngang, hoặc báo bằng văn bản không có người cử kèm lý do, hoặc đề nghị thêm thời gian, trước hạn ghi ở danh sách kèm theo.',
    'reminders.letter.late':
      'Đơn vị đã quá hạn đề nghị trả lời ngay khi nhận được công văn này; danh sách gửi muộn vẫn được tiếp nhận và ghi là nộp muộn.',
    'reminders.letter.to': 'Nơi nhận:\n- Các đơn vị có tên trong danh sách,\n- Lưu.',
    'reminders.letter.sign': 'T/M BAN TỔ CHỨC',
    'reminders.letter.annex': 'DANH SÁCH ĐƠN VỊ CHƯA TRẢ LỜI LỚP {{code}}',
    'reminders.letter.line': 'TT',
    'reminders.letter.unit': 'Đơn vị',
    'reminders.letter.deadline': 'Hạn trả lời',
  },
  en: {
    'notice.call.call.title': 'Please nominate people for class {{course}}',
    'notice.call.call.body':
      '{{title}} takes nominations. {{unit}} is asked to send its list, or to say that there is no one, by the end of {{deadline}}.',
    'notice.call.before.title': 'Reminder: class {{course}} takes lists until {{deadline}}',
    'notice.call.before.body':
      '{{unit}} has not answered for class "{{title}}". Lists are due by the end of {{deadline}}.',
    'notice.call.due.title': 'Due today: class {{course}}',
    'notice.call.due.body':
      'Lists for class "{{title}}" are due by the end of {{deadline}}. {{unit}} has not answered.',
    'notice.call.after.title': 'Overdue: class {{course}}',
    'notice.call.after.body':
      'Lists for class "{{title}}" were due on {{deadline}}. {{unit}} can still send its list; it will be marked late.',
    'notice.call.escalation.title': '{{unit}} has not answered for class {{course}}',
    'notice.call.escalation.body':
      '{{unit}} has not answered for class "{{title}}". Working days since the deadline {{deadline}}: {{days}}.',
    'notice.call.own.title': 'About class {{course}} (due {{deadline}})',
    'notice.call.own.body': '{{text}}',
    'notice.call.nudge.title': 'Please answer for class {{course}} (due {{deadline}})',
    'notice.call.nudge.body':
      'The board asks {{unit}} to send its list for class "{{title}}", or to say that there is no one, by the end of {{deadline}}.',
    'notice.call.noted.title': 'Please answer for class {{course}} (due {{deadline}})',
    'notice.call.noted.body':
      'The board asks {{unit}} to send its list for class "{{title}}", or to say that there is no one, by the end of {{deadline}}.\n{{note}}',
    'notice.call.digest.title': 'Answers that are waited for: {{count}}',
    'notice.call.digest.body': 'These units have not answered (class, unit, deadline):\n{{lines}}',
    'error.reminder-not-planned': 'This reminder has gone or was dropped; it can no longer be changed.',
    'error.nobody-to-remind': 'The class no longer takes lists, so nobody can be reminded.',
    'rule.closesAfterOpening': 'The end of the hours must come after their beginning.',
    'rule.withinReminderHours': 'The time must lie within the hours in which messages may go.',
    'rule.stageOncePerDay': 'There is a reminder on this day already.',
    'rule.unitIsAlwaysTold': 'The called unit must always be told.',
    'rule.escalationGoesUp': 'A later reminder must not go to fewer levels than an earlier one.',
    'rule.inboxAlways': 'The inbox must always be among them.',
    'rule.knownVariables': 'Only these can be filled in: {{names}}.',
    'rule.classOrProgram': 'Choose either a class or a program.',
    'rule.noPersonalData': 'Leave identity and phone numbers out of messages.',
    'rule.fromTodayOn': 'Must not be before today.',
    'rule.onAWorkingDay': 'Must be a working day.',
    'notice.timeRefused.title': 'No more time for class {{course}}',
    'notice.timeRefused.body':
      'The request for more time for class "{{title}}" was refused. The list is still due by the end of {{deadline}}. See the reason.',
    'notice.moreTime.title': '{{unit}} asks for more time for class {{course}}',
    'notice.moreTime.body': '{{unit}} asks to send its list for class "{{title}}" by the end of {{until}}.',
    'notice.nomination.approved.title': 'A nomination for class {{course}} was approved',
    'notice.nomination.approved.body': 'A nomination of your unit for class "{{title}}" was approved.',
    'notice.nomination.returned.title': 'A nomination for class {{course}} was returned',
    'notice.nomination.returned.body':
      'A nomination of your unit for class "{{title}}" was returned to be completed. Its place is kept.',
    'notice.nomination.rejected.title': 'A nomination for class {{course}} was rejected',
    'notice.nomination.rejected.body':
      'A nomination of your unit for class "{{title}}" was rejected. Please see the reason.',
    'notice.nomination.seatOffered.title': 'A seat offered in class {{course}}',
    'notice.nomination.seatOffered.body':
      'Class "{{title}}" has a free seat for somebody of your unit on its waitlist. Accept or decline it in the time given on the page of the class.',
    'notice.nomination.transferred.title': 'One of your people moves to class {{course}}',
    'notice.nomination.transferred.body':
      'One of your people moves from class {{from}} to class "{{title}}"; the seat there is approved.',
    'notice.nomination.decided.title': 'A decision sends somebody to class {{course}}',
    'notice.nomination.decided.body': 'A decision sends one of your people to class "{{title}}".',
    'notice.nomination.replaced.title': 'Somebody was replaced in class {{course}}',
    'notice.nomination.replaced.body':
      'One of your people in class "{{title}}" was replaced. The place is still yours.',
    'notice.nomination.promoted.title': 'A seat in class {{course}}',
    'notice.nomination.promoted.body': 'Somebody of your unit on the waitlist of class "{{title}}" now has a seat.',
    'notice.course.cancelled.title': 'Class {{course}} was cancelled',
    'notice.course.cancelled.body': 'Class "{{title}}" will not be held. Quota places it used were given back.',
    // The letter is a Vietnamese paper, whoever asks for it.
    'reminders.letter.file': 'Công văn đôn đốc lớp {{code}}',
    'reminders.letter.number': 'Số ……-CV/……',
    'reminders.letter.party': 'ĐẢNG CỘNG SẢN VIỆT NAM',
    'reminders.letter.day': '……, ngày …… tháng {{month}} năm {{year}}',
    'reminders.letter.title': 'CÔNG VĂN',
    'reminders.letter.about': 'về việc đôn đốc gửi danh sách cử cán bộ đi học lớp {{title}}',
    'reminders.letter.body':
      'Thực hiện văn bản số {{document}} về việc chiêu sinh lớp {{title}} (mã lớp {{code}}), đến nay còn {{units}} đơn vị chưa gửi danh sách cử cán bộ đi học (danh sách đơn vị kèm theo).',
    'reminders.letter.ask':
      'Đề nghị các đơn vị gửi danh sách trích ngang, hoặc báo bằng văn bản không có người cử kèm lý do, hoặc đề nghị thêm thời gian, trước hạn ghi ở danh sách kèm theo.',
    'reminders.letter.late':
      'Đơn vị đã quá hạn đề nghị trả lời ngay khi nhận được công văn này; danh sách gửi muộn vẫn được tiếp nhận và ghi là nộp muộn.',
    'reminders.letter.to': 'Nơi nhận:\n- Các đơn vị có tên trong danh sách,\n- Lưu.',
    'reminders.letter.sign': 'T/M BAN TỔ CHỨC',
    'reminders.letter.annex': 'DANH SÁCH ĐƠN VỊ CHƯA TRẢ LỜI LỚP {{code}}',
    'reminders.letter.line': 'TT',
    'reminders.letter.unit': 'Đơn vị',
    'reminders.letter.deadline': 'Hạn trả lời',
  },
});
