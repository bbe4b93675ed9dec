import type { Page } from 'playwright-core';
import { type Product, startProduct } from './product.js';

jest.setTimeout(120_000);

/** Lays a week of mornings, and nothing else, for the class that runs in the demo, in a room of its own. */
const layMornings = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const ask = async (method: string, path: string, body?: unknown) => {
      const json = body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {};
      const response = await fetch(`/api/v1${path}`, { method, ...json });
      if (!response.ok) throw new Error(await response.text());
      const text = await response.text();
      return (text === '' ? {} : JSON.parse(text)) as { id: string; items: { id: string }[] };
    };
    const [course] = (await ask('GET', '/courses?state=running')).items;
    const laid = await ask('GET', `/courses/${course?.id ?? ''}/sessions`);
    for (const { id } of laid.items) await ask('DELETE', `/sessions/${id}`);
    const room = await ask('POST', '/rooms', { venue: 'Trung tâm', name: 'Phòng 1', capacity: 80 });
    const rule = { weekdays: [1, 2, 3, 4, 5, 6, 7], times: [{ from: '07:30', until: '11:30' }] };
    await ask('POST', `/courses/${course?.id ?? ''}/session-pattern`, { ...rule, roomId: room.id, passClashes: true });
  });

describe('the calendar', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
    const page = await product.as('board');
    await layMornings(page);
    await page.close();
  });
  afterAll(() => product.stop());

  const bar = (page: Page) => page.getByRole('group', { name: 'Buổi học đang chọn' });

  it.each([1440, 390])(
    'moves a session by keys in a window of %i px, and names a clash before it is stored',
    async (width) => {
      const page = await product.as('board', width);
      await page.goto(`${product.url}/lich`);
      if (width > 500) {
        await page.locator('.session').first().focus();
        await page.keyboard.press('Enter');
      } else {
        await page.locator('#noi-dung section button').first().click();
      }
      await bar(page).waitFor();
      await page.keyboard.press('ArrowRight');
      await bar(page).getByText('Lớp đã có buổi học lúc').waitFor();
      await bar(page).getByText('Những giờ trống gần nhất').waitFor();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByText('Đã chuyển buổi học').waitFor();
      await bar(page).waitFor({ state: 'detached' });
    },
  );
});
