import { defineMessages } from '../../platform/messages/messages.js';

/** A letter to one unit: a Vietnamese paper, whoever asks for it. */
const LETTER_TO_ONE = {
  'reminders.letter.oneBody':
    'Thực hiện văn bản số {{document}} về việc chiêu sinh lớp {{title}} (mã lớp {{code}}), đến nay {{unit}} chưa gửi danh sách cử cán bộ đi học. Hạn trả lời: hết ngày {{deadline}}.',
  'reminders.letter.oneAsk':
    'Đề nghị {{unit}} gửi danh sách trích ngang, hoặc báo bằng văn bản không có người cử kèm lý do, hoặc đề nghị thêm thời gian. Nếu đã quá hạn, đề nghị trả lời ngay khi nhận được công văn này; danh sách gửi muộn vẫn được tiếp nhận và ghi là nộp muộn.',
  'reminders.letter.oneTo': 'Nơi nhận:\n- {{unit}},\n- Lưu.',
};

export const letterMessages = defineMessages({ vi: LETTER_TO_ONE, en: LETTER_TO_ONE });
