import type { Page } from 'playwright-core';
import { type Product, startProduct } from './product.js';

jest.setTimeout(120_000);

/** From a standard of the board to the names of those who will need a class for it. */
let product: Product;
let page: Page;
beforeAll(async () => {
  product = await startProduct();
  page = await product.as('board');
});
afterAll(() => product.stop());

it('the board asks more from a day on, reads what that means, and the matrix shows it as coming', async () => {
  await page.goto(`${product.url}/quan-tri/chuan-chuc-danh`);
  await page.getByRole('button', { name: 'Thêm chuẩn' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Từ ngày').fill('1/1/2050');
  await dialog.getByLabel('Từ ngày').blur();
  await dialog.getByRole('combobox', { name: 'Lý luận chính trị' }).click();
  await page.getByRole('option', { name: 'cao cấp', exact: true }).click();
  await dialog.getByLabel('Văn bản quy định').fill('Quy định thử của Ban Tổ chức');
  await dialog.getByText('Từ ngày 01/01/2050, cán bộ phải có: lý luận chính trị cao cấp trở lên.').waitFor();
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await page.getByRole('heading', { name: 'Chuẩn sẽ có hiệu lực' }).waitFor();
  await page.getByText('Từ 01/01/2050').waitFor();
});

it('the needs open the names with their reasons, keep their filters in the address and come as a workbook', async () => {
  await page.getByRole('link', { name: 'Nhu cầu đào tạo' }).click();
  await page.getByText(/^\d+\/\d+ đồng chí cần đào tạo/).waitFor();
  await page.getByText('Theo ưu tiên').click();
  await page.waitForURL(/kieu=thu-tu/);
  await page
    .getByRole('button', { name: /^\d+\/\d+ đồng chí của/ })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByText(/yêu cầu .+; hiện có: /)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tải Excel' }).click();
  expect((await download).suggestedFilename()).toMatch(/^Nhu cầu đào tạo.*\.xlsx$/);
});
