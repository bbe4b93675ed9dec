import { startApp, type TestApp } from '../support/app.js';

/** What every answer tells the browser to keep it safe. */
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

test.each(['/health', '/officials', '/no-such-address'])(
  'an answer of %s lets nothing be loaded from elsewhere',
  async (path) => {
    const { headers } = await fetch(`${app.url}/api/v1${path}`);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  },
);
