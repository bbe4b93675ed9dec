import type { Page } from 'playwright-core';
import { ask, type Product, startProduct } from './product.js';

jest.setTimeout(120_000);

const LONGEST = 200;

let product: Product;
let board: Page;
let courseId: string;
beforeAll(async () => {
  product = await startProduct();
  board = await product.as('board');
  const isoDay = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const program = await ask<{ id: string }>(board, 'POST', '/programs', {
    ...{ code: 'DONG', name: 'Hội nghị toàn huyện', kind: 'professional', needsQuota: false, from: '2020-01-01' },
  });
  const course = await ask<{ id: string }>(board, 'POST', '/courses', {
    ...{ code: 'DONG-01', title: 'Hội nghị toàn huyện', programId: program.id, capacity: 300, minimum: 0 },
    ...{ startsOn: isoDay(60), endsOn: isoDay(60) },
  });
  courseId = course.id;
  await ask(board, 'POST', `/courses/${courseId}/open-nominations`, { deadline: isoDay(10) });
}, 90_000);
afterAll(() => product.stop());

const chosenNames = (page: Page): Promise<string[]> =>
  page
    .locator('[data-chosen] p:first-of-type')
    .evaluateAll((lines) => lines.map((line) => line.textContent.replace(/^\d+\. /, '')));

test('two hundred people are chosen, put in order and sent by keys alone', async () => {
  await board.goto(`${product.url}/lop/${courseId}/de-cu`);
  const rows = board.locator('[data-row]');
  await rows.nth(199).waitFor({ state: 'attached' });

  await board.keyboard.press('ArrowDown');
  for (let taken = 1; taken < LONGEST; taken += 1) await board.keyboard.press('Shift+ArrowDown');
  const count = (): Promise<number> => board.locator('[data-chosen]').count();
  // Who may not go is passed by; more are read as one comes near the end.
  for (let more = await count(); more < LONGEST; more = await count()) await board.keyboard.press('Shift+ArrowDown');
  await board.getByRole('heading', { name: `Danh sách cử: ${LONGEST} đồng chí` }).waitFor();

  // The whole list is one stop of the Tab key with its buttons; the last comes to the top, then below the next.
  const [first = '', second = ''] = await chosenNames(board);
  await board.locator('[data-chosen]').first().focus();
  for (const key of ['ArrowDown', 'ArrowUp', 'Alt+End']) await board.keyboard.press(key);
  await board.getByText(`${first}: vị trí ${LONGEST} trong ${LONGEST}.`).waitFor({ state: 'attached' });
  expect(await board.locator('[data-chosen]:focus').textContent()).toContain(first);
  await board.keyboard.press('Alt+Home');
  for (let place = 0; place < 20; place += 1) await board.keyboard.press('Alt+ArrowDown');
  for (let place = 0; place < 19; place += 1) await board.keyboard.press('Alt+ArrowUp');
  expect((await chosenNames(board)).slice(0, 2)).toEqual([second, first]);
  expect(await board.locator('[data-chosen][tabindex="0"]').count()).toBe(1);
  expect(await board.locator('[data-chosen] button[tabindex="0"]').count()).toBeLessThanOrEqual(3);

  // By hand, too: the first is drawn down to the fourth place.
  await board.locator('[data-chosen]').nth(0).dragTo(board.locator('[data-chosen]').nth(3));
  expect((await chosenNames(board))[3]).toBe(second);
  const order = await chosenNames(board);

  // Kept as one works: the list is as it was after a reload.
  await board.getByText('Bản nháp đã lưu').waitFor();
  await board.reload();
  await board.getByRole('heading', { name: `Danh sách cử: ${LONGEST} đồng chí` }).waitFor();
  expect(await chosenNames(board)).toEqual(order);

  await rows.nth(199).waitFor({ state: 'attached' });
  await board.keyboard.press('Control+Enter');
  await board
    .getByRole('dialog')
    .getByRole('button', { name: `Gửi danh sách (${LONGEST})` })
    .waitFor();
  await board.keyboard.press('Enter');
  await board.getByText(`Đã gửi: ${LONGEST} có chỗ, 0 chờ, 0 không nhận`).waitFor();
  const { items, total } = await ask<{ items: { official: { fullName: string } }[]; total: number }>(
    board,
    'GET',
    `/nominations?courseId=${courseId}&page[size]=5`,
  );
  expect(total).toBe(LONGEST);
  expect(items.map(({ official }) => official.fullName)).toEqual(order.slice(0, 5));
});
