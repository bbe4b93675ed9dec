import { defineMessages } from '../../platform/messages/messages.js';

export const officialsListMessages = defineMessages({
  vi: {
    'error.sensitive-filter': 'Tài khoản này không được lọc theo thông tin nhạy cảm của cán bộ.',
    'rule.maySeeSensitive': 'Chỉ người được xem thông tin này mới lọc theo được.',
    'rule.idsOrFilter': 'Phải chọn từng người, hoặc chọn theo điều kiện lọc; không cả hai.',
    'error.already-undone': 'Việc này đã được hoàn tác rồi.',
    'bulk.postBeginsLater': 'Có chức vụ chính bắt đầu từ ngày chuyển trở đi; mời xem hồ sơ.',
  },
  en: {
    'error.sensitive-filter': 'This account may not filter by sensitive data of officials.',
    'rule.maySeeSensitive': 'Only those who may see this can filter by it.',
    'rule.idsOrFilter': 'Name the officials, or give a filter; not both.',
    'error.already-undone': 'This was undone already.',
    'bulk.postBeginsLater': 'A main post begins on the day of the move or later; see the record.',
  },
});
