import type { Page } from 'playwright-core';
import { type Product, startProduct } from './product.js';

jest.setTimeout(180_000);

/** A plan from the needs to its approval, a class of one of its lines, a revision, and both side by side. */
let product: Product;
let page: Page;
beforeAll(async () => {
  product = await startProduct();
  page = await product.as('board');
  // Something to learn: the demo's people lack almost nothing of what is asked of them.
  const asked = await page.request.post(`${product.url}/api/v1/standards`, {
    headers: { origin: product.url },
    data: { category: 'cadre', llct: 'advanced', from: `${YEAR}-01-01`, source: 'Quy định thử', confirmed: false },
  });
  expect(asked.status()).toBe(201);
});
afterAll(() => product.stop());

const line = (program: string): ReturnType<Page['locator']> =>
  page.locator('tbody').filter({ hasText: program }).locator('tr[data-line]').first();
/** So many changes of lines are answered. */
const changes = (count: number): Promise<void> =>
  new Promise((resolve) => {
    let left = count;
    page.on('response', (response) => {
      if (response.request().method() === 'PATCH' && --left === 0) resolve();
    });
  });
/** No class of the demo begins then, and few of its people have left. */
const YEAR = new Date().getFullYear() + 2;
const ADVANCED = 'Cao cấp lý luận chính trị';
const UPDATE = 'Bồi dưỡng cập nhật kiến thức mới';

