import { defineMessages } from '../../platform/messages/messages.js';

export const proposalsMessages = defineMessages({
  vi: {
    'error.places-changed': 'Chỉ tiêu của các đơn vị vừa được thay đổi. Mời lập lại phương án rồi áp dụng.',
    'rule.isWeightsByUnit': 'Hệ số của từng đơn vị phải là số từ 0 đến 100.000, tối đa ba chữ số lẻ.',
    'rule.isPlacesByUnit': 'Số chỗ của từng đơn vị phải là số nguyên từ 0 đến 10.000.',
    'rule.floorsWithinPlaces': 'Các đơn vị phải có ít nhất {{least}} chỗ, nhiều hơn số chỗ đem chia.',
    'rule.floorBelowCeiling': 'Mức tối thiểu ({{least}} chỗ, kể cả số đã cử) cao hơn mức tối đa.',
    'quotas.reason.need': 'Có {{need}} đồng chí cần học trong tổng số {{all}}.',
    'quotas.reason.noNeed': 'Không có đồng chí nào cần học.',
    'quotas.reason.weight': 'Hệ số {{weight}} trong tổng số {{all}}; có {{need}} đồng chí cần học.',
    'quotas.reason.exact': 'Chia {{of}} chỗ theo tỷ lệ thì được {{exact}}.',
    'quotas.reason.committed': 'Giữ {{floor}} chỗ vì đã cử chừng ấy đồng chí.',
    'quotas.reason.floor': 'Được mức tối thiểu là {{floor}} chỗ.',
    'quotas.reason.atNeed': 'Được {{ceiling}} chỗ, đủ cho mọi đồng chí cần học.',
    'quotas.reason.ceiling': 'Được mức tối đa là {{ceiling}} chỗ.',
    'quotas.reason.roundedUp':
      'Được {{places}} chỗ: lấy phần nguyên {{whole}} và thêm 1 vì phần lẻ thuộc nhóm lớn nhất.',
    'quotas.reason.roundedDown':
      'Được {{places}} chỗ: lấy phần nguyên {{whole}}; phần lẻ nhỏ hơn của các đơn vị được thêm.',
    'quotas.reason.whole': 'Được đúng {{places}} chỗ.',
    'quotas.reason.turn':
      'Mỗi chỗ lần lượt giao cho đơn vị có thương số lớn nhất; chỗ thứ {{places}} của đơn vị ứng với thương số {{weight}} : {{divisor}} = {{quotient}}. Được {{places}} chỗ.',
    'quotas.reason.notYet':
      'Mỗi chỗ lần lượt giao cho đơn vị có thương số lớn nhất; thương số {{weight}} : {{divisor}} = {{quotient}} của đơn vị chưa đến lượt.',
    'quotas.reason.needMet':
      'Mỗi chỗ lần lượt giao cho đơn vị đang được đáp ứng ít nhất so với nhu cầu. Được {{places}} chỗ, đáp ứng {{percent}}%.',
    'quotas.reason.needNotYet':
      'Mỗi chỗ lần lượt giao cho đơn vị đang được đáp ứng ít nhất so với nhu cầu; số chỗ chưa đủ để đến lượt đơn vị.',
  },
  en: {
    'error.places-changed': 'The places of these units have just changed. Ask for the proposal again, then apply it.',
    'rule.isWeightsByUnit': 'A weight of each unit from 0 to 100,000, with three decimals at most.',
    'rule.isPlacesByUnit': 'Whole places of each unit from 0 to 10,000.',
    'rule.floorsWithinPlaces': 'The units must have at least {{least}} places, more than there are to share.',
    'rule.floorBelowCeiling': 'The least ({{least}} places, with those already held) lies above the most.',
    'quotas.reason.need': '{{need}} of {{all}} people in need are here.',
    'quotas.reason.noNeed': 'Nobody here is in need.',
    'quotas.reason.weight': 'Weight {{weight}} of {{all}}; {{need}} people are in need.',
    'quotas.reason.exact': 'Of {{of}} places, {{exact}} are its share in proportion.',
    'quotas.reason.committed': 'Keeps {{floor}} places, because so many people hold them.',
    'quotas.reason.floor': 'Gets the least, {{floor}} places.',
    'quotas.reason.atNeed': 'Gets {{ceiling}} places, enough for everyone in need.',
    'quotas.reason.ceiling': 'Gets the most, {{ceiling}} places.',
    'quotas.reason.roundedUp': 'Gets {{places}}: {{whole}} whole ones, and one more for one of the largest remainders.',
    'quotas.reason.roundedDown':
      'Gets {{places}}: {{whole}} whole ones; its remainder is smaller than those that got one more.',
    'quotas.reason.whole': 'Gets exactly {{places}}.',
    'quotas.reason.turn':
      'Each place goes to the largest quotient in turn; its place number {{places}} came at {{weight}} ÷ {{divisor}} = {{quotient}}. Gets {{places}}.',
    'quotas.reason.notYet':
      'Each place goes to the largest quotient in turn; its {{weight}} ÷ {{divisor}} = {{quotient}} did not come to its turn.',
    'quotas.reason.needMet':
      'Each place goes where the smallest share of the need is met. Gets {{places}}, which meets {{percent}}%.',
    'quotas.reason.needNotYet':
      'Each place goes where the smallest share of the need is met; there were too few for its turn to come.',
  },
});
