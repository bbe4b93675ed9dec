import { defineMessages } from '../../../platform/messages/messages.js';

/** Why a file is not read, and what is wrong with a cell. `{{cell}}`, `{{heading}}`, `{{value}}` are those of the problem. */
export const workbooksMessages = defineMessages({
  vi: {
    'error.file-too-large': 'Tệp lớn quá {{megabytes}} MB. Đề nghị đồng chí chia thành nhiều tệp.',
    'error.file-not-a-workbook': 'Tệp này không phải bảng tính. Đề nghị gửi tệp .xlsx, .xlsb, .xls, .ods hoặc .csv.',
    'error.file-not-what-it-says':
      'Đuôi tệp là .{{says}} nhưng nội dung không phải như vậy. Đề nghị mở bằng Excel, chọn "Lưu thành" .xlsx rồi gửi lại.',
    'error.file-encrypted': 'Tệp có mật khẩu. Đề nghị bỏ mật khẩu mở tệp rồi gửi lại.',
    'error.file-macros': 'Tệp có chứa macro nên không được nhận. Đề nghị lưu thành .xlsx không có macro rồi gửi lại.',
    'error.file-external-links':
      'Tệp có công thức hoặc liên kết lấy dữ liệu từ nơi khác. Đề nghị dán lại thành giá trị rồi gửi lại.',
    'error.file-entities': 'Cấu trúc tệp không bình thường, có thể không an toàn nên không được nhận.',
    'error.file-zip-bomb': 'Tệp nén chứa quá nhiều dữ liệu so với dung lượng của nó nên không được nhận.',
    'error.file-damaged': 'Tệp bị hỏng, không đọc được. Đề nghị mở bằng Excel, lưu lại rồi gửi lại.',
    'error.file-too-many-rows': 'Một trang tính có hơn {{rows}} dòng. Đề nghị đồng chí chia thành nhiều tệp.',
    'error.file-too-complex': 'Tệp quá phức tạp, đọc vượt mức bộ nhớ cho phép. Đề nghị đồng chí chia thành nhiều tệp.',
    'error.file-legacy-encoding':
      'Chữ trong trang "{{sheet}}" thuộc bảng mã cũ không nhận ra (không phải Unicode, TCVN3, VNI); phông trong tệp: {{fonts}}. Đề nghị chuyển sang Unicode rồi gửi lại.',
    'error.file-timeout': 'Đọc tệp mất quá nhiều thời gian nên đã dừng. Đề nghị đồng chí chia thành nhiều tệp.',
    'rule.workbook': 'Không nhận được tệp này.',
    'rule.cell.column-missing': 'Bảng không có cột "{{heading}}".',
    'rule.cell.empty': 'Ô {{cell}} ({{heading}}) còn trống.',
    'rule.cell.date': 'Ô {{cell}} ({{heading}}): "{{value}}" không phải là ngày. Viết ngày/tháng/năm.',
    'rule.cell.date-incomplete': 'Ô {{cell}} ({{heading}}): "{{value}}" chưa đủ ngày, tháng, năm.',
    'rule.cell.gender': 'Ô {{cell}} ({{heading}}): không rõ nam hay nữ (ghi cả hai cột, hoặc ghi khác "Nam", "Nữ").',
    'rule.cell.level': 'Ô {{cell}} ({{heading}}): không hiểu trình độ "{{value}}".',
    'rule.cell.category': 'Ô {{cell}} ({{heading}}): không hiểu đối tượng "{{value}}".',
    'rule.cell.mode':
      'Ô {{cell}} ({{heading}}): không hiểu hệ đào tạo "{{value}}". Viết "Tập trung" hoặc "Không tập trung".',
    'rule.cell.result': 'Ô {{cell}} ({{heading}}): không hiểu kết quả "{{value}}".',
    'rule.cell.program':
      'Không rõ chương trình: tên trang, tiêu đề hoặc ô {{cell}} phải ghi "Cao cấp" hoặc "Trung cấp".',
    'rule.cell.number': 'Ô {{cell}} ({{heading}}): "{{value}}" không phải là số phù hợp.',
    'rule.cell.citizen-id':
      'Ô {{cell}} ({{heading}}): số căn cước phải đủ 12 chữ số (chứng minh nhân dân cũ: 9 chữ số), kể cả số 0 ở đầu.',
    'rule.cell.party-card':
      'Ô {{cell}} ({{heading}}): số thẻ Đảng phải có từ 6 đến 12 chữ số. Nên định dạng ô là văn bản.',
    'rule.cell.order': 'Ô {{cell}} ({{heading}}): ngày {{value}} trước ngày bắt đầu.',
    'rule.cell.formula-error': 'Ô {{cell}} ({{heading}}): công thức bị lỗi {{value}}.',
    'rule.cell.unreckoned': 'Ô {{cell}} ({{heading}}): công thức chưa có kết quả. Mở bằng Excel, lưu lại rồi gửi lại.',
    'rule.cell.ditto-own': 'Ô {{cell}} ({{heading}}): cột này mỗi người một khác, không ghi "như trên" được.',
    'rule.cell.ditto-nothing-above': 'Ô {{cell}} ({{heading}}) ghi "{{value}}" nhưng dòng trên để trống cột này.',
    'rule.cell.name-and-birth':
      'Ô {{cell}} ({{heading}}): không tách được họ tên và ngày sinh trong "{{value}}". Đề nghị tách thành hai cột "Họ và tên" và "Ngày sinh".',
    'rule.cell.two-levels':
      'Ô {{cell}} ({{heading}}): không tách được hai trình độ trong "{{value}}". Viết như "Đại học/Trung cấp", hoặc tách thành hai cột "Chuyên môn" và "LLCT".',
    'rule.cell.column-combined':
      'Cột "{{value}}" (ô {{cell}}) gộp nhiều nội dung nên không đọc được. Đề nghị tách thành các cột: {{expected}}.',
    'rule.cell.ditto': 'Ô {{cell}} ({{heading}}) ghi như dòng trên, được hiểu là "{{value}}".',
    'rule.cell.split': 'Ô {{cell}} ({{heading}}) được tách thành: {{value}}.',
    'rule.cell.total-differs': 'Ô {{cell}}: dòng tổng ghi {{value}}, nhưng đếm được {{expected}}.',
    'rule.cell.row-hidden': 'Các dòng đang ẩn vẫn được đọc: {{value}}.',
    'rule.cell.row-not-read': 'Dòng {{line}} không được coi là dữ liệu: "{{value}}".',
  },
  en: {
    'error.file-too-large': 'The file is larger than {{megabytes}} MB. Please split it.',
    'error.file-not-a-workbook': 'This file is not a workbook. Please send an .xlsx, .xlsb, .xls, .ods or .csv file.',
    'error.file-not-what-it-says':
      'The file is called .{{says}} but is something else. Please open it in Excel, save it as .xlsx and send it again.',
    'error.file-encrypted': 'The file has a password. Please remove it and send the file again.',
    'error.file-macros': 'The file holds macros and is not accepted. Please save it as .xlsx without macros.',
    'error.file-external-links':
      'The file has formulas or links that take data from elsewhere. Please paste them as values and send it again.',
    'error.file-entities': 'The structure of the file is unusual and may be unsafe. It is not accepted.',
    'error.file-zip-bomb': 'The file unpacks to far more than its size. It is not accepted.',
    'error.file-damaged': 'The file is damaged. Please open it in Excel, save it and send it again.',
    'error.file-too-many-rows': 'A sheet has more than {{rows}} rows. Please split the file.',
    'error.file-too-complex': 'The file is too complex: reading it takes more memory than is allowed. Please split it.',
    'error.file-legacy-encoding':
      'The texts of the sheet "{{sheet}}" are in an old encoding that is not known (not Unicode, TCVN3 or VNI); fonts in the file: {{fonts}}. Please convert them to Unicode.',
    'error.file-timeout': 'Reading the file took too long and was stopped. Please split it.',
    'rule.workbook': 'This file cannot be accepted.',
    'rule.cell.column-missing': 'The table has no column "{{heading}}".',
    'rule.cell.empty': 'Cell {{cell}} ({{heading}}) is empty.',
    'rule.cell.date': 'Cell {{cell}} ({{heading}}): "{{value}}" is no date. Write day/month/year.',
    'rule.cell.date-incomplete': 'Cell {{cell}} ({{heading}}): "{{value}}" lacks its day or month.',
    'rule.cell.gender':
      'Cell {{cell}} ({{heading}}): man or woman is not clear (both columns are filled, or it is neither "Nam" nor "Nữ").',
    'rule.cell.level': 'Cell {{cell}} ({{heading}}): the level "{{value}}" is not known.',
    'rule.cell.category': 'Cell {{cell}} ({{heading}}): the category "{{value}}" is not known.',
    'rule.cell.mode':
      'Cell {{cell}} ({{heading}}): the mode "{{value}}" is not known. Write "Tập trung" or "Không tập trung".',
    'rule.cell.result': 'Cell {{cell}} ({{heading}}): the result "{{value}}" is not known.',
    'rule.cell.program':
      'The program is not clear: the sheet’s name, its title or cell {{cell}} must say "Cao cấp" or "Trung cấp".',
    'rule.cell.number': 'Cell {{cell}} ({{heading}}): "{{value}}" is not a fitting number.',
    'rule.cell.citizen-id':
      'Cell {{cell}} ({{heading}}): a citizen id has 12 digits (the identity card of old: 9), zeros in front included.',
    'rule.cell.party-card':
      'Cell {{cell}} ({{heading}}): a Party card number has 6 to 12 digits. Format the cell as text.',
    'rule.cell.order': 'Cell {{cell}} ({{heading}}): {{value}} is before the beginning.',
    'rule.cell.formula-error': 'Cell {{cell}} ({{heading}}): the formula ends in the error {{value}}.',
    'rule.cell.unreckoned':
      'Cell {{cell}} ({{heading}}): the formula has no result. Open the file in Excel, save it and send it again.',
    'rule.cell.ditto-own': 'Cell {{cell}} ({{heading}}): everybody has their own here; "as above" cannot be said.',
    'rule.cell.ditto-nothing-above':
      'Cell {{cell}} ({{heading}}) says "{{value}}", but the row above leaves this column empty.',
    'rule.cell.name-and-birth':
      'Cell {{cell}} ({{heading}}): the name and the birth in "{{value}}" cannot be told apart. Make two columns, "Họ và tên" and "Ngày sinh".',
    'rule.cell.two-levels':
      'Cell {{cell}} ({{heading}}): the two levels in "{{value}}" cannot be told apart. Write "Đại học/Trung cấp", or make two columns, "Chuyên môn" and "LLCT".',
    'rule.cell.column-combined':
      'The column "{{value}}" (cell {{cell}}) holds several things and is not read. Make columns of their own: {{expected}}.',
    'rule.cell.ditto': 'Cell {{cell}} ({{heading}}) says "as above", taken as "{{value}}".',
    'rule.cell.split': 'Cell {{cell}} ({{heading}}) is taken apart as: {{value}}.',
    'rule.cell.total-differs': 'Cell {{cell}}: the total says {{value}}, but {{expected}} were counted.',
    'rule.cell.row-hidden': 'Hidden rows are read all the same: {{value}}.',
    'rule.cell.row-not-read': 'Line {{line}} was not taken for data: "{{value}}".',
  },
});