it('a plan begins with the needs, which are taken back and taken again, and with lines of its own', async () => {
  await page.getByRole('link', { name: 'Kế hoạch', exact: true }).click();
  await page.getByRole('button', { name: 'Lập kế hoạch' }).click();
  await page.getByRole('dialog').getByLabel(/^Năm/).fill(String(YEAR));
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  await page.getByText('Kế hoạch chưa có dòng nào').waitFor();
  for (const again of [false, true]) {
    await page.getByRole('button', { name: 'Lấy từ nhu cầu' }).click();
    await page
      .getByRole('dialog')
      .getByText(/^Sẽ thêm [1-9]\d* dòng/)
      .waitFor();
    await page.getByRole('button', { name: 'Lấy vào kế hoạch' }).click();
    await line(ADVANCED).waitFor();
    if (again) break;
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('Kế hoạch chưa có dòng nào').waitFor();
  }
  await page.getByRole('button', { name: 'Thêm dòng' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Chương trình' }).click();
  await page.getByRole('option', { name: UPDATE }).click();
  await dialog.getByLabel('Số học viên').fill('80');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await line(UPDATE).waitFor();
});

it('numbers are typed where they stand, with the keyboard alone, and two quick changes of a line are both kept', async () => {
  const classes = page.getByLabel(`Số lớp: ${UPDATE}, Toàn đảng bộ`);
  const saved = changes(2);
  await classes.focus();
  await page.keyboard.type('2');
  await page.keyboard.press('ArrowUp');
  await page.getByLabel(`Số học viên: ${UPDATE}, Toàn đảng bộ`).focus();
  await page.keyboard.type('90');
  await page.keyboard.press('Enter');
  await saved;
  await page.reload();
  await line(UPDATE).waitFor();
  expect(await classes.inputValue()).toBe('2');
  expect(await page.getByLabel(`Số học viên: ${UPDATE}, Toàn đảng bộ`).inputValue()).toBe('90');
});

it('who comes later to the same line is told, and sees what the other wrote', async () => {
  const other = await product.as('board');
  await other.goto(page.url());
  const theirs = other.getByLabel(`Số học viên: ${UPDATE}, Toàn đảng bộ`);
  await theirs.focus();
  const mine = page.getByLabel(`Số học viên: ${UPDATE}, Toàn đảng bộ`);
  const saved = changes(1);
  await mine.fill('95');
  await mine.press('Enter');
  await saved;
  await other.keyboard.type('60');
  await other.keyboard.press('Enter');
  await other.getByText('Người khác vừa sửa nội dung này').waitFor();
  await other.locator('input[value="95"]').waitFor();
  await other.close();
});

it('the approval needs its document; then a class is opened from a line and its progress shows', async () => {
  await page.getByRole('button', { name: 'Phê duyệt' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Phê duyệt' }).click();
  await dialog.getByText('Không được để trống.').first().waitFor();
  await dialog.getByLabel('Số văn bản').fill('21-KH/HU');
  await dialog.getByLabel('Người ký').fill('Thường trực Huyện ủy');
  await dialog.getByRole('button', { name: 'Phê duyệt' }).click();
  await page.getByText('Văn bản số 21-KH/HU').waitFor();
  await line(UPDATE).getByRole('link', { name: 'Mở lớp' }).click();
  await page.getByRole('heading', { name: 'Thêm lớp' }).waitFor();
  expect(await page.getByLabel('Mã lớp').inputValue()).toBe(`CNKT-${YEAR}-KH01`);
  for (const [label, day] of [
    ['Ngày khai giảng', 3],
    ['Ngày bế giảng', 5],
  ] as const) {
    await page.getByLabel(label).fill(`${day}/5/${YEAR}`);
    await page.getByLabel(label).blur();
  }
  await page.getByRole('button', { name: 'Lưu' }).click();
  await page.getByRole('heading', { name: UPDATE }).waitFor();
  await page.goto(`${product.url}/ke-hoach?year=${YEAR}`);
  await page.getByRole('link', { name: `Kế hoạch năm ${YEAR}` }).click();
  await line(UPDATE).getByText('0/2 lớp').waitFor();
  await line(UPDATE).getByText('đang chuẩn bị: 1').waitFor();
  await line(UPDATE)
    .getByRole('link', { name: `CNKT-${YEAR}-KH01` })
    .waitFor();
});

it('a class that is there is linked to a line and let go, and the history of the plan tells it', async () => {
  // The year before: it counts for this plan by hand alone.
  const programs = (await (await page.request.get(`${product.url}/api/v1/programs`)).json()) as {
    items: { id: string; code: string }[];
  };
  const programId = programs.items.find(({ code }) => code === 'CNKT')?.id;
  const days = { startsOn: `${YEAR - 1}-12-01`, endsOn: `${YEAR - 1}-12-03` };
  await page.request.post(`${product.url}/api/v1/courses`, {
    data: { code: 'SOM-1', title: 'Lớp mở sớm', programId, ...days, capacity: 40, minimum: 0 },
    headers: { origin: product.url },
  });
  await line(UPDATE)
    .getByRole('button', { name: /^Gắn lớp/ })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Lớp đã có' }).fill('SOM-1');
  await page.getByRole('option', { name: /SOM-1/ }).click();
  await dialog.getByRole('button', { name: 'Gắn lớp', exact: true }).click();
  await dialog.getByRole('button', { name: 'Bỏ gắn lớp SOM-1' }).waitFor();
  await line(UPDATE).getByText('SOM-1').waitFor();
  await dialog.getByRole('button', { name: 'Bỏ gắn lớp SOM-1' }).click();
  await line(UPDATE).getByText('SOM-1').waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'Đóng' }).last().click();
  await page.getByRole('button', { name: /Các bản/ }).click();
  await page.getByRole('menuitem', { name: 'Lịch sử kế hoạch' }).click();
  await page.getByText(`Gắn lớp SOM-1 với dòng ${UPDATE}, Toàn đảng bộ`, { exact: true }).waitFor();
  await page.getByText('Phê duyệt bản 1 theo văn bản 21-KH/HU').waitFor();
  await page.goBack();
  await line(UPDATE).waitFor();
});

it('a revision is a copy; both stand side by side with what changed', async () => {
  await page.getByRole('button', { name: 'Sửa đổi' }).click();
  const classes = page.getByLabel(`Số lớp: ${UPDATE}, Toàn đảng bộ`);
  const saved = changes(1);
  await classes.fill('3');
  await classes.press('Enter');
  await saved;
  await page.getByRole('button', { name: /Xóa dòng: Cao cấp/ }).click();
  await line(ADVANCED).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /Các bản/ }).click();
  await page.getByRole('menuitem', { name: 'So sánh hai bản gần nhất' }).click();
  const table = page.getByRole('table', { name: 'So sánh hai bản kế hoạch' });
  const changed = table.getByRole('row').filter({ hasText: UPDATE });
  await changed.getByText('Thay đổi').waitFor();
  await changed.getByText('2 lớp, 95 học viên').waitFor();
  await changed.getByText('3 lớp, 95 học viên').waitFor();
  await table.getByRole('row').filter({ hasText: ADVANCED }).getByText('Bỏ đi').waitFor();
});

it('a commune sees the approved plan and nothing to change, on a phone too', async () => {
  const phone = await product.as('xa-bix', 390);
  await phone.goto(`${product.url}/ke-hoach?year=2019`);
  await phone.getByRole('link', { name: 'Kế hoạch năm 2019' }).click();
  await phone.getByText('Sơ cấp lý luận chính trị').waitFor();
  expect(await phone.getByRole('button', { name: /Phê duyệt|Sửa đổi|Thêm dòng/ }).count()).toBe(0);
  expect(await phone.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(1);
});
