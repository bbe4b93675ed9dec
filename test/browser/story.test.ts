import type { Page } from 'playwright-core';
import { type Product, startProduct } from './product.js';

jest.setTimeout(120_000);

const TITLE = 'Bồi dưỡng kỹ năng công tác đảng cho bí thư chi bộ';
const day = (offset: number): string => {
  const date = new Date(Date.now() + offset * 86_400_000);
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(date);
};

/** Waits until so many people are still to be approved. */
async function expectCount(page: Page, left: number): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('button')].filter((button) => button.textContent === 'Duyệt').length === wanted,
    left,
  );
}

/** The main job through the screens; each test goes on where the one before it ended. */
describe('a class, from the plan to the certificate, as people do it on the screens', () => {
  let product: Product;
  let board: Page;
  let commune: Page;

  beforeAll(async () => {
    product = await startProduct();
    board = await product.as('board');
    commune = await product.as('xa-bix');
  });
  afterAll(() => product.stop());

  const toCourse = async (page: Page): Promise<void> => {
    await page.goto(`${product.url}/lop?q=ky%20nang%20cong%20tac%20dang`);
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('heading', { level: 2, name: TITLE }).waitFor();
  };

  it('the board finds its work and the year at a glance', async () => {
    await board.getByText('Việc cần làm hôm nay').waitFor();
    expect(await board.getByText('237/243').count()).toBe(1);
    expect(await board.getByText('240/243').count()).toBe(1);
  });

  it('what is wrong with a new class is said beside its field, in Vietnamese', async () => {
    await board.goto(`${product.url}/lop/moi`);
    await board.getByRole('combobox', { name: 'Chương trình' }).click();
    await board.getByRole('option', { name: 'Bồi dưỡng nghiệp vụ công tác đảng cho cấp ủy cơ sở' }).click();
    await board.getByLabel('Mã lớp').fill('KN-01');
    await board.getByLabel('Tên lớp').fill(TITLE);
    await board.getByLabel('Ngày khai giảng').fill(day(40));
    await board.getByLabel('Ngày bế giảng').fill(day(42));
    await board.getByLabel('Số chỗ').fill('2');
    await board.getByLabel('Số học viên tối thiểu').fill('3');
    await board.getByRole('button', { name: 'Lưu' }).click();
    await board.getByText('Không được lớn hơn sức chứa.').waitFor();
  });

  it('the board plans the class and calls every commune to it', async () => {
    await board.getByLabel('Số học viên tối thiểu').fill('1');
    await board.getByRole('button', { name: 'Lưu' }).click();
    await board.getByRole('heading', { level: 2, name: TITLE }).waitFor();
    await board.getByRole('button', { name: 'Mở nhận danh sách' }).click();
    await board.getByRole('dialog').getByLabel('Hạn nộp danh sách').fill(day(10));
    await board.keyboard.press('Tab');
    await board.getByRole('dialog').getByRole('button', { name: 'Mở nhận danh sách' }).click();
    await board.getByText('0/12 đơn vị đã trả lời (0 muộn), 0 quá hạn chưa trả lời').waitFor();
  });

  it('the commune is told in its inbox', async () => {
    const message = commune.getByRole('link', { name: 'Mời cử cán bộ học lớp KN-01' });
    for (let look = 0; look < 20 && (await message.count()) === 0; look += 1) {
      await commune.goto(`${product.url}/hop-thu`);
      await commune.waitForTimeout(500);
    }
    expect(await message.count()).toBe(1);
  });

  it('the commune sends three people for two seats: two are seated, one waits', async () => {
    await toCourse(commune);
    await commune.getByRole('link', { name: 'Cử người đi học' }).first().click();
    const list = commune.getByRole('region', { name: 'Chọn người' });
    const boxes = list.getByRole('checkbox', { disabled: false });
    await boxes.nth(3).waitFor();
    for (const index of [0, 1, 2]) await boxes.nth(index).check();
    await commune.getByRole('button', { name: 'Gửi danh sách (3)' }).click();
    await commune.getByRole('dialog').getByRole('button', { name: 'Gửi danh sách (3)' }).click();
    await commune.getByText('Đã gửi: 2 có chỗ, 1 chờ, 0 không nhận').waitFor();
  });

  it('another commune says that it has no one', async () => {
    const other = await product.as('xa-tb', 390);
    await other.goto(`${product.url}/de-cu`);
    const card = other.getByRole('region', { name: TITLE });
    await card.getByRole('button', { name: 'Không có người cử' }).click();
    await other.getByRole('dialog').getByLabel('Lý do').fill('Các đồng chí đều đã học.');
    await other.getByRole('dialog').getByRole('button', { name: 'Gửi' }).click();
    await card.getByText('Báo không có người cử').waitFor();
  });

  it('the board approves with a key, and withdrawing one moves the waiting one up', async () => {
    await toCourse(board);
    await board.getByText('2/12 đơn vị đã trả lời').waitFor();
    await board.getByRole('tab', { name: 'Danh sách' }).click();
    await board.getByText('Đứng đầu danh sách chờ').waitFor();
    await board.getByRole('button', { name: 'Duyệt', exact: true }).first().click();
    await board.getByText('Đã duyệt').first().waitFor();
    await toCourse(commune);
    await commune.getByRole('tab', { name: 'Danh sách' }).click();
    await commune.getByRole('button', { name: 'Rút tên' }).first().click();
    await commune.getByRole('dialog').getByRole('button', { name: 'Rút tên' }).click();
    await commune.getByText('Đứng đầu danh sách chờ', { exact: true }).waitFor({ state: 'detached' });
    expect(await commune.getByText('2/2').count()).toBeGreaterThan(0);
  });

  it('the review queue is worked off by keyboard', async () => {
    await board.goto(`${product.url}/tham-dinh`);
    await board.getByRole('list', { name: 'Hàng chờ' }).waitFor();
    const before = Number(/\d+/.exec((await board.getByText(/đề cử chờ quyết định/).textContent()) ?? '')?.[0]);
    await board.keyboard.press('a');
    await board.getByText(`${before - 1} đề cử chờ quyết định`).waitFor();
    await board.keyboard.press('x');
    await board.getByRole('dialog').getByLabel('Lý do').waitFor();
    await board.keyboard.press('Escape');
  });

  it('the class closes, is confirmed, starts and completes', async () => {
    await toCourse(board);
    await board.getByRole('button', { name: 'Đóng nhận danh sách' }).click();
    await board.getByRole('dialog').getByRole('button', { name: 'Đóng nhận danh sách' }).click();
    await board.getByRole('button', { name: 'Chốt danh sách' }).waitFor();
    await board.getByRole('tab', { name: 'Danh sách' }).click();
    for (const left of [1, 0]) {
      await board.getByRole('button', { name: 'Duyệt', exact: true }).first().click();
      await expectCount(board, left);
    }
    await board.getByRole('button', { name: 'Chốt danh sách' }).click();
    await board.getByRole('dialog').getByRole('button', { name: 'Chốt danh sách' }).click();
    // Without a timetable it is fixed only for a reason.
    await board.getByText('Lớp chưa có thời khóa biểu (phòng, giảng viên): cần ghi lý do.').waitFor();
    await board.getByRole('dialog').getByLabel('Lý do').fill('Học theo lịch của trường.');
    await board.getByRole('dialog').getByRole('button', { name: 'Chốt danh sách' }).click();
    await board.getByRole('button', { name: 'Khai giảng' }).click();
    await board.getByRole('dialog').getByRole('button', { name: 'Khai giảng' }).click();
    await board.getByRole('button', { name: 'Kết thúc lớp' }).click();
    await board.getByText('2 người hoàn thành, 0 người không hoàn thành.').waitFor();
    await board.getByRole('dialog').getByRole('button', { name: 'Kết thúc lớp' }).click();
    await board.getByText('2 học viên').waitFor();
  });

  it('the reports show the pilot as it was in December 2019', async () => {
    await board.goto(`${product.url}/bao-cao?ngay=2019-12-14`);
    for (const figure of ['237/243', '240/243', '7/12']) await board.getByText(figure, { exact: true }).waitFor();
    await board.getByRole('tab', { name: 'Lớp theo năm' }).click();
    await board.getByRole('tab', { name: 'Cử đi học LLCT' }).click();
    await board.getByRole('columnheader', { name: '230' }).waitFor();
    expect(await board.getByRole('columnheader', { name: '19', exact: true }).count()).toBe(1);
  });

  it('`dang` finds Đặng', async () => {
    await board.goto(`${product.url}/can-bo`);
    await board.getByRole('searchbox', { name: 'Tìm theo tên, không cần dấu' }).fill('dang');
    await board
      .getByRole('link', { name: /^Đặng / })
      .first()
      .waitFor();
  });

  it('the screens speak English when asked to', async () => {
    const page = await product.as('leader');
    await page.goto(`${product.url}/tai-khoan`);
    await page.getByText('English', { exact: true }).click();
    await page.getByRole('link', { name: 'Reports' }).click();
    await page.getByRole('heading', { name: 'Reports' }).waitFor();
  });
});
