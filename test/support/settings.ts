import os from 'node:os';
import path from 'node:path';
import { Settings } from '../../src/platform/config/settings.js';

/** The demo of the template is sealed with it, so every application under test has it. */
export const TEST_DATA_KEY = Buffer.alloc(32, 7).toString('base64');

/** Settings of an application under test. */
export const testSettings = (given: Partial<Settings> = {}): Settings =>
  new Settings({
    port: 0,
    host: '127.0.0.1',
    dataDir: '/nowhere',
    databaseUrl: undefined,
    dataKey: TEST_DATA_KEY,
    redisUrl: undefined,
    filesDir: path.join(os.tmpdir(), 'hong-chuyen-test-files'),
    fileStore: undefined,
    clamavUrl: undefined,
    smtpUrl: undefined,
    dkim: undefined,
    bounceAddress: undefined,
    bounceImapUrl: undefined,
    mailFrom: 'Hồng Chuyên <hong-chuyen@localhost>',
    sms: undefined,
    zalo: undefined,
    vapid: undefined,
    pushHosts: [],
    demo: true,
    publicUrl: 'http://localhost:3000',
    logLevel: process.env.TEST_LOG_LEVEL ?? 'silent',
    // Tests move the clock by months and stay logged in.
    sessionHours: 24 * 3660,
    trustProxy: false,
    ...given,
  });
