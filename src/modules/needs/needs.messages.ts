import { defineMessages } from '../../platform/messages/messages.js';

export const needsMessages = defineMessages({
  vi: {
    'rule.notBeforeAsOf': 'Không được trước ngày tính nhu cầu.',
    'need.post-now': 'Chức vụ {{post}} yêu cầu {{wanted}}; hiện có: {{present}}.',
    'need.standard-coming': 'Từ {{by}}, chức vụ {{post}} yêu cầu {{wanted}}; hiện có: {{present}}.',
    'need.planned-post': 'Được quy hoạch {{post}}: phải có {{wanted}} trước hết ngày {{by}}; hiện có: {{present}}.',
    'need.nothing-recorded': 'chưa có dữ liệu',
    'need.noProgram.professional': 'Chuyên môn (không có lớp của ta; cử đi học ở trường)',
    'need.noProgram.llct': 'Lý luận chính trị (không có lớp của ta)',
    'need.noProgram.management': 'Quản lý nhà nước (không có lớp của ta)',
  },
  en: {
    'rule.notBeforeAsOf': 'Not before the day that the needs are of.',
    'need.post-now': 'The post {{post}} asks for {{wanted}}; held: {{present}}.',
    'need.standard-coming': 'From {{by}} the post {{post}} asks for {{wanted}}; held: {{present}}.',
    'need.planned-post': 'Planned for {{post}}: {{wanted}} is needed by the end of {{by}}; held: {{present}}.',
    'need.nothing-recorded': 'nothing recorded',
    'need.noProgram.professional': 'Professional degree (no class of ours; sent to a school)',
    'need.noProgram.llct': 'Political theory (no class of ours)',
    'need.noProgram.management': 'State management (no class of ours)',
  },
});
