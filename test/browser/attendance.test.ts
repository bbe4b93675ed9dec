import type { Page } from 'playwright-core';
import { type Product, startProduct } from './product.js';

jest.setTimeout(120_000);

interface Attendance {
  sessions: { id: string; open: number; begun: boolean }[];
  people: { nominationId: string; fullName: string; cells: string[] }[];
}

/** The demo's class that is under way and has a timetable, with two more sessions: yesterday evening's, not recorded yet, and tomorrow's. */
const layEvenings = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const read = async (path: string) => (await (await fetch(`/api/v1${path}`)).json()) as { items: Item[] };
    interface Item {
      id: string;
      code: string;
    }
    const course = (await read('/courses?state=running')).items.find(({ code }) => code.startsWith('CNKT'))?.id ?? '';
    for (const days of [-1, 1]) {
      const at = new Date(Date.now() + days * 86_400_000);
      const day = at.toLocaleDateString('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
      const answer = await fetch(`/api/v1/courses/${course}/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ startsAt: `${day}T18:00:00+07:00`, endsAt: `${day}T20:00:00+07:00` }),
      });
      if (!answer.ok) throw new Error(await answer.text());
    }
    return course;
  });

describe('attendance', () => {
  let product: Product;
  let course: string;
  beforeAll(async () => {
    product = await startProduct();
    const page = await product.as('board');
    course = await layEvenings(page);
    await page.close();
  });
  afterAll(() => product.stop());

  const stored = (page: Page): Promise<Attendance> =>
    page.evaluate(async (id) => (await (await fetch(`/api/v1/courses/${id}/attendance`)).json()) as Attendance, course);
  const open = async (page: Page): Promise<void> => {
    await page.goto(`${product.url}/lop/${course}`);
    await page.getByRole('tab', { name: 'Điểm danh' }).click();
  };
  /** Which mark is chosen for the first people of the list. */
  const chosen = (page: Page, count: number): Promise<(string | null)[]> =>
    page
      .locator('[data-person]')
      .evaluateAll(
        (rows, most) =>
          rows
            .slice(0, most)
            .map((row) => row.querySelector('[aria-checked="true"]')?.getAttribute('data-mark') ?? null),
        count,
      );

  it('marks a session by keyboard alone: the exceptions by their keys, then everybody else; it is there after a reload', async () => {
    const page = await product.as('board');
    await open(page);
    // The session that waits for its sheet is open already.
    await page.getByText('Đã ghi 0/36 người').waitFor();
    await page.locator('[data-person] [role="radio"]').first().focus();
    for (const key of ['ArrowDown', '4', 'm', 'ArrowDown', '3', 'ArrowUp', 'ArrowLeft']) await page.keyboard.press(key);
    expect(await chosen(page, 5)).toEqual([null, 'absent', 'late', null, 'late']);
    const all = page.getByRole('button', { name: 'Có mặt hết những người chưa ghi' });
    await all.focus();
    await page.keyboard.press('Enter');
    expect(await chosen(page, 5)).toEqual(['present', 'absent', 'late', 'present', 'late']);
    await page.getByText('Đã ghi 36/36 người · chưa lưu').waitFor();
    await page.getByRole('button', { name: 'Lưu điểm danh' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Đã lưu điểm danh 36 người.').waitFor();

    await page.reload();
    await page.getByRole('tab', { name: 'Điểm danh' }).click();
    await page.getByText('Cả lớp', { exact: true }).click();
    const { sessions, people } = await stored(page);
    const at = sessions.findLastIndex(({ begun }) => begun);
    expect(sessions[at]?.open).toBe(0);
    expect(people.slice(0, 5).map(({ cells }) => cells[at])).toEqual(['present', 'absent', 'late', 'present', 'late']);
    const row = page.getByRole('row', { name: people[1]?.fullName ?? '' }).first();
    expect(await row.locator('[data-cell="absent"]').count()).toBeGreaterThan(0);
    await page.close();
  });

  it('does not leave marks behind that are not kept, and shows a reader that somebody else was quicker', async () => {
    const page = await product.as('board');
    await open(page);
    await page.locator('[data-person] [data-mark="excused"]').first().click();
    await page.getByRole('button', { name: 'Buổi trước' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Bỏ những gì chưa lưu?').waitFor();
    await dialog.getByRole('button', { name: 'Thôi' }).click();
    expect(await chosen(page, 1)).toEqual(['excused']);
    // Whoever follows a link out of the class is asked, too.
    await page.getByRole('link', { name: 'Lịch', exact: true }).click();
    await dialog.getByText('Bỏ những gì chưa lưu?').waitFor();
    await dialog.getByRole('button', { name: 'Thôi' }).click();
    expect(await chosen(page, 1)).toEqual(['excused']);
    await page.evaluate(async (id) => {
      const { sessions } = (await (await fetch(`/api/v1/courses/${id}/attendance`)).json()) as Attendance;
      const last = sessions.findLast(({ begun }) => begun)?.id ?? '';
      const sheet = (await (await fetch(`/api/v1/sessions/${last}/attendance`)).json()) as {
        lines: { nominationId: string; mark: string }[];
      };
      const marks = sheet.lines.map(({ nominationId, mark }, n) => ({ nominationId, mark: n === 2 ? 'absent' : mark }));
      await fetch(`/api/v1/sessions/${last}/attendance`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ marks }),
      });
    }, course);
    await page.getByRole('button', { name: 'Lưu điểm danh' }).click();
    await page.getByText('Có người vừa lưu buổi này.').waitFor();
    await page.getByRole('button', { name: 'Xem bản mới' }).click();
    await page.locator('[data-person]').nth(2).locator('[data-mark="absent"][aria-checked="true"]').waitFor();
    expect(await chosen(page, 3)).toEqual(['excused', 'absent', 'absent']);
    await page.getByRole('button', { name: 'Lưu điểm danh' }).click();
    await page.getByText('Đã lưu điểm danh 36 người.').waitFor();
    await page.close();
  });

  it('is marked on a telephone, in buttons that a thumb hits, without scrolling sideways', async () => {
    const page = await product.as('board', 390);
    await open(page);
    const button = page.locator('[data-person] [data-mark="late"]').first();
    await button.tap().catch(() => button.click());
    const box = await button.boundingBox();
    expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.getByRole('button', { name: 'Lưu điểm danh' }).click();
    await page.getByText('Đã lưu điểm danh 36 người.').waitFor();
    expect((await stored(page)).people[0]?.cells).toContain('late');
    await page.close();
  });

  it('shows people their own, units theirs without anything to mark, and says kindly where there is nothing', async () => {
    const own = await product.as('can-bo');
    await own.goto(`${product.url}/`);
    const section = own.getByRole('region', { name: 'Điểm danh' });
    await section.getByText(/Dự .* giờ đã điểm danh/).waitFor();
    await section.getByText(/Xem \d+ buổi/).click();
    // Tomorrow evening's, which is always still to come.
    const row = section.getByRole('row').filter({ hasText: '18:00–20:00' }).last();
    await row.getByRole('button', { name: /^Báo vắng/ }).click();
    await own.getByRole('dialog').getByLabel('Lý do').fill('Họp Hội đồng nhân dân xã.');
    await own.getByRole('dialog').getByRole('button', { name: 'Báo vắng' }).click();
    await row.getByText(/^Báo vắng \(.*\): Họp Hội đồng nhân dân xã\.$/).waitFor();
    await row.getByRole('button', { name: 'Rút lại' }).click();
    await row.getByRole('button', { name: /^Báo vắng/ }).waitFor();
    await own.close();

    const unit = await product.as('xa-bix');
    await open(unit);
    await unit.getByRole('table', { name: 'Điểm danh' }).waitFor();
    expect(await unit.getByRole('button', { name: 'Lưu điểm danh' }).count()).toBe(0);
    expect(await unit.locator('tbody tr').count()).toBe(3);
    await unit.close();

    const board = await product.as('board');
    const bare = await board.evaluate(async () => {
      const { items } = (await (await fetch('/api/v1/courses?state=running')).json()) as {
        items: { id: string; code: string }[];
      };
      return items.find(({ code }) => code.startsWith('DVM'))?.id ?? '';
    });
    await board.goto(`${product.url}/lop/${bare}`);
    await board.getByRole('tab', { name: 'Điểm danh' }).click();
    await board.getByText('Lớp chưa có buổi học nào để điểm danh').waitFor();
    await board.close();
  });
});
