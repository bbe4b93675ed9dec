import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { newDatabase } from '../support/database.js';
import { TEST_DATA_KEY } from '../support/settings.js';

const START_LIMIT_MS = 60_000;
/** Longer than any answer of the product may take. */
const PATIENCE_MS = 10_000;
const CHROMIUM = '/usr/bin/chromium';

/** Whether the application installs itself, so that it opens without a network: only where that is what is tested. */
type PageKind = 'plain' | 'installed';

/** The built product on a database of its own, and a real browser in front of it. */
export interface Product {
  readonly url: string;
  readonly browser: Browser;
  /** What the product says at its start of the first administrator, where it has no demo. */
  readonly administrator: { readonly username: string; readonly password: string } | null;
  /** A page of somebody who has just logged in, in a window of that width. */
  as(username: string, width?: number, kind?: PageKind): Promise<Page>;
  /** A page of nobody yet. */
  newPage(width?: number, kind?: PageKind): Promise<Page>;
  stop(): Promise<void>;
}

/**
 * Starts `node dist/main.js` on a free port, with the demo district unless it shall be empty, and Chromium. Its database
 * is copied: how a newcomer's program makes one by itself is proven in test/process/start.
 */
export async function startProduct({ demo = true }: { demo?: boolean } = {}): Promise<Product> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hong-chuyen browser-'));
  fs.chmodSync(folder, 0o755);
  const database = await newDatabase(demo ? 'today' : 'empty');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const server = spawn(process.execPath, ['dist/main.js'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: folder,
      LOG_LEVEL: 'warn',
      DATABASE_URL: database.url,
      DATA_KEY: TEST_DATA_KEY,
      REDIS_URL: '',
      DEMO: String(demo),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await listening(server);
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const contexts: BrowserContext[] = [];
  const newPage = async (width = 1440, kind: PageKind = 'plain'): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      locale: 'vi-VN',
      // Nothing to look at is lost, and no test waits for something to slide in.
      reducedMotion: 'reduce',
      timezoneId: 'Asia/Ho_Chi_Minh',
      serviceWorkers: kind === 'installed' ? 'allow' : 'block',
    });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    return page;
  };
  const [, username = '', password = ''] = /administrator: (\S+), one-time password: (\S+)/.exec(said) ?? [];
  return {
    url,
    browser,
    administrator: username === '' ? null : { username, password },
    newPage,
    async as(username, width, kind) {
      const page = await newPage(width, kind);
      await page.goto(`${url}/dang-nhap`);
      await page.getByLabel('Tên đăng nhập').fill(username);
      await page.getByRole('textbox', { name: 'Mật khẩu' }).fill('hong-chuyen-demo');
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
      // The first page of an official is their own training.
      await page.getByRole('heading', { name: /^(Bàn làm việc|Việc học của tôi)$/ }).waitFor();
      return page;
    },
    async stop() {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await gone;
      await database.drop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asks the API from inside a page, as whoever is logged in there. @returns the body of the answer @throws what it refuses */
export const ask = <T>(page: Page, method: string, path: string, body?: unknown): Promise<T> =>
  page.evaluate(
    async ([verb, address, sent]) => {
      const response = await fetch(`/api/v1${address}`, {
        method: verb,
        ...(sent !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${verb} ${address}: ${text}`);
      return (text === '' ? null : JSON.parse(text)) as T;
    },
    [method, path, body] as const,
  );

/** Waits until it listens. @returns all that it said so far: where it is, and whose accounts there are */
async function listening(server: ChildProcess): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    let said = '';
    const limit = setTimeout(() => {
      reject(new Error('The product did not start in time'));
    }, START_LIMIT_MS);
    server.stdout?.on('data', (text: Buffer) => {
      said += text.toString();
      // What it says of accounts follows its address, as a rule in a piece of its own.
      if (!said.includes('http://localhost') || !/Demo accounts|one-time password: \S+\s/.test(said)) return;
      clearTimeout(limit);
      resolve(said);
    });
    server.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`The product ended with ${String(code)} before it listened`));
    });
  });
}

/** A port nobody listens on at the moment. */
async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address) resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });
}
