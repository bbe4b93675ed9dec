import type { Page } from 'playwright-core';
import { type Product, startProduct } from './product.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, 90_000);
afterAll(() => product.stop());

const ask = <T>(page: Page, method: string, path: string, body?: unknown): Promise<T> =>
  page.evaluate(
    async ([verb, address, sent]) => {
      const response = await fetch(`/api/v1${address}`, {
        method: verb,
        ...(sent !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) }),
      });
      return (await response.json()) as T;
    },
    [method, path, body] as const,
  );

/** A second reviewer, with a password of their own. */
async function secondReviewer(board: Page): Promise<Page> {
  const { unit } = await ask<{ unit: { id: string } }>(board, 'GET', '/auth/me');
  const made = await ask<{ oneTimePassword: string }>(board, 'POST', '/accounts', {
    username: 'tham-dinh-2',
    displayName: 'Nguyễn Thẩm Định',
    role: 'board',
    unitId: unit.id,
  });
  const page = await product.newPage();
  await page.goto(`${product.url}/dang-nhap`);
  await ask(page, 'POST', '/auth/login', { username: 'tham-dinh-2', password: made.oneTimePassword });
  await page.evaluate(
    ([current, next]) =>
      fetch('/api/v1/auth/password', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ currentPassword: current, newPassword: next }),
      }),
    [made.oneTimePassword, 'một mật khẩu rất dài'] as const,
  );
  return page;
}

test('two people review at once: each sees what the other decides, and no decision is lost without a word', async () => {
  const board = await product.as('board');
  const other = await secondReviewer(board);
  for (const page of [board, other]) {
    await page.goto(`${product.url}/tham-dinh`);
    await page.getByRole('list', { name: 'Hàng chờ' }).waitFor();
  }
  const names = (page: Page): Promise<string[]> =>
    page.getByRole('list', { name: 'Hàng chờ' }).locator('li p:first-child').allTextContents();
  const before = await names(board);
  expect(before.length).toBeGreaterThan(4);
  expect(await names(other)).toEqual(before);

  // Both look at the first; one returns it.
  await other.keyboard.press('t');
  await other.getByRole('dialog').getByLabel('Lý do').fill('Thiếu sơ yếu lý lịch');
  await other.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click();
  await board.getByText(`${before[0] ?? ''}: Nguyễn Thẩm Định vừa xử lý`).waitFor();
  await board.getByText('“Thiếu sơ yếu lý lịch”').waitFor();
  expect((await names(board))[0]).toBe(before[1]);

  // Many at once, by keyboard: three lines, one reason.
  await board.keyboard.press('Shift+ArrowDown');
  await board.keyboard.press('Shift+ArrowDown');
  await board.getByText('Đã chọn 3 người').waitFor();
  await board.keyboard.press('x');
  // Meanwhile the other decides on the first of them, over the same interface that pages use.
  const [first] = await ask<{ items: { id: string; official: { fullName: string } }[] }>(
    other,
    'GET',
    '/nominations?state=submitted&place=seat&sort=deadline&page[size]=1',
  ).then(({ items }) => items);
  await ask(other, 'POST', `/nominations/${first?.id ?? ''}/return`, { reason: 'Sai mẫu đơn' });
  await board.getByRole('dialog').getByLabel('Lý do').fill('Không đúng đối tượng');
  await board.getByRole('dialog').getByRole('button', { name: 'Không duyệt' }).click();
  const refused = board.getByRole('alert').filter({ hasText: 'Chưa ghi được 1 quyết định' });
  await refused.waitFor();
  expect(await refused.textContent()).toContain('Nguyễn Thẩm Định vừa xử lý');
  expect(await refused.textContent()).toContain('Sai mẫu đơn');
  expect(await refused.textContent()).toContain('Không đúng đối tượng');
}, 120_000);

test('a list made without a network survives a reload and is sent once when the network is back', async () => {
  const commune = await product.as('xa-bix');
  const { items } = await ask<{ items: { courseId: string }[] }>(commune, 'GET', '/calls?courseState=open');
  const courseId = items[0]?.courseId ?? '';
  await commune.goto(`${product.url}/lop/${courseId}/de-cu`);
  const free = commune
    .getByRole('region', { name: 'Chọn người' })
    .locator('input[type=checkbox]:not([role=switch]):enabled');
  await free.first().waitFor();
  await free.first().check();
  await commune.reload();
  await commune.getByRole('button', { name: 'Gửi danh sách (1)' }).waitFor();
  await commune.context().setOffline(true);
  await commune.getByRole('button', { name: 'Gửi danh sách (1)' }).click();
  await commune.getByRole('dialog').getByRole('button', { name: 'Gửi danh sách (1)' }).click();
  await commune.getByText('Chưa có mạng: danh sách được giữ').waitFor();
  const made = (): Promise<{ total: number }> => ask(commune, 'GET', `/nominations?courseId=${courseId}`);
  await commune.context().setOffline(false);
  await commune.getByText(/Đã gửi: 1 có chỗ|Đã gửi: 0 có chỗ, 1 chờ/).waitFor();
  const { total } = await made();
  await commune.reload();
  await commune.getByText('Danh sách cử: 0 đồng chí').waitFor();
  expect((await made()).total).toBe(total);
}, 120_000);
