import { defineMessages } from '../../platform/messages/messages.js';

export const reportsMessages = defineMessages({
  vi: {
    'rule.yearsInOrder': 'Năm cuối không được trước năm đầu.',
    'list.placesHistory': 'Cử đi học các chương trình chia chỉ tiêu, {{from}}–{{to}}',
    'list.placesByYear': 'Chỉ tiêu và số đã cử theo năm, {{from}}–{{to}}',
    'column.year': 'Năm',
    'column.sentIn': 'Đã cử trong năm',
    'column.sent': 'Đã cử',
    'column.perHundred': 'Trên 100 cán bộ',
    'column.inNeed': 'Cần học',
    'column.yearsWithout': 'Số năm chưa cử ai',
  },
  en: {
    'rule.yearsInOrder': 'The last year cannot come before the first.',
    'list.placesHistory': 'People sent to rationed programs, {{from}}–{{to}}',
    'list.placesByYear': 'Places and people sent by year, {{from}}–{{to}}',
    'column.year': 'Year',
    'column.sentIn': 'Sent in the year',
    'column.sent': 'Sent',
    'column.perHundred': 'Per 100 officials',
    'column.inNeed': 'In need',
    'column.yearsWithout': 'Years without anybody',
  },
});
