import { defineMessages } from '../../platform/messages/messages.js';

export const duplicatesMessages = defineMessages({
  vi: {
    'error.nominations-clash':
      'Hai hồ sơ cùng được cử vào một lớp hoặc hai lớp trùng thời gian. Mời rút tên một lần cử trước.',
    'error.merge-undone': 'Lần gộp này đã được hoàn tác rồi.',
    'rule.isMergeChoices': 'Mỗi mục chỉ chọn “keep” hoặc “merge”.',
    'rule.anotherOfficial': 'Phải là hai hồ sơ khác nhau.',
    'clash.mainPost': 'Cùng giữ hai chức vụ chính: “{{keep}}” và “{{merge}}”. Một chức vụ sẽ thành chức vụ kiêm nhiệm.',
    'clash.samePost': 'Cùng ghi một chức vụ “{{keep}}”: chỉ giữ một.',
    'clash.nomination': 'Cùng được cử: “{{keep}}” và “{{merge}}”. Phải rút tên một lần cử trước khi gộp.',
  },
  en: {
    'error.nominations-clash':
      'Both records are nominated to one class, or to two at the same time. Withdraw one nomination first.',
    'error.merge-undone': 'This merger was undone already.',
    'rule.isMergeChoices': 'Each field takes “keep” or “merge”.',
    'rule.anotherOfficial': 'Must be two different records.',
    'clash.mainPost': 'Two main posts at once: “{{keep}}” and “{{merge}}”. One becomes a second post.',
    'clash.samePost': 'The same post twice: “{{keep}}”. One of them is kept.',
    'clash.nomination': 'Both are nominated: “{{keep}}” and “{{merge}}”. Withdraw one before the merger.',
  },
});
