import { defineMessages } from '../messages/messages.js';

/** What can no longer be undone, in the words of the work and not of the database. */
export const journalMessages = defineMessages({
  vi: {
    'error.changed-since': 'Không hoàn tác được: sau đó đã có thay đổi ở {{table}}.',
    'error.depended-on': 'Không hoàn tác được: đã có {{table}} dựa vào những gì thao tác này tạo ra.',
    'value.table.units': 'đơn vị',
    'value.table.unit_spells': 'lịch sử đơn vị',
    'value.table.unit_successions': 'quan hệ đơn vị kế thừa',
    'value.table.accounts': 'tài khoản',
    'value.table.officials': 'hồ sơ cán bộ',
    'value.table.official_posts': 'chức vụ của cán bộ',
    'value.table.qualifications': 'trình độ của cán bộ',
    'value.table.past_sendings': 'lần cử đi học trước đây',
    'value.table.courses': 'lớp',
    'value.table.unit_calls': 'lần gọi đơn vị cử người',
    'value.table.quotas': 'chỉ tiêu',
    'value.table.nominations': 'đề cử',
    'value.table.reminders': 'lần đôn đốc',
  },
  en: {
    'error.changed-since': 'This can no longer be undone: there have been changes to {{table}} since.',
    'error.depended-on': 'This can no longer be undone: there are {{table}} that rest on what it made.',
    'value.table.units': 'units',
    'value.table.unit_spells': 'unit history',
    'value.table.unit_successions': 'successions of units',
    'value.table.accounts': 'accounts',
    'value.table.officials': 'records of officials',
    'value.table.official_posts': 'posts of officials',
    'value.table.qualifications': 'qualifications of officials',
    'value.table.past_sendings': 'earlier sendings',
    'value.table.courses': 'classes',
    'value.table.unit_calls': 'calls to units',
    'value.table.quotas': 'quotas',
    'value.table.nominations': 'nominations',
    'value.table.reminders': 'reminders',
  },
});
