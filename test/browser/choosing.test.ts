import type { Page } from 'playwright-core';
import { ask, type Product, startProduct } from './product.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, 90_000);
afterAll(() => product.stop());

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

/** What this browser keeps for work without a network. */
const keptKeys = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('hong-chuyen');
        opening.onerror = () => {
          reject(new Error('no database'));
        };
        opening.onsuccess = () => {
          const asking = opening.result.transaction('kept').objectStore('kept').getAllKeys();
          asking.onsuccess = () => {
            resolve(asking.result.map(String));
          };
        };
      }),
  );

const sendList = async (page: Page, count: number): Promise<void> => {
  const name = `Gửi danh sách (${String(count)})`;
  await page.getByRole('button', { name }).click();
  await page.getByRole('dialog').getByRole('button', { name }).click();
};

test('a list made by keyboard alone, pressed twice, cut off, in two windows, gone back to: sent once', async () => {
  const page = await product.as('xa-bl');
  const { items } = await ask<{ items: { courseId: string }[] }>(page, 'GET', '/calls?courseState=open');
  const courseId = items[0]?.courseId ?? '';
  const made = async (): Promise<number> =>
    (await ask<{ total: number }>(page, 'GET', `/nominations?courseId=${courseId}`)).total;
  const before = await made();
  await page.goto(`${product.url}/lop/${courseId}/de-cu`);
  const rows = page.locator('[data-row]');
  await rows.first().waitFor();
  const names = await rows
    .locator('input')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label')));
  const enabled = await rows
    .locator('input')
    .evaluateAll((marks) => marks.map((mark) => !(mark as HTMLInputElement).disabled));
  const [first = 0, second = 0] = enabled.flatMap((isEnabled, index) => (isEnabled ? [index] : []));

  // Down to the first and the second who may go; what is said aloud says so.
  for (let row = 0; row <= second; row++) {
    await page.keyboard.press('ArrowDown');
    if (row === first || row === second) await page.keyboard.press('Space');
  }
  await page.getByText(`Đã đưa ${names[second] ?? ''} vào danh sách, vị trí 2.`).waitFor({ state: 'attached' });
  await page.getByRole('tooltip').getByText('Mọi điều kiện').first().waitFor();
  await page.keyboard.press('n');
  expect(await page.getByRole('searchbox').inputValue()).toBe('n');
  await page.keyboard.press('Backspace');
  await page.locator('[data-chosen]').first().focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByText(`${names[first] ?? ''}: vị trí 2 trong 2.`).waitFor({ state: 'attached' });
  expect(await page.locator('[data-chosen]').first().textContent()).toContain(names[second]);
  expect(await page.locator('[data-chosen]:focus').textContent()).toContain(names[first]);
  await page.getByText('Bản nháp đã lưu').waitFor();

  const other = await page.context().newPage();
  await other.goto(page.url());
  const send = 'Gửi danh sách (2)';
  await other.getByRole('button', { name: send }).waitFor();

  // The server takes the list, and its answer is lost on the way.
  await page.route('**/api/v1/nominations', async (route) => {
    if (route.request().method() === 'POST') await route.fetch();
    await route.abort('connectionreset');
  });
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByRole('button', { name: send }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Chưa có mạng: danh sách được giữ').waitFor();
  expect(await made()).toBe(before + 2);

  // The other window knows nothing of it, and presses twice.
  await other.getByRole('button', { name: send }).click();
  await other.getByRole('dialog').getByRole('button', { name: send }).dblclick();
  await other.getByText('Đã gửi: 2 có chỗ').waitFor();

  // The first gets its answer when the line is back.
  await page.unroute('**/api/v1/nominations');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.getByText('Đã gửi: 2 có chỗ').waitFor();
  await page.goBack();
  await page.goForward();
  await page.getByText('Danh sách cử: 0 đồng chí').waitFor();
  expect(await made()).toBe(before + 2);
}, 120_000);

test('a list made without a network is kept, held back when the class has changed, and sent once', async () => {
  const [commune, board] = [await product.as('xa-bix', 1440, 'installed'), await product.as('board')];
  const { items } = await ask<{ items: { courseId: string }[] }>(commune, 'GET', '/calls?courseState=open');
  const courseId = items[0]?.courseId ?? '';
  const address = `${product.url}/lop/${courseId}/de-cu`;
  const made = async (): Promise<number> =>
    (await ask<{ total: number }>(commune, 'GET', `/nominations?courseId=${courseId}`)).total;
  const before = await made();
  const free = commune
    .getByRole('region', { name: 'Chọn người' })
    .locator('input[type=checkbox]:not([role=switch]):enabled');
  const chooseFirst = async (): Promise<void> => {
    await free.and(commune.locator(':not(:checked)')).first().check();
  };
  await commune.goto(address);
  await free.first().waitFor();
  await commune.evaluate(() => navigator.serviceWorker.ready);

  // The network goes: the application opens, and a list is made in it that outlives a reload.
  await commune.context().setOffline(true);
  await commune.reload();
  await commune.getByText('Đang dùng dữ liệu lưu trên máy').waitFor();
  await chooseFirst();
  await sendList(commune, 1);
  await commune.getByText('Chưa có mạng: danh sách được giữ').waitFor();
  await commune.goto(`${product.url}/de-cu`);
  await commune.getByText('Vẫn lập được danh sách cử').waitFor();

  // Meanwhile the class changes: back on the network nothing is sent without a word.
  const { capacity } = await ask<{ capacity: number }>(board, 'GET', `/courses/${courseId}`);
  await ask(board, 'POST', `/courses/${courseId}/capacity`, { capacity: capacity + 5 });
  await commune.context().setOffline(false);
  await commune.getByText('Một danh sách chưa được gửi').waitFor();
  expect(await made()).toBe(before);
  await commune.getByRole('button', { name: 'Mở danh sách' }).click();
  await commune.getByText(`Số chỗ: ${String(capacity)} → ${String(capacity + 5)}`).waitFor();
  await sendList(commune, 1);
  await commune.getByText('Đã gửi: 1 có chỗ').waitFor();
  expect(await made()).toBe(before + 1);

  // A list that nothing speaks against goes by itself, from whatever page, once.
  await chooseFirst();
  await commune.context().setOffline(true);
  await sendList(commune, 1);
  await commune.getByText('Chưa có mạng: danh sách được giữ').waitFor();
  const context = commune.context();
  await commune.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(`${product.url}/lop`);
  await again.getByText('Đã gửi: 1 có chỗ').waitFor();
  const { total } = await ask<{ total: number }>(again, 'GET', `/nominations?courseId=${courseId}`);
  expect(total).toBe(before + 2);

  // Log-out wipes everything, without a network too; the server is told of it as soon as it can be.
  expect((await keptKeys(again)).some((key) => key.includes('candidates:'))).toBe(true);
  await context.setOffline(true);
  await again.getByRole('button', { name: 'Tài khoản' }).click();
  await again.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await again.getByLabel('Tên đăng nhập').waitFor();
  expect(await keptKeys(again)).toEqual(['logged-out']);
  await context.setOffline(false);
  await again.goto(`${product.url}/can-bo`);
  await again.getByLabel('Tên đăng nhập').waitFor();
  await expect(ask(again, 'GET', '/auth/me')).rejects.toThrow('"status":401');
}, 120_000);

test('a newer version is offered, put off or taken, never under the hands of who works', async () => {
  const page = await product.as('xa-bix', 390, 'installed');
  await page.evaluate(() => navigator.serviceWorker.ready);
  // The browser takes the same worker under another address for a newer one.
  const release = (version: string): Promise<unknown> =>
    page.evaluate((name) => navigator.serviceWorker.register(`/sw.js?${name}`), version);
  const offer = page.getByText('Hệ thống có phiên bản mới');
  await release('second');
  await offer.waitFor();
  await page.getByRole('button', { name: 'Để sau' }).click();
  await offer.waitFor({ state: 'hidden' });
  await page.evaluate(() => {
    document.title = 'before';
  });
  await release('third');
  await offer.waitFor();
  expect(await page.title()).toBe('before');
  await page.getByRole('button', { name: 'Tải lại' }).click();
  await page.waitForFunction(() => document.title !== 'before');
  await page.getByRole('heading', { name: 'Bàn làm việc' }).waitFor();
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toContain('/sw.js?third');
});

test('seats are kept for a unit, who waits reads why, and the board moves them with a reason', async () => {
  const [board, commune] = [await product.as('board'), await product.as('xa-bx')];
  const { items } = await ask<{ items: { courseId: string }[] }>(commune, 'GET', '/calls?courseState=open');
  const courseId = items[0]?.courseId ?? '';
  const course = await ask<{ capacity: number; seatsTaken: number }>(board, 'GET', `/courses/${courseId}`);
  const free = String(course.capacity - course.seatsTaken);
  await board.goto(`${product.url}/lop/${courseId}?tab=seats`);
  await board.getByRole('tab', { name: 'Chỗ và người chờ' }).click();

  await board.getByRole('button', { name: 'Giữ chỗ cho đơn vị' }).click();
  const keeping = board.getByRole('dialog');
  await keeping.getByRole('combobox', { name: 'Đơn vị' }).click();
  await board.getByRole('option', { name: 'Xã Kiên Mộc' }).click();
  await keeping.getByLabel('Số chỗ').fill(free);
  const tomorrow = new Date(Date.now() + 86_400_000);
  await keeping
    .getByLabel('Giữ đến hết ngày')
    .fill([tomorrow.getDate(), tomorrow.getMonth() + 1, tomorrow.getFullYear()].join('/'));
  await keeping.getByRole('button', { name: 'Lưu' }).click();
  await board.getByText(`Xã Kiên Mộc: ${free} chỗ, đã dùng 0, giữ đến hết`).waitFor();

  // Two of another unit find every seat taken or kept.
  const people = await ask<{ items: { eligible: boolean; official: { id: string; fullName: string } }[] }>(
    commune,
    'GET',
    `/courses/${courseId}/candidates?page[size]=200`,
  );
  const [first, second] = people.items.filter(({ eligible }) => eligible).map(({ official }) => official);
  await ask(commune, 'POST', '/nominations', { courseId, officialIds: [first?.id, second?.id] });
  const line = board.getByRole('region', { name: /Danh sách chờ/ });
  await line.getByText('Chờ chỗ giữ cho đơn vị khác đến ngày').first().waitFor();

  await board.getByRole('button', { name: 'Cách xếp danh sách chờ' }).click();
  await board.getByLabel('Theo thứ tự Ban Tổ chức xếp.').check();
  await board.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
  const name = second?.fullName ?? '';
  await line.getByRole('button', { name: `Chuyển vị trí của ${name}` }).click();
  const moving = board.getByRole('dialog');
  await moving.getByLabel('Vị trí mới').fill('1');
  await moving.getByRole('button', { name: 'Chuyển vị trí' }).click();
  await moving.locator('textarea[aria-invalid="true"]').waitFor();
  await moving.getByLabel('Lý do').fill('Sắp nhận nhiệm vụ mới');
  await moving.getByRole('button', { name: 'Chuyển vị trí' }).click();
  await line.getByText(`1. ${name}`).waitFor();
}, 60_000);

test('papers: a cut upload goes on, a file of another kind is refused in words, what is there is seen', async () => {
  const page = await product.as('xa-bix');
  await page.goto(`${product.url}/de-cu`);
  const row = page.getByRole('row').filter({ hasText: 'Chuyên đề học tập và làm theo' });
  await row
    .getByRole('button', { name: /^Hồ sơ của/ })
    .first()
    .click();
  const cv = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Sơ yếu lý lịch' });
  const choose = async (name: string, buffer: Buffer): Promise<void> => {
    const asking = page.waitForEvent('filechooser');
    await cv.getByRole('button', { name: 'Thêm tệp: Sơ yếu lý lịch' }).click();
    await (await asking).setFiles({ name, mimeType: 'application/pdf', buffer });
  };
  let parts = 0;
  await page.route('**/api/v1/uploads/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    parts += 1;
    await (parts === 2 ? route.abort('connectionreset') : route.continue());
  });
  await choose('Sơ yếu lý lịch.pdf', Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(700_000, 32)]));
  await cv.getByRole('link', { name: 'Sơ yếu lý lịch.pdf' }).waitFor();
  expect(parts).toBeGreaterThanOrEqual(3);
  await choose('Ảnh.pdf', Buffer.from('không phải PDF'));
  await page.getByText(/Chỉ nhận tệp PDF/).waitFor();
  expect(await cv.getByRole('link').count()).toBe(1);
}, 60_000);
