import { defineMessages } from '../../platform/messages/messages.js';

/** Texts of what is refused of papers. */
export const papersMessages = defineMessages({
  vi: {
    'error.papers-are-fixed': 'Hồ sơ không thay đổi được nữa vì lớp đã khai giảng hoặc đề cử đã kết thúc.',
    'error.too-many-papers': 'Mỗi người chỉ kèm được {{most}} tệp. Mời bỏ bớt tệp không cần.',
    'error.paper-attached-twice': 'Tệp này đã có trong hồ sơ.',
    'rule.uploadFinished': 'Tệp chưa tải lên xong, hoặc đã quá lâu. Mời chọn lại tệp.',
    'rule.uploadOrPaper': 'Chọn một tệp mới, hoặc một tệp đã có.',
    'rule.documentOrPicture': 'Chỉ nhận tệp PDF, Word (.docx) hoặc ảnh PNG, JPG.',
    'rule.notClassified': 'Không đưa tài liệu có dấu mật vào hệ thống này.',
    'rule.nameOfItsType': 'Đuôi tên tệp không đúng với nội dung tệp.',
  },
  en: {
    'error.papers-are-fixed': 'The papers cannot be changed any more: the class has begun or the nomination has ended.',
    'error.too-many-papers': 'One person may carry {{most}} files. Take out what is not needed.',
    'error.paper-attached-twice': 'This file is among the papers already.',
    'rule.uploadFinished': 'The file has not arrived whole, or lay too long. Choose it again.',
    'rule.uploadOrPaper': 'Choose a new file, or one that is there.',
    'rule.documentOrPicture': 'Only PDF, Word (.docx), PNG and JPG files are taken.',
    'rule.notClassified': 'Classified documents do not belong into this system.',
    'rule.nameOfItsType': 'The ending of the name does not fit the content.',
  },
});
