import path from 'node:path';
import type { Page } from 'playwright-core';
import { COMMUNES, pilotRows } from '../../src/modules/demo/pilot.js';
import { type Client, logIn, ok } from '../support/client.js';
import { PILOT } from '../support/imports.js';
import { PILOT_DAY, pilotExpected, pilotFigures } from '../support/pilot-figures.js';
import { type Product, startProduct } from './product.js';

jest.setTimeout(240_000);

const FOLDER = path.resolve(__dirname, '../../src/modules/demo/pilot');
const PASSWORD = 'một câu dễ nhớ của Ban Tổ chức';
/** The pilot's workbooks in the order in which an office hands them in: its people before those it has sent. */
const FILES = [
  ['Danh sách trích ngang cán bộ', PILOT.officials, 243],
  ['Các lớp đã mở', PILOT.courses, 84],
  ['Danh sách đã cử đi học', PILOT.placements, 249],
] as const;

/** An office begins: no demo, nothing but a first administrator. */
describe('from an empty registry to the numbers of the article, through the wizard', () => {
  let product: Product;
  let page: Page;
  let board: Client;

  beforeAll(async () => {
    product = await startProduct({ demo: false });
    page = await product.newPage();
  });
  afterAll(() => product.stop());

  it('the administrator whom the first start names logs in and takes a password of their own', async () => {
    const { username, password } = product.administrator!;
    await page.goto(`${product.url}/dang-nhap`);
    await page.getByLabel('Tên đăng nhập').fill(username);
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(password);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByText('Mời đổi mật khẩu').waitFor();
    await page.getByLabel('Mật khẩu hiện tại').fill(password);
    await page.getByLabel('Mật khẩu mới').fill(PASSWORD);
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await page.getByText('Đã đổi mật khẩu').waitFor();
    board = await logIn(product.url, username, PASSWORD);
    expect(ok(await board.get('/officials')).total).toBe(0);
  });

  it('the district gets its name and its first town on the screens', async () => {
    await page.goto(`${product.url}/quan-tri`);
    await page.getByRole('link', { name: 'Đảng bộ (đặt tên ở mục Quản trị)' }).click();
    await page.getByRole('button', { name: 'Sửa thông tin' }).click();
    await page.getByLabel('Tên đơn vị').fill('Huyện ủy Đình Lập');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('heading', { name: 'Huyện ủy Đình Lập' }).waitFor();
    await page.getByRole('button', { name: 'Thêm đơn vị bên dưới' }).click();
    await page.getByLabel('Tên đơn vị').fill('Thị trấn Đình Lập');
    await page.getByRole('textbox', { name: 'Mã' }).fill('dl-tt');
    await page.getByRole('combobox', { name: 'Loại' }).click();
    await page.getByRole('option', { name: 'Thị trấn', exact: true }).click();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('link', { name: 'Thị trấn Đình Lập' }).waitFor();
  });

  it('without the units that a workbook names no row of theirs is taken, and each says so', async () => {
    await handIn('Danh sách trích ngang cán bộ', PILOT.officials);
    await page.getByRole('button', { name: `Mới: 19` }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: `Có lỗi: ${243 - 19}` }).click();
    await page.getByText('Không có đơn vị nào tên là "Thị trấn Nông Trường Thái Bình"').first().waitFor();
    await addUnits();
  });

  it.each(FILES)('%s: every row is new, and is written', async (kind, file, rows) => {
    await handIn(kind, file);
    await page.getByRole('button', { name: `Mới: ${rows}` }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Ghi tất cả' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(`Sẽ thêm ${rows} và sửa 0`).waitFor();
    await dialog.getByRole('button', { name: 'Ghi tất cả' }).click();
    await dialog.waitFor({ state: 'hidden', timeout: 30_000 });
    await page.getByText('Đã ghi xong').waitFor({ timeout: 60_000 });
  });

  it('gives the numbers of the article exactly, as of its day and for each unit', async () => {
    expect(await pilotFigures(board)).toEqual(pilotExpected);
    await page.goto(`${product.url}/bao-cao?ngay=${PILOT_DAY}`);
    const rows = page.getByRole('table', { name: 'Đạt chuẩn' }).locator('tbody tr');
    await rows.first().waitFor();
    const shown = (await rows.allInnerTexts()).map((text) => {
      const [[, professional, officials] = [], [, llct] = []] = [...text.matchAll(/(\d+)\s*\/\s*(\d+)/g)];
      const numbers = { officials: Number(officials), professional: Number(professional), llct: Number(llct) };
      return [text.split(/[\t\n]/)[0]!.trim(), numbers];
    });
    expect(Object.fromEntries(shown)).toEqual(pilotExpected.perUnit);
  });

  const handIn = async (kind: string, file: string): Promise<void> => {
    await page.goto(`${product.url}/nhap-du-lieu`);
    await page.getByRole('radio', { name: kind }).check();
    await page.locator('input[type=file]').setInputFiles(path.join(FOLDER, file));
  };

  /** The other communes, and the offices of those who were sent to study. */
  const addUnits = async (): Promise<void> => {
    const me = ok(await board.get('/auth/me'));
    const communes = COMMUNES.filter(({ code }) => code !== 'DL-TT');
    const named = new Set((await pilotRows(PILOT.placements, 'placements')).map(({ unitName }) => unitName));
    const offices = [...named]
      .filter((name) => !COMMUNES.some((commune) => commune.name === name))
      .map((name, index) => ({ name, code: `CQ-${index + 1}`, kind: 'agency' }));
    for (const unit of [...communes, ...offices]) ok(await board.post('/units', { parentId: me.unit.id, ...unit }));
  };
});
