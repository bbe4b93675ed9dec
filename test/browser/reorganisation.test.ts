import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { type Product, startProduct } from './product.js';

jest.setTimeout(300_000);

const SHOTS = process.env['SHOTS'] ?? '';
const shot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS) await page.screenshot({ path: path.join(SHOTS, `${name}.png`), fullPage: true });
};

/** Serious and critical faults of WCAG 2 A and AA. */
const faults = (page: Page): Promise<string[]> =>
  page.evaluate(`(async () => {
    ${fs.readFileSync(path.resolve('node_modules/axe-core/axe.min.js'), 'utf8')}
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160)));
  })()`);

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.stop());

/** Types into a select and takes the first option. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).last().fill(option);
  await page.getByRole('option', { name: option }).first().click();
}

test('two communes are merged, seen in numbers first, and parted again', async () => {
  const page = await product.as('board');
  await page.goto(`${product.url}/quan-tri/sap-xep`);
  await page.getByRole('button', { name: 'Lập phương án' }).click();
  await page.getByLabel('Số văn bản').fill('12/NQ-HĐND');
  await page.getByRole('button', { name: 'Bắt đầu soạn' }).click();
  await page.getByRole('button', { name: 'Thêm bước' }).click();
  // By keyboard alone: typed, chosen with the arrow, taken with Enter.
  await page.getByLabel('Các đơn vị kết thúc').first().fill('Xã Bắc Xa (BX)');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await choose(page, 'Nhập vào', 'Xã Kiên Mộc (KM)');
  await shot(page, 'step');
  await page.getByRole('button', { name: 'Thêm vào phương án' }).click();
  await page.getByText('Nhập Xã Bắc Xa thành Xã Kiên Mộc.').waitFor();
  const preview = page.getByRole('table', { name: 'Sẽ có những thay đổi' });
  expect(await preview.getByRole('row').last().innerText()).toMatch(/Cộng\s+1\s+21\s+21\s+1\s/);
  expect(await faults(page)).toEqual([]);
  await shot(page, 'preview');

  await page.getByRole('button', { name: 'Thực hiện', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('chuyển 21 cán bộ').waitFor();
  await dialog.getByRole('button', { name: 'Thực hiện' }).click();
  await dialog.getByText('Đồng chí đánh dấu xác nhận trước.').waitFor();
  await shot(page, 'apply');
  await dialog.getByLabel('Tôi đã kiểm tra các con số').check();
  await dialog.getByRole('button', { name: 'Thực hiện' }).click();
  await page.getByText('Đã thực hiện lúc').waitFor();
  const address = page.url();

  await page.goto(address);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByRole('dialog').getByLabel('Tôi đã kiểm tra các con số').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByText('Đã hoàn tác lúc').waitFor();
  expect(await preview.getByRole('row').last().innerText()).toMatch(/Cộng\s+1\s+21/);
});

test('a commune is split by form: one by name, the rest elsewhere, places as they are typed', async () => {
  const page = await product.as('board');
  await page.goto(`${product.url}/quan-tri/sap-xep`);
  await page.getByRole('button', { name: 'Lập phương án' }).click();
  await page.getByLabel('Số văn bản').fill('13/NQ-HĐND');
  await page.getByRole('button', { name: 'Bắt đầu soạn' }).click();
  await page.getByRole('button', { name: 'Thêm bước' }).click();
  await page.getByRole('combobox', { name: 'Việc cần làm' }).click();
  await page.getByRole('option', { name: 'Chia tách' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Đơn vị', exact: true }).fill('Xã Bính Xá (BIX)');
  await page.getByRole('option', { name: 'Xã Bính Xá (BIX)' }).first().click();
  const part = (number: number) => dialog.getByRole('group', { name: `Phần ${number}` });
  for (const [number, unit] of [
    [1, 'Xã Kiên Mộc (KM)'],
    [2, 'Xã Bắc Xa (BX)'],
  ] as const) {
    await part(number).getByRole('combobox', { name: 'Về đơn vị' }).fill(unit);
    await page.getByRole('option', { name: unit }).first().click();
  }
  await part(1).getByLabel('Nhận tất cả phần còn lại').check();
  await part(1).getByLabel('Nhận tài khoản và các lớp đang tổ chức').check();
  await part(2).getByRole('combobox', { name: 'Đồng chí đi theo' }).click();
  await page.getByRole('option').first().click();
  await page.keyboard.press('Escape');
  const places = part(2).getByRole('textbox', { name: /^Chỉ tiêu / });
  const numbers = await places.count();
  expect(numbers).toBeGreaterThan(0);
  for (let at = 0; at < numbers; at++) {
    const hint = await part(2)
      .getByText(/Bỏ trống thì chia theo số cán bộ/)
      .first()
      .innerText();
    await places.nth(at).fill(/\d+/.exec(hint)?.[0] ?? '');
  }
  expect(await faults(page)).toEqual([]);
  await shot(page, 'split');
  await page.getByRole('button', { name: 'Thêm vào phương án' }).click();
  await page.getByText('Chia Xã Bính Xá về').waitFor();
  const preview = page.getByRole('table', { name: 'Sẽ có những thay đổi' });
  expect(await preview.getByRole('row').last().innerText()).toMatch(/Cộng\s+1\s+23\s/);
  await page.getByRole('button', { name: 'Thực hiện', exact: true }).click();
  await dialog.getByLabel('Tôi đã kiểm tra các con số').check();
  await dialog.getByRole('button', { name: 'Thực hiện' }).click();
  await page.getByText('Đã thực hiện lúc').waitFor();
  const counts = await page.evaluate(async () => {
    const { items } = await (await fetch('/api/v1/units?page[size]=500')).json();
    const of = async (code: string): Promise<number> => {
      const { id } = items.find((unit: { code: string }) => unit.code === code);
      return (await (await fetch(`/api/v1/officials?unitId=${id}`)).json()).total;
    };
    return [await of('KM'), await of('BX')];
  });
  // Who goes to Bắc Xa by name keeps the Party cell, which went with the rest: both units see them.
  expect(counts).toEqual([21 + 23, 21 + 1]);
});

test('on a telephone it fits', async () => {
  const page = await product.as('board', 390);
  for (const section of ['sap-xep']) {
    await page.goto(`${product.url}/quan-tri/${section}`);
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(
      1,
    );
    expect(await faults(page)).toEqual([]);
    await shot(page, `phone-${section}`);
  }
  await page.getByRole('link', { name: '12/NQ-HĐND' }).click();
  await page.getByRole('heading', { name: 'Các bước' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(
    1,
  );
  await shot(page, 'phone-editor');
});
