import { defineMessages } from '../../platform/messages/messages.js';

export const identityMessages = defineMessages({
  vi: {
    'error.has-an-account': 'Người này đã có tài khoản riêng.',
    'error.wrong-credentials': 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
    'error.too-many-attempts': 'Nhập sai quá nhiều lần. Mời thử lại sau {{minutes}} phút.',
    'error.wrong-current-password': 'Mật khẩu hiện tại chưa đúng.',
    'error.username-taken': 'Tên đăng nhập này đã có người dùng.',
    'rule.currentPassword': 'Chưa đúng.',
    'rule.usernameOnce': 'Đã có người dùng.',
  },
  en: {
    'error.has-an-account': 'This person has an account of their own already.',
    'error.wrong-credentials': 'The user name or the password is wrong.',
    'error.too-many-attempts': 'Too many wrong attempts. Please try again in {{minutes}} minutes.',
    'error.wrong-current-password': 'The current password is wrong.',
    'error.username-taken': 'This user name is taken.',
    'rule.currentPassword': 'Wrong.',
    'rule.usernameOnce': 'Taken.',
  },
});
