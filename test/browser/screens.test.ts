import fs from 'node:fs';
import path from 'node:path';
import type { Page, Request } from 'playwright-core';
import { until } from '../support/until.js';
import { type Product, startProduct } from './product.js';

jest.setTimeout(300_000);

const AXE = fs.readFileSync(path.resolve('node_modules/axe-core/axe.min.js'), 'utf8');
const PAGES = [
  '/',
  '/lop',
  '/lop/moi',
  '/lich',
  '/lich?xem=tuan',
  '/lich?xem=nam',
  '/lich?xem=tuan&nhom=phong',
  '/lich?xem=thang&nhom=giangvien',
  '/lop/xep-lich',
  '/de-cu',
  '/tham-dinh',
  '/quyet-dinh',
  '/chi-tieu',
  '/chi-tieu/phuong-an',
  '/chi-tieu?tab=giao',
  '/chi-tieu?tab=giu-cho',
  '/chi-tieu?tab=dieu-chuyen',
  '/chi-tieu?tab=so',
  '/chi-tieu?tab=thong-bao',
  '/chi-tieu?tab=lich-su',
  '/can-bo',
  '/nhu-cau',
  '/ke-hoach',
  '/can-bo/trung-lap',
  '/nhap-du-lieu',
  '/don-doc',
  '/don-doc?muc=sap-gui',
  '/don-doc?muc=tra-loi',
  '/hop-thu',
  '/bao-cao',
  '/quan-tri',
  '/quan-tri/sap-xep',
  '/quan-tri/tai-khoan',
  '/quan-tri/chuan-chuc-danh',
  '/quan-tri/phong-hoc',
  '/quan-tri/giang-vien',
  '/quan-tri/ngay-nghi',
  '/quan-tri/chuong-trinh',
  '/quan-tri/dieu-kien',
  '/quan-tri/don-doc',
  '/quan-tri/mau-thu',
  '/quan-tri/kiem-tra',
  '/quan-tri/kenh-gui',
  '/quan-tri/thu',
  '/quan-tri/viec-chua-xong',
  '/quan-tri/hang-doi',
  '/tai-khoan',
];
/** Pages of one thing, each behind the first link of its name on a list. */
const PAGES_OF_ONE: readonly [list: string, link: RegExp][] = [
  ['/can-bo?q=dang', /Đặng/],
  ['/quan-tri/don-vi', /Xã Bính Xá/],
  ['/ke-hoach?year=2019', /2019/],
  ['/ke-hoach?kind=period', /2020/],
  ['/quan-tri/chuong-trinh', /Trung cấp/],
  ['/quan-tri/dieu-kien', /Trung cấp/],
  ['/lop?state=open', /Bồi dưỡng|lý luận/],
];

const TEXTS = JSON.parse(fs.readFileSync(path.resolve('src/web/i18n/vi.json'), 'utf8')) as Record<string, unknown>;
/** The name of a text that stands where the text should: nothing was written under it. */
const UNWRITTEN = new RegExp(`(?<![\\w.-])(?:${Object.keys(TEXTS).join('|')})\\.[a-zA-Z][\\w-]*`, 'g');

/** Opens an address as a link within the client does: the program stays, the page changes. */
const move = (page: Page, address: string): Promise<void> =>
  page.evaluate((to) => {
    window.history.pushState(null, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, address);

/** How long nothing may be asked until a page counts as complete. */
const QUIET_MS = 150;

/** @returns what waits until every question the page asked has been answered; what it listens to does not count. */
function answersTo(page: Page): () => Promise<void> {
  const asked = new Set<Request>();
  let last = Date.now();
  const answered = (request: Request) => {
    last = Date.now();
    asked.delete(request);
  };
  page.on('request', (request) => {
    last = Date.now();
    if (request.resourceType() !== 'eventsource') asked.add(request);
  });
  page.on('requestfinished', answered);
  page.on('requestfailed', answered);
  return () => until('the page is complete', () => asked.size === 0 && Date.now() - last > QUIET_MS);
}

/** Serious and critical accessibility faults of WCAG 2 A and AA, as `rule: element`. */
const faults = (page: Page): Promise<string[]> =>
  page.evaluate(`(async () => {
    if (!window.axe) { ${AXE} }
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    });
    return violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160)));
  })()`);

const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - window.innerWidth');

describe('every screen', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product.stop());

  it.each([
    { width: 1440, opened: 'loaded', open: async (page: Page, address: string) => void (await page.goto(address)) },
    { width: 390, opened: 'come to', open: move },
  ])(
    '$opened in a window of $width px fits it, has no accessibility fault and says nothing on the console',
    async ({ width, open }) => {
      const page = await product.as('board', width);
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      const found: string[] = [];
      const settled = answersTo(page);
      const check = async (name: string): Promise<void> => {
        await settled();
        await page.getByRole('heading', { level: 2 }).first().waitFor();
        if ((await overflow(page)) > 1) found.push(`${name}: wider than the window`);
        const text = await page.locator('body').innerText();
        found.push(...[...text.matchAll(UNWRITTEN)].map(([key]) => `${name}: no text ${key}`));
        found.push(...(await faults(page)).map((fault) => `${name}: ${fault}`));
      };
      for (const address of PAGES) {
        await open(page, `${product.url}${address}`);
        await check(address);
      }
      for (const [list, link] of PAGES_OF_ONE) {
        await open(page, `${product.url}${list}`);
        await page.locator('#noi-dung').getByRole('link', { name: link }).first().click();
        await page.waitForURL((url) => !list.startsWith(url.pathname));
        await check(new URL(page.url()).pathname);
      }
      expect([...found, ...complaints]).toEqual([]);
    },
  );

  it('a form that is sent empty says what is needed beside each field, for every reader', async () => {
    const page = await product.as('board', 390);
    await page.goto(`${product.url}/lop/moi`);
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Cần nhập.').first().waitFor();
    expect(await page.getByText('Cần nhập.').count()).toBeGreaterThanOrEqual(5);
    expect(await faults(page)).toEqual([]);
  });

  it('who is logged out meanwhile is led to the log-in, not into a wall', async () => {
    const page = await product.as('xa-km');
    await page.goto(`${product.url}/can-bo`);
    await page.getByRole('heading', { name: 'Cán bộ' }).waitFor();
    await page.context().clearCookies();
    await page.getByRole('link', { name: 'Chỉ tiêu' }).click();
    await page.getByLabel('Tên đăng nhập').waitFor();
  });

  it('loads nothing from elsewhere', async () => {
    const page = await product.as('xa-bix', 390);
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await page.goto(`${product.url}/de-cu`);
    await page.waitForLoadState('networkidle');
    expect([...hosts]).toEqual([new URL(product.url).host]);
  });

  it('a page that needs a log-in comes back after it', async () => {
    const context = await product.browser.newContext({ locale: 'vi-VN' });
    const page = await context.newPage();
    await page.goto(`${product.url}/can-bo?q=dang`);
    await page.getByLabel('Tên đăng nhập').fill('leader');
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill('wrong');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByText('Tên đăng nhập hoặc mật khẩu chưa đúng.').waitFor();
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill('hong-chuyen-demo');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('heading', { name: 'Cán bộ' }).waitFor();
    expect(new URL(page.url()).search).toContain('q=dang');
    await context.close();
  });
});
