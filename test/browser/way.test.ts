import type { Locator, Page } from 'playwright-core';
import { ask, type Product, startProduct } from './product.js';

jest.setTimeout(120_000);

const TITLE = 'Trung cấp lý luận chính trị, lớp thử cả con đường';
const CODE = 'WAY-01';
const PROGRAM = 'Lớp đi hết các bước';
/** As people write it, so many days from today. */
const day = (offset: number): string => {
  const [year, month, date] = isoDay(offset).split('-');
  return `${date}/${month}/${year}`;
};
const isoDay = (offset: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(Date.now() + offset * 86_400_000));

/** Answers the question that is open: its reason, then its button. */
async function answer(page: Page, button: string, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do').fill(reason);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/**
 * The whole way of a nomination on the screens, from the cell to the certificate: five of a cell for three seats. Each test
 * goes on where the one before it ended; only the program, the class and a second reviewer are made beforehand.
 */
describe('a nomination goes its whole way through the screens', () => {
  let product: Product;
  let board: Page;
  let second: Page;
  let commune: Page;
  let cell: Page;
  let courseId: string;
  /** In the order in which the committee nominates them; the first is the person with an account of their own. */
  let names: string[];

  const at = (page: Page, path: string): Promise<unknown> => page.goto(`${product.url}${path}`);
  const tab = async (page: Page, name: string): Promise<void> => {
    await at(page, `/lop/${courseId}`);
    await page.getByRole('tab', { name, exact: true }).click();
  };
  /** Somebody's line in the list of a class. */
  const row = (page: Page, name: string): Locator => page.getByRole('row').filter({ hasText: name });
  const one = (index: number): string => names[index] ?? '';

  beforeAll(async () => {
    product = await startProduct();
    [board, commune, cell] = await Promise.all([
      product.as('board'),
      product.as('xa-bix'),
      product.as('chibo-bix-1', 390),
    ]);
    const own = await product.as('can-bo');
    const { id: personId, fullName } = await ask<{ id: string; fullName: string }>(own, 'GET', '/own/record');
    await own.context().close();
    courseId = await openClass(board);
    second = await secondReviewer(product, board);
    const { items } = await ask<{ items: { official: { id: string; fullName: string }; eligible: boolean }[] }>(
      cell,
      'GET',
      `/courses/${courseId}/proposal-candidates?page[size]=100`,
    );
    const others = items.filter(({ official, eligible }) => eligible && official.id !== personId);
    names = [fullName, ...others.slice(0, 4).map(({ official }) => official.fullName)];
    expect(new Set(names).size).toBe(5);
  }, 90_000);
  afterAll(() => product.stop());

  it('the cell proposes five of its people, on a telephone', async () => {
    await at(cell, '/de-cu');
    await cell.getByRole('region', { name: TITLE }).getByRole('link', { name: 'Đề xuất' }).click();
    const people = cell.getByRole('region', { name: 'Chọn người của chi bộ' });
    for (const name of names) await people.getByRole('checkbox', { name, exact: true }).check();
    await people.getByLabel('Ý kiến của chi bộ').fill('Chi bộ đã họp ngày 12.');
    await people.getByRole('button', { name: 'Đề xuất 5 người' }).click();
    await cell.getByText('Đã gửi đề xuất 5 người.').waitFor();
  });

  it('the committee puts them in order by keys, and nominates: three have a seat, two wait and read why', async () => {
    await at(commune, `/lop/${courseId}/de-xuat`);
    const list = commune.getByRole('region', { name: 'Danh sách đề xuất' });
    await list.getByText('Chi bộ đã họp ngày 12.').first().waitFor();
    // The last comes to the place before.
    await list.getByRole('checkbox', { name: one(4), exact: true }).focus();
    await commune.keyboard.press('Alt+ArrowUp');
    names = [one(0), one(1), one(2), one(4), one(3)];
    await list
      .getByRole('listitem')
      .nth(3)
      .filter({ hasText: one(3) })
      .waitFor();
    await list.getByRole('button', { name: 'Cử 5 người' }).click();
    await list.getByText('Đã cử').nth(4).waitFor();
    await tab(commune, 'Danh sách');
    await row(commune, one(3)).getByText('Kế tiếp: có chỗ trống là được vào lớp.').waitFor();
    await row(commune, one(4)).getByText('Sau 1 người nữa.').waitFor();
  });

  it('of two who review, one returns the first for completion, and the other sees it without reloading', async () => {
    for (const page of [board, second]) {
      await at(page, `/tham-dinh?courseId=${courseId}`);
      await page.getByRole('list', { name: 'Hàng chờ' }).getByText(one(2)).waitFor();
    }
    await second.keyboard.press('t');
    await answer(second, 'Trả lại', 'Thiếu sơ yếu lý lịch');
    await board.getByText(`${one(0)}: Nguyễn Thẩm Định vừa xử lý`).waitFor();
    await board.getByText('“Thiếu sơ yếu lý lịch”').first().waitFor();
    expect(await board.getByRole('list', { name: 'Hàng chờ' }).getByText(one(0)).count()).toBe(0);
  });

  it('the committee adds what was missing and sends again; the board approves by key, against the other with a reason', async () => {
    await row(commune, one(0)).getByText('“Thiếu sơ yếu lý lịch”').waitFor();
    await row(commune, one(0))
      .getByRole('button', { name: /^Hồ sơ của/ })
      .click();
    const papers = commune.getByRole('dialog');
    const choosing = commune.waitForEvent('filechooser');
    await papers.getByRole('button', { name: 'Thêm tệp: Sơ yếu lý lịch' }).click();
    const pdf = { name: 'Lý lịch.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
    await (await choosing).setFiles(pdf);
    await papers.getByRole('link', { name: 'Lý lịch.pdf' }).waitFor();
    await papers.getByRole('button', { name: 'Đóng' }).click();
    await row(commune, one(0)).getByRole('button', { name: 'Gửi lại' }).click();
    const queue = board.getByRole('list', { name: 'Hàng chờ' });
    await queue.getByText(one(0)).waitFor();
    await queue.getByText(one(0)).click();
    await board.keyboard.press('a');
    await answer(board, 'Duyệt', 'Đã bổ sung đủ');
    for (const left of [1, 0]) {
      await board.keyboard.press('a');
      await board.getByText(`${left} đề cử chờ quyết định`).waitFor();
    }
  });

  it('one withdraws with a reason: the next is asked, and the committee accepts for them', async () => {
    await row(commune, one(2)).getByText('Đã duyệt').waitFor();
    await row(commune, one(2)).getByRole('button', { name: 'Rút tên' }).click();
    await answer(commune, 'Rút tên', 'Chuyển công tác');
    await tab(commune, 'Chỗ và người chờ');
    const line = commune.getByRole('region', { name: /Danh sách chờ/ });
    await line.getByText(/Đang được mời nhận chỗ/).waitFor();
    await line.getByRole('button', { name: 'Nhận chỗ' }).click();
    await line.getByText(one(3)).waitFor({ state: 'detached' });
    await board.getByRole('list', { name: 'Hàng chờ' }).getByText(one(3)).waitFor();
    await board.keyboard.press('a');
    await board.getByText(`Đã duyệt ${one(3)}`).waitFor();
    await board.getByText('Không còn đề cử nào chờ thẩm định').waitFor();
  });

  it('a decision is drafted, one is left out of it, and it is issued with its number; the one left gets another', async () => {
    await tab(board, 'Quyết định');
    await board.getByRole('button', { name: 'Lập quyết định' }).click();
    await board.getByText('cử 3 người').waitFor();
    await board.getByRole('button', { name: 'Để lại lần sau' }).click();
    await board
      .getByRole('dialog')
      .getByRole('checkbox', { name: new RegExp(one(3)) })
      .check();
    await board.getByRole('dialog').getByRole('button', { name: 'Để lại 1 người' }).click();
    await board.getByText('cử 2 người').waitFor();
    await issue('12-QĐ/BTC');
    await at(board, '/quyet-dinh');
    const waiting = board.getByRole('region', { name: PROGRAM });
    await waiting.getByRole('checkbox', { name: new RegExp(`${CODE}.*1 người`) }).waitFor();
    await waiting.getByRole('button', { name: 'Lập quyết định cho 1 người' }).click();
    await issue('13-QĐ/BTC');
  });

  it('somebody else takes the place of one who is on a decision, and the paper tells of both', async () => {
    await tab(board, 'Danh sách');
    await row(board, one(1)).getByRole('button', { name: 'Thay người' }).click();
    const dialog = board.getByRole('dialog');
    const newcomer = dialog.getByRole('combobox', { name: 'Người thay' });
    await newcomer.click();
    await newcomer.fill(one(2));
    await board.getByRole('option', { name: new RegExp(one(2)) }).click();
    await answer(board, 'Thay người', 'Đi công tác dài ngày');
    await board.getByText(`${one(2)} đã thay ${one(1)}.`).waitFor();
    await at(board, '/quyet-dinh');
    await board.getByRole('link', { name: '12-QĐ/BTC' }).click();
    await board.getByText(`thay ${one(1)}`).waitFor();
    await board.getByText('Đã thay người').waitFor();
  });

  it('the class is closed, its people are enrolled, and it begins', async () => {
    await tab(board, 'Danh sách');
    await press('Đóng nhận danh sách');
    await board.getByRole('button', { name: 'Chốt danh sách' }).click();
    await answer(board, 'Chốt danh sách', 'Học theo lịch của trường.');
    await board.getByText('Đã ghi danh').nth(2).waitFor();
    await press('Khai giảng');
    await board.getByText('Đang học').nth(2).waitFor();
  });

  it('one never came; the others pass with a certificate', async () => {
    await row(board, one(3)).getByRole('button', { name: 'Không đến học' }).click();
    await board.getByRole('dialog').getByRole('button', { name: 'Không đến học' }).click();
    await board.getByRole('dialog').waitFor({ state: 'detached' });
    await board.getByRole('tab', { name: 'Kết quả' }).click();
    const table = board.getByRole('table', { name: 'Kết quả' });
    for (const [index, name] of [one(0), one(2)].entries()) {
      await table.getByLabel(`Xếp loại: ${name}`).selectOption('Giỏi');
      await table.getByLabel(`Số văn bằng, chứng chỉ: ${name}`).fill(`TC-0${index + 1}`);
      await table.getByLabel(`Ngày cấp: ${name}`).fill(day(0));
    }
    await board.getByRole('button', { name: 'Ghi kết quả 2 người' }).click();
    await board.getByText('Đã ghi kết quả 2 người.').waitFor();
  });

  it('the record shows the qualification, and the person reads every step of the way', async () => {
    await board.getByRole('link', { name: one(0) }).click();
    await board.getByText('TC-01').first().waitFor();
    const own = await product.as('can-bo', 390);
    const card = own.getByRole('listitem').filter({ hasText: TITLE });
    await card.getByText(`Chứng chỉ số TC-01, ngày ${day(0)}`).waitFor();
    await card.getByRole('button', { name: /Các bước đã qua/ }).click();
    const steps = ['Được cử, có chỗ', 'Đảng ủy cử theo đề xuất thứ 1', 'Trả lại để bổ sung', 'Gửi lại', 'Được duyệt'];
    for (const step of [...steps, 'Có quyết định 12-QĐ/BTC', 'Ghi danh', 'Vào học', 'Hoàn thành lớp'])
      await card.getByText(step).first().waitFor();
    await card.getByText('“Thiếu sơ yếu lý lịch”').first().waitFor();
    expect(await own.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(1);
  });

  const press = async (name: string): Promise<void> => {
    await board.getByRole('button', { name, exact: true }).click();
    await board.getByRole('dialog').getByRole('button', { name, exact: true }).click();
    await board.getByRole('dialog').waitFor({ state: 'detached' });
  };
  const issue = async (number: string): Promise<void> => {
    await board.getByRole('button', { name: 'Ban hành' }).click();
    const dialog = board.getByRole('dialog');
    await dialog.getByLabel('Số quyết định').fill(number);
    await dialog.getByLabel('Người ký').fill('Trưởng ban');
    await dialog.getByRole('button', { name: 'Ban hành' }).click();
    await board.getByRole('heading', { name: `Quyết định số ${number}` }).waitFor();
  };
});

/** A program with every step, and a class of it for three, whose freed seats are offered. @returns its id */
async function openClass(board: Page): Promise<string> {
  const program = await ask<{ id: string }>(board, 'POST', '/programs', {
    ...{ code: 'WAY', name: PROGRAM, kind: 'professional', needsQuota: false, from: '2020-01-01' },
    ...{ cellStep: true, decisionStep: true, confers: { llct: 'intermediate' } },
  });
  const course = await ask<{ id: string }>(board, 'POST', '/courses', {
    ...{ code: CODE, title: TITLE, programId: program.id, capacity: 3, minimum: 0 },
    ...{ startsOn: isoDay(40), endsOn: isoDay(42) },
  });
  const { items } = await ask<{ items: { id: string; code: string }[] }>(board, 'GET', '/units?page[size]=200');
  const unitIds = items.filter(({ code }) => code === 'BIX').map(({ id }) => id);
  await ask(board, 'POST', `/courses/${course.id}/open-nominations`, { deadline: isoDay(10), unitIds });
  const rules = { waitlistOrder: 'time', freedSeats: 'offer', offerHours: 48 };
  await ask(board, 'PUT', `/courses/${course.id}/seats/rules`, rules);
  return course.id;
}

/** A second reviewer, with a password of their own. */
async function secondReviewer(product: Product, board: Page): Promise<Page> {
  const { unit } = await ask<{ unit: { id: string } }>(board, 'GET', '/auth/me');
  const account = { username: 'tham-dinh-2', displayName: 'Nguyễn Thẩm Định', role: 'board', unitId: unit.id };
  const { oneTimePassword } = await ask<{ oneTimePassword: string }>(board, 'POST', '/accounts', account);
  const page = await product.newPage();
  await page.goto(`${product.url}/dang-nhap`);
  await ask(page, 'POST', '/auth/login', { username: 'tham-dinh-2', password: oneTimePassword });
  const passwords = { currentPassword: oneTimePassword, newPassword: 'một mật khẩu rất dài' };
  await ask(page, 'PUT', '/auth/password', passwords);
  return page;
}
