import { defineMessages } from '../../platform/messages/messages.js';

export const quotasMessages = defineMessages({
  vi: {
    'error.places-below-taken': 'Chỉ tiêu không được nhỏ hơn số người đã được cử.',
    'error.quota-exhausted': 'Chỉ tiêu vừa hết.',
    'error.program-without-quota': 'Chương trình này không chia chỉ tiêu.',
    'rule.notBelowTaken': 'Đã cử {{taken}} đồng chí, không thể ít hơn.',
    'rule.needsQuota': 'Chương trình này không chia chỉ tiêu.',
    'rule.onceInList': 'Đơn vị này có hai dòng.',
  },
  en: {
    'error.places-below-taken': 'There cannot be fewer places than people already nominated.',
    'error.quota-exhausted': 'The quota has just run out.',
    'error.program-without-quota': 'The places of this program are not rationed.',
    'rule.notBelowTaken': '{{taken}} are already nominated; it cannot be less.',
    'rule.needsQuota': 'The places of this program are not rationed.',
    'rule.onceInList': 'This unit has two lines.',
  },
});
