import fs from 'node:fs';
import path from 'node:path';
import { type GatewayAnswer, startGateway, type TestGateway } from '../support/gateway.js';
import { readSettings, SettingsError } from '../../src/platform/config/settings.js';
import { gatewaySettings, type GatewayVariables } from '../../src/platform/gateway/gateway-settings.js';
import { type GatewayMessage, HttpGateway } from '../../src/platform/gateway/http-gateway.js';
import type { Outcome } from '../../src/platform/gateway/outcome.js';

/** One exchange with a gateway, as it was recorded. */
interface Recorded {
  readonly settings: Partial<GatewayVariables>;
  readonly message: Partial<GatewayMessage>;
  readonly request: { method: string; path: string; headers: Record<string, string>; body: string };
  readonly answer: GatewayAnswer;
  readonly outcome: Outcome;
}

const FOLDER = path.resolve('test/fixtures/gateway');
const recorded = fs
  .readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({
    name: path.basename(file, '.json'),
    ...(JSON.parse(fs.readFileSync(path.join(FOLDER, file), 'utf8')) as Recorded),
  }));
const DEFAULTS: GatewayVariables = {
  URL: undefined,
  METHOD: 'POST',
  HEADERS: '{}',
  BODY: undefined,
  TOKEN: undefined,
  ID_POINTER: '/id',
  ACCEPTED: undefined,
  TIMEOUT_S: 10,
  PLAIN: false,
};
const MESSAGE: GatewayMessage = { id: '', to: '', text: '', title: '', body: '', link: '' };

let server: TestGateway;
beforeAll(async () => {
  server = await startGateway();
});
afterAll(() => server.stop());

test.each(recorded)('the contract of a gateway: $name', async ({ settings, message, request, answer, outcome }) => {
  const url = `${server.url}${settings.URL ?? ''}`;
  const gateway = new HttpGateway(gatewaySettings({ ...DEFAULTS, ...settings, URL: url })!);
  server.answer(() => answer);
  expect(await gateway.send({ ...MESSAGE, ...message })).toEqual(outcome);
  const taken = server.requests.at(-1);
  expect({ method: taken?.method, path: taken?.path, body: taken?.body.toString() }).toEqual({
    method: request.method,
    path: request.path,
    body: request.body,
  });
  expect(taken?.headers).toMatchObject(request.headers);
});

test('a gateway that is not there is an outcome, without the number', async () => {
  const gateway = new HttpGateway(gatewaySettings({ ...DEFAULTS, URL: 'http://127.0.0.1:1/{{to}}' })!);
  const outcome = await gateway.send({ ...MESSAGE, to: '+84912345678' });
  expect(outcome).toHaveProperty('later');
  expect(JSON.stringify(outcome)).not.toContain('912345678');
});

test.each([
  [{ SMS_URL: 'http://x', SMS_HEADERS: '[' }, 'SMS_HEADERS'],
  [{ SMS_URL: 'http://x', SMS_ID_POINTER: 'id' }, 'SMS_ID_POINTER'],
  [{ ZALO_URL: 'http://x', ZALO_ACCEPTED: '/code' }, 'ZALO_ACCEPTED'],
  [{ VAPID_PUBLIC_KEY: 'x' }, 'VAPID_PRIVATE_KEY'],
])('settings that cannot be used are named: %j', (env, name) => {
  expect(() => readSettings(env)).toThrow(SettingsError);
  expect(() => readSettings(env)).toThrow(name);
});
