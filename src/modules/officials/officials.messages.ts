import { defineMessages } from '../../platform/messages/messages.js';

export const officialsMessages = defineMessages({
  vi: {
    'rule.notInTheFuture': 'Không được là ngày trong tương lai.',
    'rule.yearOfBirthDate': 'Phải là năm của ngày sinh.',
    'rule.afterBirth': 'Phải sau ngày sinh.',
    'rule.afterProbation': 'Phải sau ngày vào Đảng (dự bị).',
    'value.level.none': 'chưa qua đào tạo',
    'value.level.elementary': 'sơ cấp',
    'value.level.intermediate': 'trung cấp',
    'value.level.advanced': 'cao cấp',
    'value.level.bachelor': 'cử nhân',
  },
  en: {
    'rule.notInTheFuture': 'Must not lie in the future.',
    'rule.yearOfBirthDate': 'Must be the year of the date of birth.',
    'rule.afterBirth': 'Must come after the date of birth.',
    'rule.afterProbation': 'Must come after the date of joining on probation.',
    'value.level.none': 'none',
    'value.level.elementary': 'elementary',
    'value.level.intermediate': 'intermediate',
    'value.level.advanced': 'advanced',
    'value.level.bachelor': 'bachelor',
  },
});
