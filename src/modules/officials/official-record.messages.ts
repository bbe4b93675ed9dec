import { defineMessages } from '../../platform/messages/messages.js';

export const officialRecordMessages = defineMessages({
  vi: {
    'error.account-of-another': 'Tài khoản này đang gắn với hồ sơ của người khác.',
    'rule.accountOfNobody': 'Hãy gỡ khỏi hồ sơ kia trước.',
    'error.own-account-stays': 'Không ai tự gỡ tài khoản mình đang dùng. Mời người khác của Ban làm việc này.',
    'error.main-posts-overlap':
      'Khoảng thời gian này đã có một chức vụ chính khác. Hãy sửa thời gian của chức vụ kia trước.',
    'error.status-begins-that-day': 'Đã có tình trạng khác bắt đầu từ ngày này. Hãy sửa tình trạng đó.',
    'error.only-status': 'Mỗi đồng chí luôn có một tình trạng công tác: có thể sửa, không xóa được.',
    'error.number-taken': 'Số này đã có ở hồ sơ của một người khác.',
    'error.no-number': 'Hồ sơ chưa ghi số này.',
    'error.number-unreadable': 'Không đọc được số này: khóa dữ liệu đã đổi. Đề nghị báo người quản trị kỹ thuật.',
    'rule.ofOnePerson': 'Số này đã có ở hồ sơ của một người khác.',
    'rule.citizenIdDigits': 'Số căn cước có 12 chữ số (CMND cũ có 9 chữ số).',
    'rule.partyCardDigits': 'Số thẻ đảng viên chỉ gồm chữ số, từ 6 đến 12 chữ số.',
    'rule.notBeforeFrom': 'Không được trước ngày bắt đầu.',
    'rule.levelOfKind': 'Không phải là bậc của loại trình độ này.',
    'rule.pdfOrPicture': 'Chỉ nhận tệp PDF hoặc ảnh PNG, JPG.',
    'rule.nameOfItsContent':
      'Tên tệp không đúng với nội dung: phần đuôi phải là .pdf, .png hoặc .jpg, đúng loại của tệp.',
    'rule.atMostTenMegabytes': 'Tệp không được lớn hơn 10 MB.',
  },
  en: {
    'error.account-of-another': 'This account is linked with the record of somebody else.',
    'rule.accountOfNobody': 'Unlink it there first.',
    'error.own-account-stays': 'Nobody unlinks the account they act by. Ask somebody else of the board.',
    'error.main-posts-overlap': 'Another main post is held in this time. Correct the time of that post first.',
    'error.status-begins-that-day': 'Another status begins on this day. Please change that one.',
    'error.only-status': 'A person always has a status: it can be changed, not removed.',
    'error.number-taken': 'This number stands in the record of another person.',
    'error.no-number': 'The record does not have this number.',
    'error.number-unreadable': 'The number cannot be read: the data key has changed. Please tell your technician.',
    'rule.ofOnePerson': 'This number stands in the record of another person.',
    'rule.citizenIdDigits': 'An identity number has 12 digits (an old card 9).',
    'rule.partyCardDigits': 'A Party card number is digits only, 6 to 12 of them.',
    'rule.notBeforeFrom': 'Must not come before the first day.',
    'rule.levelOfKind': 'Is not a level of this kind of qualification.',
    'rule.pdfOrPicture': 'Only PDF files and PNG or JPG pictures are taken.',
    'rule.nameOfItsContent': 'The name does not fit the content: it must end in .pdf, .png or .jpg as the file is.',
    'rule.atMostTenMegabytes': 'The file must not be larger than 10 MB.',
  },
});
