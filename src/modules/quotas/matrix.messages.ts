import { defineMessages } from '../../platform/messages/messages.js';

export const matrixMessages = defineMessages({
  vi: {
    'error.cells-changed': 'Có ô vừa được người khác sửa. Chưa ô nào được lưu; mời xem lại các ô được nêu.',
    'rule.changedMeanwhile': 'Người khác vừa sửa ô này thành {{now}}.',
  },
  en: {
    'error.cells-changed': 'Somebody has just changed some cells. Nothing was saved; look at the cells named.',
    'rule.changedMeanwhile': 'Somebody has just changed this cell to {{now}}.',
  },
});
