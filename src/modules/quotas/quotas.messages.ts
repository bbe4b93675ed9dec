import { defineMessages } from '../../platform/messages/messages.js';

export const quotasMessages = defineMessages({
  vi: {
    'error.places-below-taken': 'Chỉ tiêu không được nhỏ hơn số đã giao xuống, giữ chỗ và đã cử.',
    'error.quota-exhausted': 'Chỉ tiêu vừa hết.',
    'error.program-without-quota': 'Chương trình này không chia chỉ tiêu.',
    'error.grant-exceeded':
      'Vượt số chỉ tiêu được giao: {{unit}} được giao {{granted}}, còn chia được {{left}}, cần {{asked}} (thiếu {{missing}}).',
    'error.places-by-grant': 'Số này tăng giảm theo văn bản giao chỉ tiêu, không sửa trực tiếp.',
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
    'rule.notBelowTaken': '{{taken}} are already passed on, held or nominated for; it cannot be less.',
    'rule.withinGrant':
      '{{unit}} was granted {{granted}} places, has {{left}} left to share out, and {{asked}} are asked for.',
    'rule.byGrant': 'The places of this unit follow the grants.',
    'rule.needsQuota': 'The places of this program are not rationed.',
    'rule.onceInList': 'This unit has two lines.',
  },
});
