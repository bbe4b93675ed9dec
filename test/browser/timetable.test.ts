import type { Page } from 'playwright-core';
import { type Product, startProduct } from './product.js';

jest.setTimeout(120_000);

/** Lays a week of mornings, and nothing else, for the class with a timetable that runs in the demo, in a room of its own. */
const layMornings = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const ask = async (method: string, path: string, body?: unknown) => {
      const json = body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {};
      const response = await fetch(`/api/v1${path}`, { method, ...json });
      if (!response.ok) throw new Error(await response.text());
      const text = await response.text();
      return (text === '' ? {} : JSON.parse(text)) as {
        id: string;
        items: { id: string; code: string; startsAt: string }[];
      };
    };
    const course = (await ask('GET', '/courses?state=running')).items.find(({ code }) => code.startsWith('CNKT'));
    const laid = await ask('GET', `/courses/${course?.id ?? ''}/sessions`);
    for (const { id, startsAt } of laid.items) {
      // A session that was held keeps its marks, and is not deleted over them.
      if (new Date(startsAt) < new Date()) await ask('PUT', `/sessions/${id}/attendance`, { marks: [] });
      await ask('DELETE', `/sessions/${id}`);
    }
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

  /** When the sessions of the class are, `HH:MM–HH:MM` in Vietnam, in order. */
  const stored = (page: Page): Promise<{ day: string; span: string }[]> =>
    page.evaluate(async () => {
      const read = async (path: string) => (await (await fetch(`/api/v1${path}`)).json()) as { items: Laid[] };
      interface Laid {
        id: string;
        code: string;
        startsAt: string;
        endsAt: string;
      }
      const clock = (at: string) => new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
      const course = (await read('/courses?state=running')).items.find(({ code }) => code.startsWith('CNKT'));
      return (await read(`/courses/${course?.id ?? ''}/sessions`)).items.map(({ startsAt, endsAt }) => ({
        day: new Date(startsAt).toLocaleDateString('en-CA'),
        span: `${clock(startsAt)}–${clock(endsAt)}`,
      }));
    });

  /** Takes a thing at a point of it and carries it with a real mouse, in steps; leaves it hanging. */
  const carry = async (page: Page, [x, y]: readonly [number, number], [dx, dy]: readonly [number, number]) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 8; step += 1) await page.mouse.move(x + (dx * step) / 8, y + (dy * step) / 8);
  };

  it('stores a session that is dragged to a free time or stretched, and sends it back from one that is taken', async () => {
    const page = await product.as('board');
    const laid = (await stored(page)).map(({ day }) => day);
    const monday = (day = ''): number => Math.floor((Date.parse(day) / 86_400_000 - 4) / 7);
    // Two mornings of one week, and not the two that the keys move.
    const index = laid.findIndex((day, at) => at > 1 && monday(day) === monday(laid[at + 1]));
    const day = laid[index] ?? '';
    const inWeek = laid.slice(0, index).filter((each) => monday(each) === monday(day)).length;
    await page.goto(`${product.url}/lich?xem=tuan&ngay=${day}`);
    const session = page.locator('.session').nth(inWeek);
    const next = page.locator('.session').nth(inWeek + 1);
    await next.waitFor();
    const [here, there] = [await session.boundingBox(), await next.boundingBox()];
    if (!here || !there) throw new Error('two sessions are in sight');
    const hour = here.height / 4;
    const middle = [here.x + here.width / 2, here.y + 40] as const;
    const grid = page.locator('.session-grid');
    const done = page.getByText('Đã chuyển buổi học');

    await carry(page, middle, [0, 6 * hour]);
    await page.mouse.up();
    await done.waitFor();
    expect((await stored(page))[index]).toEqual({ day, span: '13:30–17:30' });
    await session.getByText('13:30–17:30').waitFor();
    await done.waitFor({ state: 'detached' });

    const moved = await session.boundingBox();
    // Onto the morning of the next day, which the class has taken already.
    await carry(page, [middle[0], middle[1] + 6 * hour], [there.x - here.x, -6 * hour]);
    await page.getByText('Lớp đã có buổi học lúc 07:30–11:30').waitFor();
    expect(await grid.getAttribute('data-clash')).toBe('true');
    expect(await page.getByText('Những giờ trống gần nhất').count()).toBe(0);
    await page.mouse.up();
    await page.getByText('Không chuyển được').waitFor();
    await page.getByText('Những giờ trống gần nhất').waitFor();
    expect((await stored(page))[index]).toEqual({ day, span: '13:30–17:30' });
    expect(await session.boundingBox()).toEqual(moved);
    await page.getByRole('button', { name: 'Đóng' }).click();

    const edge = [here.x + here.width / 2, (moved?.y ?? 0) + here.height - 3] as const;
    await carry(page, edge, [0, -hour]);
    await page.mouse.up();
    await done.waitFor();
    expect((await stored(page))[index]).toEqual({ day, span: '13:30–16:30' });
  });

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

  it('shows the week by room, where a session is dragged to another room, and the calendar of one room alone', async () => {
    const page = await product.as('board');
    const { day } = (await stored(page)).at(-1) ?? { day: '' };
    await page.goto(`${product.url}/lich?xem=tuan&ngay=${day}`);
    await page.getByRole('combobox', { name: 'Xếp theo' }).click();
    await page.getByRole('option', { name: 'Phòng học' }).click();
    const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
    const cell = (name: string) => row(name).locator(`td[data-day="${day}"]`);
    const [from, to] = [
      await cell('Phòng 1, Trung tâm').getByRole('button').boundingBox(),
      await cell('Hội trường').boundingBox(),
    ];
    if (!from || !to) throw new Error('both rooms are in sight');
    const middle = [from.x + from.width / 2, from.y + from.height / 2] as const;
    await carry(page, middle, [0, to.y + to.height / 2 - middle[1]]);
    await page.locator('td[data-over="free"]').waitFor();
    await page.mouse.up();
    await page.getByText('Đã chuyển buổi học').waitFor();
    await cell('Hội trường').getByRole('button').waitFor();
    expect(await cell('Phòng 1, Trung tâm').getByRole('button').count()).toBe(0);

    await page.getByRole('combobox', { name: 'Chỉ xem' }).click();
    await page.getByRole('option', { name: /^Hội trường/ }).click();
    await row('Phòng 1, Trung tâm').waitFor({ state: 'detached' });
    expect(await cell('Hội trường').getByRole('button').count()).toBe(1);
    await page.getByText('Tháng', { exact: true }).click();
    await cell('Hội trường').getByRole('button').waitFor();
  });

  it.each([
    ['thang', 1],
    ['tuan', 1],
    ['thang&nhom=phong', 1],
    ['tuan&nhom=giangvien', 1],
    ['nam', 1],
  ] as const)('prints %s on %i sheet of A4, with everything that the screen shows', async (view, sheets) => {
    const page = await product.as('board');
    const day = view === 'nam' ? '2019-01-01' : ((await stored(page))[0]?.day ?? '');
    await page.goto(`${product.url}/lich?ngay=${day}&xem=${view}`);
    const shown = page.locator('.session, .group-chip, .timeline-bar');
    await shown.first().waitFor();
    const count = await shown.count();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => [Number(w), Number(h)]);
    const wide = /nhom|nam/.test(view);
    expect(sizes.map(([w = 0, h = 0]) => (wide ? [w, h] : [h, w]).map(Math.round))).toEqual(
      Array.from({ length: sheets }, () => [842, 595]),
    );
    // The paper of a window as wide as the sheet between its margins.
    await page.setViewportSize({ width: wide ? 1032 : 702, height: 900 });
    await page.emulateMedia({ media: 'print' });
    const printed = page.locator('.printed-sessions td:first-of-type, .group-chip, .timeline-bar');
    expect(await printed.locator('visible=true').count()).toBe(count);
    expect(await page.getByRole('button', { name: 'In', exact: true }).count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
  });

  it('keeps venues and links a lecturer to an account', async () => {
    const page = await product.as('board');
    const dialog = page.getByRole('dialog');
    await page.goto(`${product.url}/quan-tri/phong-hoc`);
    await page.getByRole('button', { name: 'Trung tâm', exact: true }).click();
    await dialog.getByLabel('Tên địa điểm').fill('Trung tâm Chính trị');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('table', { name: 'Phòng học' }).getByText('Trung tâm Chính trị').waitFor();
    await page.getByRole('button', { name: 'Xóa địa điểm Trung tâm Chính trị' }).click();
    await dialog.getByRole('button', { name: 'Xóa', exact: true }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByRole('button', { name: 'Thôi' }).click();
    await page.getByRole('button', { name: 'Thêm địa điểm' }).click();
    await dialog.getByLabel('Tên địa điểm').fill('Nhà văn hóa');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('button', { name: 'Xóa địa điểm Nhà văn hóa' }).click();
    await dialog.getByRole('button', { name: 'Xóa', exact: true }).click();
    await page.getByRole('button', { name: 'Nhà văn hóa', exact: true }).waitFor({ state: 'detached' });

    await page.goto(`${product.url}/quan-tri/giang-vien`);
    await page.locator('tbody').getByRole('button').first().click();
    await dialog.getByRole('combobox', { name: 'Tài khoản' }).fill('xa-bix');
    await page.getByRole('option', { name: /xa-bix/ }).click();
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('tbody').getByRole('button').first().click();
    await dialog.getByRole('combobox', { name: 'Tài khoản' }).waitFor();
    expect(await dialog.getByRole('combobox', { name: 'Tài khoản' }).inputValue()).toContain('(xa-bix)');
  });
});
