import type { Page } from 'playwright-core';
import { type Product, startProduct } from './product.js';

jest.setTimeout(180_000);

describe('the list of officials and its duplicates, as people use them', () => {
  let product: Product;
  let page: Page;
  beforeAll(async () => {
    product = await startProduct();
    page = await product.as('board');
  });
  afterAll(() => product.stop());

  const rows = () => page.locator('tr[data-row]');

  it('is filtered, kept as a view and opened again by its name', async () => {
    await page.goto(`${product.url}/can-bo`);
    await rows().first().waitFor();
    await page.getByRole('button', { name: 'Lọc', exact: true }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('Chức vụ có chữ').fill('bi thu');
    await drawer.getByRole('button', { name: 'Xem kết quả' }).click();
    await page.getByText('Chức vụ có chữ: bi thu').waitFor();
    expect(new URL(page.url()).searchParams.get('post')).toBe('bi thu');
    await page.getByRole('button', { name: 'Cách xem: mặc định' }).click();
    await page.getByRole('menuitem', { name: 'Giữ cách xem này…' }).click();
    await page.getByRole('dialog').getByLabel('Tên cách xem').fill('Các bí thư');
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('button', { name: 'Các bí thư' }).waitFor();
    await page.goto(`${product.url}/can-bo?q=x`);
    await page.getByRole('button', { name: 'Cách xem: mặc định' }).click();
    await page.getByRole('menuitem', { name: 'Các bí thư' }).click();
    await page.getByText('Chức vụ có chữ: bi thu').waitFor();
  });

  it('is worked by keys: down, choose, open, search', async () => {
    await page.goto(`${product.url}/can-bo?sort=name`);
    await rows().first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await page.getByText('Đã chọn 1 đồng chí').waitFor();
    expect(await rows().nth(1).getByRole('checkbox').isChecked()).toBe(true);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await page.keyboard.press('Tab');
    await rows().first().focus();
    const name = await rows().nth(1).getByRole('link').textContent();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: name ?? '' }).waitFor();
  });

  it('changes many at once, after saying how many, and takes it back', async () => {
    await page.goto(`${product.url}/can-bo?sort=name`);
    for (const index of [0, 1, 2]) await rows().nth(index).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Đổi tình trạng' }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: 'Tình trạng' }).click();
    await page.getByRole('option', { name: 'Đã nghỉ hưu' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Xem trước' }).click();
    await page.getByRole('dialog').getByText('Sẽ thay đổi 3 đồng chí').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Thực hiện với 3 đồng chí' }).click();
    await page.getByText('Đã thay đổi 3 đồng chí').waitFor();
    await page.getByText('240 đồng chí', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('243 đồng chí', { exact: true }).waitFor();
  });

  it('warns of a double in the form, shows the pair, merges it and takes it back', async () => {
    await page.goto(`${product.url}/can-bo?sort=name`);
    await rows().first().waitFor();
    const name = (await rows().first().getByRole('link').textContent()) ?? '';
    await rows().first().getByRole('link').click();
    await page.getByRole('heading', { level: 2, name }).waitFor();
    const profile = await page.evaluate(
      async () =>
        (await fetch(`/api/v1/officials/${location.pathname.split('/').pop() ?? ''}`)).json() as Promise<{
          bornOn: string | null;
          birthYear: number;
          unitId: string;
          gender: string;
        }>,
    );
    const { bornOn, birthYear, unitId, gender } = profile;
    await page.evaluate(
      (body) =>
        fetch('/api/v1/officials', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      {
        fullName: name,
        unitId,
        gender,
        birthYear,
        ...(bornOn && { bornOn }),
        post: 'Thủ quỹ',
        category: 'civil-servant',
        homePlace: 'Nơi khác',
      },
    );
    await page.goto(`${product.url}/can-bo/trung-lap`);
    const pair = page.getByRole('region', { name: `${name} – ${name}` });
    await pair.getByText(/cùng họ tên/).waitFor();
    await pair.getByRole('button', { name: 'Gộp hai hồ sơ' }).click();
    await page
      .getByRole('dialog')
      .getByText(/Mang theo sang hồ sơ giữ lại/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Gộp hai hồ sơ' }).click();
    await pair.waitFor({ state: 'detached' });
    const merges = page.getByRole('region', { name: 'Đã gộp gần đây' });
    await merges.getByText(`“${name}” đã gộp vào “${name}”`).waitFor();
    await merges.getByRole('button', { name: 'Hoàn tác' }).click();
    await pair.waitFor();
    await pair.getByRole('button', { name: 'Không phải một người' }).click();
    await pair.waitFor({ state: 'detached' });
  });
});
