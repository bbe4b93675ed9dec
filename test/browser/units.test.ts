import { type Product, startProduct } from './product.js';

jest.setTimeout(180_000);

describe('units', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product.stop());

  it('are walked through by keyboard, opened, corrected and added to', async () => {
    const page = await product.as('board');
    await page.goto(`${product.url}/quan-tri`);
    await page.getByRole('link', { name: 'Xã Bính Xá', exact: true }).waitFor();
    const branch = page
      .getByRole('treeitem')
      .filter({ has: page.getByRole('link', { name: 'Xã Bính Xá', exact: true }) });
    await branch.last().focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('link', { name: 'Chi bộ các đoàn thể xã Bính Xá' }).waitFor();
    await page.getByRole('link', { name: 'Xã Bính Xá', exact: true }).click();

    await page.getByRole('button', { name: 'Sửa thông tin' }).click();
    await page.getByLabel('Điện thoại', { exact: true }).fill('không có số');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Có ký tự không được phép.').waitFor();
    await page.getByLabel('Điện thoại', { exact: true }).fill('0205 3846 001');
    await page.getByRole('combobox', { name: 'Vùng' }).click();
    await page.getByRole('option', { name: 'Miền núi' }).click();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('link', { name: '0205 3846 001' }).waitFor();
    await page.getByRole('definition').getByText('Miền núi', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Thêm đơn vị bên dưới' }).click();
    await page.getByLabel('Tên đơn vị').fill('Chi bộ thôn Nà Lừa');
    await page.getByRole('textbox', { name: 'Mã' }).fill('bix-cb4');
    await page.getByRole('combobox', { name: 'Loại' }).click();
    await page.getByRole('option', { name: 'Chi bộ', exact: true }).click();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('link', { name: 'Chi bộ thôn Nà Lừa' }).waitFor();
  });

  it('are found without accents, and the part of administration that is open is in the address', async () => {
    const page = await product.as('board', 390);
    await page.goto(`${product.url}/quan-tri/don-vi?q=binh+xa`);
    await page.getByRole('link', { name: 'Xã Bính Xá', exact: true }).waitFor();
    await page.getByRole('tab', { name: 'Tài khoản' }).click();
    await page.waitForURL('**/quan-tri/tai-khoan');
  });
});
