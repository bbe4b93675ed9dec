import path from 'node:path';
import type { Page } from 'playwright-core';
import { type Product, startProduct } from './product.js';

jest.setTimeout(180_000);

const FOLDER = path.resolve(__dirname, '../../src/modules/demo/pilot');
/** The pilot's workbooks, and how many rows each has. The demo was made of them: through the wizard, nothing changes. */
const FILES = [
  ['Danh sách trích ngang cán bộ', 'can-bo-2019.xlsx', 243],
  ['Các lớp đã mở', 'lop-2015-2019.xlsx', 84],
  ['Danh sách đã cử đi học', 'cu-di-hoc-llct-2015-2019.xlsx', 249],
] as const;

describe('workbooks on the screens', () => {
  let product: Product;
  let board: Page;

  beforeAll(async () => {
    product = await startProduct();
    board = await product.as('board');
  });
  afterAll(() => product.stop());

  const handIn = async (
    page: Page,
    kind: string,
    file: string | { name: string; mimeType: string; buffer: Buffer },
  ) => {
    await page.goto(`${product.url}/nhap-du-lieu`);
    await page.getByRole('radio', { name: kind }).check();
    await page.locator('input[type=file]').setInputFiles(file);
  };

  it.each(FILES)('%s of the pilot: found by itself, and every row is known already', async (kind, file, rows) => {
    await handIn(board, kind, path.join(FOLDER, file));
    await board.getByText('Xem trước: chưa có gì được ghi').waitFor({ timeout: 60_000 });
    await board.getByRole('button', { name: `Không đổi: ${rows}` }).click();
    await board.waitForURL(/state=unchanged/);
    await board.getByText('Không có gì thay đổi').first().waitFor();
    expect(await board.getByRole('button', { name: 'Ghi tất cả' }).count()).toBe(0);
  });

  it('a new person and a faulty row: only the sound one is recorded, and taken back after being asked twice', async () => {
    const text = `Họ và tên,Giới tính,Ngày sinh,Chức vụ,Đối tượng,Đơn vị
Nông Văn Thử,Nam,02/03/1985,Công chức,Công chức,Xã Bính Xá
Lý Thị Lỗi,Nữ,31/02/1985,Công chức,Công chức,Xã Bính Xá`;
    await handIn(board, 'Danh sách trích ngang cán bộ', {
      name: 'thu.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    });
    await board.getByRole('button', { name: 'Có lỗi: 1' }).click();
    await board.getByText('Ô C3').first().waitFor();
    await board.reload();
    await board.getByRole('button', { name: 'Chỉ ghi các dòng đúng' }).click();
    const dialog = board.getByRole('dialog');
    await dialog.getByText('Sẽ thêm 1 và sửa 0').waitFor();
    await dialog.getByRole('button', { name: 'Chỉ ghi các dòng đúng' }).click();
    await board.getByText('Đã ghi xong').waitFor({ timeout: 60_000 });
    for (const question of ['Sẽ bỏ 1 hồ sơ', 'Đồng chí chắc chắn chứ?']) {
      if (question.startsWith('Sẽ')) await board.getByRole('button', { name: 'Hoàn tác toàn bộ' }).click();
      await dialog.getByText(question).waitFor();
      await dialog.filter({ hasText: question }).getByRole('button', { name: 'Hoàn tác toàn bộ' }).click();
    }
    await board.getByText('Đã hoàn tác', { exact: true }).first().waitFor({ timeout: 60_000 });
  });

  it('a file that is no workbook is refused in plain words, on a telephone too', async () => {
    const phone = await product.as('xa-bix', 390);
    await phone.goto(`${product.url}/nhap-du-lieu`);
    await phone.getByRole('radio').first().waitFor();
    expect(await phone.getByRole('radio').count()).toBe(1);
    await phone
      .locator('input[type=file]')
      .setInputFiles({ name: 'anh.xlsx', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]) });
    await phone.getByText('Tệp không được nhận').waitFor({ timeout: 60_000 });
    const width = await phone.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
});
