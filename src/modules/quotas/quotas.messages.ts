import { defineMessages } from '../../platform/messages/messages.js';

export const quotasMessages = defineMessages({
  vi: {
    'error.places-below-taken': 'Chỉ tiêu không được nhỏ hơn số đã giao xuống, giữ chỗ và đã cử.',
    'error.quota-exhausted': 'Chỉ tiêu vừa hết.',
    'error.program-without-quota': 'Chương trình này không chia chỉ tiêu.',
    'error.grant-exceeded':
      'Vượt số chỉ tiêu được giao: {{unit}} được giao {{granted}}, còn chia được {{left}}, cần {{asked}} (thiếu {{missing}}).',
    'error.places-by-grant': 'Số này tăng giảm theo văn bản giao chỉ tiêu, không sửa trực tiếp.',
    'error.minimums-not-kept': 'Số chỗ còn lại phải dành cho nữ, dân tộc thiểu số hoặc cán bộ trẻ theo mức tối thiểu.',
    'rule.keepsMinimums': 'Phải dành {{owed}} chỗ cho {{category}} mà chỉ còn {{left}} chỗ.',
    'rule.minimumWithinPlaces': 'Các đơn vị chỉ có {{most}} chỗ, không đủ cho mức tối thiểu này.',
    'quotas.minimum.atLeast': 'Trong đó ít nhất {{each}}.',
    'quotas.minimum.under': '(dưới {{age}} tuổi)',
    'value.quotaCategory.women': 'nữ',
    'value.quotaCategory.ethnic': 'người dân tộc thiểu số',
    'value.quotaCategory.young': 'cán bộ trẻ',
    'rule.notBelowTaken': 'Đã giao xuống, giữ chỗ hoặc cử {{taken}} chỉ tiêu, không thể ít hơn.',
    'rule.withinGrant': '{{unit}} được giao {{granted}} chỉ tiêu, còn chia được {{left}}, cần {{asked}}.',
    'rule.byGrant': 'Chỉ tiêu của đơn vị này do văn bản giao chỉ tiêu quyết định.',
    'rule.needsQuota': 'Chương trình này không chia chỉ tiêu.',
    'rule.onceInList': 'Đơn vị này có hai dòng.',
  },
  en: {
    'error.places-below-taken': 'There cannot be fewer places than are already passed on, held and nominated for.',
    'error.quota-exhausted': 'The quota has just run out.',
    'error.program-without-quota': 'The places of this program are not rationed.',
    'error.grant-exceeded':
      'More than was granted: {{unit}} was granted {{granted}}, has {{left}} left to share out, and {{asked}} are asked for ({{missing}} too many).',
    'error.places-by-grant': 'This number follows the grants; it is not typed.',
    'error.minimums-not-kept': 'The places left are kept for women, ethnic minorities or the young.',
    'rule.keepsMinimums': '{{owed}} places have to be kept for {{category}}, and only {{left}} are left.',
    'rule.minimumWithinPlaces': 'The units have only {{most}} places; this minimum does not fit.',
    'quotas.minimum.atLeast': 'Of them at least {{each}}.',
    'quotas.minimum.under': '(younger than {{age}})',
    'value.quotaCategory.women': 'women',
    'value.quotaCategory.ethnic': 'ethnic minorities',
    'value.quotaCategory.young': 'young officials',
    'rule.notBelowTaken': '{{taken}} are already passed on, held or nominated for; it cannot be less.',
    'rule.withinGrant':
      '{{unit}} was granted {{granted}} places, has {{left}} left to share out, and {{asked}} are asked for.',
    'rule.byGrant': 'The places of this unit follow the grants.',
    'rule.needsQuota': 'The places of this program are not rationed.',
    'rule.onceInList': 'This unit has two lines.',
  },
});
