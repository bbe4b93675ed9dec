import type { Page } from 'playwright-core';
import { type Product, startProduct } from './product.js';

jest.setTimeout(120_000);

/** From draft classes to a timetable: proposed, put otherwise by hand, asked for again, accepted. */
let product: Product;
let page: Page;
beforeAll(async () => {
  product = await startProduct();
  page = await product.as('board');
  const post = async (path: string, data: object): Promise<Record<string, string>> => {
    const answer = await page.request.post(`${product.url}/api/v1${path}`, { data, headers: { origin: product.url } });
    if (!answer.ok()) throw new Error(await answer.text());
    return (await answer.json()) as Record<string, string>;
  };
  const programs = (await (await page.request.get(`${product.url}/api/v1/programs`)).json()) as {
    items: { id: string; code: string }[];
  };
  const programId = programs.items.find(({ code }) => code === 'CNKT')?.id;
  await post('/rooms', { venue: 'Trung tâm thử', name: 'Hội trường thử', capacity: 900 });
  for (const code of ['XL-1', 'XL-2', 'XL-3']) {
    // So many people fit into one room alone.
    const days = { startsOn: '2031-03-03', endsOn: '2031-03-05' };
    await post('/courses', { code, title: `Lớp xếp lịch ${code}`, programId, ...days, capacity: 880, minimum: 0 });
  }
});
afterAll(() => product.stop());

const row = (code: string) => page.getByRole('row').filter({ hasText: code });

it('the board asks, reads why, puts one class by hand, asks again and accepts', async () => {
  await page.getByRole('link', { name: 'Lớp', exact: true }).click();
  await page.getByRole('link', { name: 'Xếp lịch', exact: true }).click();
  await page.getByRole('button', { name: 'Xếp lịch' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Từ ngày').fill('1/3/2031');
  await dialog.getByLabel('Đến ngày').fill('30/4/2031');
  await dialog.getByLabel('Đến ngày').blur();
  await dialog.getByRole('button', { name: 'Bắt đầu xếp' }).click();

  await page.getByText('3 trên 3 lớp đã có chỗ.').waitFor({ timeout: 60_000 });
  await page.getByText('Không có cách xếp nào tốt hơn.').waitFor();
  expect(await page.getByText('Đúng như mong muốn').count()).toBeLessThan(3);
  const moved = page.getByRole('row').filter({ hasText: 'Khai giảng lệch' }).first();
  await moved.getByRole('button', { name: /Thêm \d+ lý do/ }).click();
  await moved.getByText(/Tốt nhất cho riêng lớp này là khai giảng 03\/03\/2031, nhưng các phòng đủ chỗ/).waitFor();

  await page.getByRole('button', { name: 'Sửa vị trí lớp XL-2' }).click();
  await dialog.getByLabel('Khai giảng', { exact: true }).fill('6/4/2031');
  await dialog.getByLabel('Khai giảng', { exact: true }).blur();
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await dialog.getByText('Lớp không học vào ngày này').waitFor();
  await dialog.getByLabel('Khai giảng', { exact: true }).fill('7/4/2031');
  await dialog.getByLabel('Khai giảng', { exact: true }).blur();
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await row('XL-2').getByText('Đã khóa ở vị trí này.').waitFor();

  // A class is carried along the strip, and opens on the next day that is taught on.
  const bar = page.locator('.strip-bar[data-course="XL-3"]');
  const at = await bar.boundingBox();
  if (!at) throw new Error('the strip is in sight');
  const middle = at.y + at.height / 2;
  await page.mouse.move(at.x + 3, middle);
  await page.mouse.down();
  for (let step = 1; step <= 6; step += 1) await page.mouse.move(at.x + 3 + step * 30, middle);
  const told = /· (\d\d)\/(\d\d)\/2031/.exec((await bar.textContent()) ?? '');
  await page.mouse.up();
  await row('XL-3').getByText('Đã khóa ở vị trí này.').waitFor();
  const put = new Date(Date.UTC(2031, Number(told?.[2]) - 1, Number(told?.[1])));
  // From a week-end on to the Monday.
  const days = put.getUTCDay() === 6 ? 2 : put.getUTCDay() === 0 ? 1 : 0;
  put.setUTCDate(put.getUTCDate() + days);
  const opensOn = String(put.getUTCDate()).padStart(2, '0');
  await row('XL-3')
    .getByText(new RegExp(`${opensOn}.*/2031`))
    .first()
    .waitFor();
  await row('XL-3').getByRole('switch').press('Space');

  await page.getByRole('button', { name: 'Xếp lại' }).click();
  await page.getByText('Đang xếp 3 lớp').waitFor();
  await row('XL-2')
    .getByText(/07.*09\/04\/2031/)
    .waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Áp dụng' }).click();
  await dialog.getByText('3 lớp được đổi ngày theo phương án này và 18 buổi học').waitFor();
  await dialog.getByRole('button', { name: 'Áp dụng' }).click();
  await page.getByText('Ngày học và các buổi học đã được ghi vào thời khóa biểu.').waitFor();
  await page.getByRole('link', { name: 'Lớp xếp lịch XL-2' }).click();
  await page
    .getByText(/07.*09\/04\/2031/)
    .first()
    .waitFor();
});
