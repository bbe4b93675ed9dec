import type { Page } from 'playwright-core';
import { type Product, startProduct } from './product.js';

jest.setTimeout(120_000);

/** A rule from the board's sentence to the committee's list, and the decision that lifts it. */
let product: Product;
let board: Page;
let commune: Page;
let person: string;
beforeAll(async () => {
  product = await startProduct();
  board = await product.as('board');
  commune = await product.as('xa-bix');
});
afterAll(() => product.stop());

/** Of the demo, a class of it is open and calls Bính Xá. */
const PROGRAM = 'Bồi dưỡng nghiệp vụ chuyên môn công chức cấp xã';

it('the board writes a rule as a sentence and tries it against the district before it is saved', async () => {
  await board.goto(`${product.url}/quan-tri/dieu-kien`);
  await board.getByRole('link', { name: `Điều kiện đi học: ${PROGRAM}` }).click();
  await board.getByRole('button', { name: 'Soạn điều kiện' }).click();
  await board.getByRole('combobox', { name: 'Thêm điều kiện' }).click();
  await board.getByRole('option', { name: 'Tuổi', exact: true }).click();
  await board.getByLabel('Tuổi tối đa của nam').fill('17');
  await board.getByLabel('Tuổi tối đa của nữ').fill('17');
  await board.getByRole('button', { name: 'Thử với toàn đơn vị' }).click();
  await board.getByText('0 trên 243 đồng chí đủ điều kiện').waitFor();
  await board.getByText(/^Không đủ điều kiện: \d+/).click();
  await board
    .getByText(/^Không đúng độ tuổi: /)
    .first()
    .waitFor();
  await board.getByLabel('Tuổi tối đa của nam').fill('79');
  await board.getByRole('button', { name: 'Thử với toàn đơn vị' }).click();
  const counted = await board.getByText(/^[1-9]\d* trên 243 đồng chí đủ điều kiện$/).textContent();
  expect(Number(counted?.split(' ')[0])).toBeLessThan(243);
});

it('saved from today it is told in words', async () => {
  await board.getByLabel('Tuổi tối đa của nam').fill('17');
  await board.getByLabel('Văn bản quy định').fill('Hướng dẫn thử');
  await board.getByRole('button', { name: 'Lưu và áp dụng từ ngày này' }).click();
  await board.getByText('Tuổi tại ngày khai giảng: nam không quá 17, nữ không quá 17.').waitFor();
  expect(await board.getByText('Đang áp dụng').count()).toBe(1);
});

it('the committee sees at its list who is refused, why, and what would mend it', async () => {
  await commune.goto(`${product.url}/lop?state=open`);
  await commune.locator('#noi-dung').getByRole('link', { name: PROGRAM }).first().click();
  await commune.getByRole('link', { name: 'Cử người đi học' }).first().click();
  await commune.waitForURL(/de-cu/);
  await commune
    .getByText(/Không đúng độ tuổi: .+ Cử khóa khác, khi đúng độ tuổi\./)
    .first()
    .waitFor();
  // Somebody whom nothing but the age stands against.
  person = await commune.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox][aria-label]:disabled')];
    const row = (box: Element): string => box.closest('[data-row]')?.textContent ?? '';
    const alone = boxes.find((box) => row(box).includes('độ tuổi') && !/Đã có tên|Trùng lớp/.test(row(box)));
    return alone?.getAttribute('aria-label') ?? '';
  });
  expect(person).not.toBe('');
});

it('a decision of the board lifts it for one person, and shows beside the name', async () => {
  await board.getByRole('button', { name: 'Ghi quyết định ngoại lệ' }).click();
  const dialog = board.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Họ và tên' }).fill(person);
  await board
    .getByRole('option', { name: new RegExp(`^${person} · Xã Bính Xá`) })
    .first()
    .click();
  await dialog.getByRole('combobox', { name: 'Điều kiện được miễn' }).click();
  await board.getByRole('option', { name: 'Tuổi', exact: true }).click();
  await dialog.getByLabel('Số quyết định').fill('12-QĐ/HU');
  const [year, month, date] = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).split('-');
  await dialog.getByLabel('Ngày quyết định').fill(`${date}/${month}/${year}`);
  await dialog.getByLabel('Ngày quyết định').blur();
  await dialog.getByLabel('Lý do').fill('Thiếu nguồn cán bộ tại chỗ');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await board.getByText(/^Số 12-QĐ\/HU ngày/).waitFor();
  await commune.reload();
  await commune.getByText(/theo quyết định ngoại lệ số 12-QĐ\/HU/).waitFor();
  expect(await commune.getByRole('checkbox', { name: person, exact: true }).first().isEnabled()).toBe(true);
});
