import type { Page } from 'playwright-core';
import { type Product, startProduct } from './product.js';

/** The record of one official in a real browser: what the board reads and changes, and what others do not see. */
jest.setTimeout(180_000);

let product: Product;
let address: string;
beforeAll(async () => {
  product = await startProduct();
  const board = await product.as('board');
  // The one official of the demo with a citizen id.
  const found: { id: string }[] = await board.evaluate(async () => {
    const body = JSON.stringify({ kind: 'citizenId', number: '000180000101' });
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/api/v1/officials/find-by-number', { method: 'POST', headers, body })).json();
  });
  address = `${product.url}/can-bo/${found[0]!.id}`;
});
afterAll(() => product.stop());

const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();

test('a number is shown whole only for a reason, which stands in the trail', async () => {
  const page = await product.as('board');
  await page.goto(address);
  await page.getByText('••••••••0101').waitFor();
  await page.getByRole('button', { name: 'Hiện Số căn cước' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do').fill('Làm thẻ học viên');
  await dialog.getByRole('button', { name: 'Hiện số' }).click();
  await page.getByText('000180000101').waitFor();
  await tab(page, 'Nhật ký hồ sơ');
  await page.getByText('Lý do: Làm thẻ học viên').waitFor();
});

test('a qualification is added, and its scan handed in', async () => {
  const page = await product.as('board');
  await page.goto(`${address}?muc=trinh-do`);
  await page.getByRole('button', { name: 'Thêm trình độ' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await dialog.getByText('Cần nhập').first().waitFor();
  await dialog.getByRole('combobox', { name: 'Loại', exact: true }).click();
  await page.getByRole('option', { name: 'Tin học' }).click();
  await dialog.getByRole('textbox', { name: 'Trình độ' }).fill('Chứng chỉ thử của Chromium');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Tin học: Chứng chỉ thử của Chromium').waitFor();
  await page.getByRole('button', { name: 'Thao tác với Tin học: Chứng chỉ thử của Chromium' }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: 'Đính kèm bản chụp' }).click(),
  ]);
  await chooser.setFiles({ name: 'Chứng chỉ.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 thử') });
  await page.getByRole('link', { name: 'Chứng chỉ.pdf' }).waitFor();
});

test('the scan alone is taken out; the qualification stays', async () => {
  const page = await product.as('board');
  await page.goto(`${address}?muc=trinh-do`);
  await page.getByRole('button', { name: 'Thao tác với Tin học: Chứng chỉ thử của Chromium' }).click();
  await page.getByRole('menuitem', { name: 'Gỡ bản chụp' }).click();
  await page.getByRole('link', { name: 'Chứng chỉ.pdf' }).waitFor({ state: 'detached' });
  await page.getByText('Tin học: Chứng chỉ thử của Chromium').waitFor();
});

test('an exemption is given by a decision, seen with its reason, and ended', async () => {
  const page = await product.as('board');
  await page.goto(address);
  const part = page.getByRole('region', { name: 'Miễn tiêu chuẩn' });
  await part.getByRole('button', { name: 'Ghi quyết định miễn' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Được miễn tiêu chuẩn' }).click();
  await page.getByRole('option', { name: 'Lý luận chính trị' }).click();
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await dialog.getByText('Cần nhập').first().waitFor();
  await dialog.getByLabel('Số quyết định').fill('15-QĐ/HU');
  await dialog.getByLabel('Lý do').fill('Còn dưới năm năm công tác');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await dialog.waitFor({ state: 'detached' });
  await part.getByText('Quyết định 15-QĐ/HU').waitFor();
  await part.getByText('Còn dưới năm năm công tác').waitFor();
  await part.getByRole('button', { name: 'Kết thúc việc miễn theo quyết định 15-QĐ/HU' }).click();
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await part.getByText('đến hết').waitFor();
});

test('somebody is found by the whole citizen id, which is then taken out of the record', async () => {
  const page = await product.as('board');
  await page.goto(`${product.url}/can-bo`);
  await page.getByRole('button', { name: 'Tìm theo số' }).click();
  const dialog = page.getByRole('dialog');
  const search = dialog.getByRole('button', { name: 'Tìm theo số' });
  await dialog.getByRole('textbox', { name: 'Số căn cước' }).fill('000180000199');
  await search.click();
  await dialog.getByText('Không có đồng chí nào').waitFor();
  await dialog.getByRole('textbox', { name: 'Số căn cước' }).fill('000180000101');
  await search.click();
  await page.waitForURL(address);
  await page.getByRole('button', { name: 'Sửa', exact: true }).click();
  await dialog.getByRole('checkbox', { name: 'Xóa Số căn cước đã ghi' }).check();
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('••••••••0101').waitFor({ state: 'detached' });
});

test('on a phone nothing sticks out, and a leader sees neither numbers nor the board’s own tabs', async () => {
  const page = await product.as('leader', 390);
  await page.goto(address);
  await page.getByText('Quá trình công tác, đào tạo').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await page.getByText('0101').count()).toBe(0);
  for (const name of ['Quy hoạch', 'Nhận xét', 'Nhật ký hồ sơ'])
    expect(await page.getByRole('tab', { name }).count()).toBe(0);
});
