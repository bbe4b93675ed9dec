import { DEMO_PASSWORD } from '../../src/modules/demo/pilot.js';

// The API's answers as tests read them: their shape is the contract's business, and asserted where it matters.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Body = any;

export interface Answer {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** A download, as it is. */
  file(path: string): Promise<Buffer>;
  /** Any method, the body sent as it is. */
  send(method: string, path: string, body?: BodyInit, headers?: Record<string, string>): Promise<Answer>;
}

/** Somebody at the API's door, with these headers on every request. */
export function clientOf(baseUrl: string, always: Record<string, string> = {}): Client {
  const send: Client['send'] = async (method, path, body, headers = {}) => {
    const response = await fetch(`${baseUrl}/api/v1${path}`, {
      method,
      body: body ?? null,
      headers: { ...always, ...headers },
    });
    // It never ends: that it began is the answer.
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
      await response.body?.cancel();
      return { status: response.status, body: '', headers: response.headers };
    }
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: isJson && text ? JSON.parse(text) : text, headers: response.headers };
  };
  const withBody = (method: string) => (path: string, body?: unknown, headers?: Record<string, string>) =>
    body === undefined
      ? send(method, path, undefined, headers)
      : send(method, path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  return {
    send,
    async file(path) {
      const response = await fetch(`${baseUrl}/api/v1${path}`, { headers: always });
      if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
      return Buffer.from(await response.arrayBuffer());
    },
    get: (path, headers) => send('GET', path, undefined, headers),
    delete: (path, headers) => send('DELETE', path, undefined, headers),
    post: withBody('POST'),
    put: withBody('PUT'),
    patch: withBody('PATCH'),
  };
}

/** Logs in and keeps the cookie. */
export async function logIn(baseUrl: string, username: string, password = DEMO_PASSWORD): Promise<Client> {
  const { status, body, headers } = await clientOf(baseUrl).post('/auth/login', { username, password });
  if (status !== 200) throw new Error(`${username} cannot log in: ${JSON.stringify(body)}`);
  return clientOf(baseUrl, { cookie: (headers.get('set-cookie') ?? '').split(';')[0] ?? '' });
}

/** The body of an answer that must be a success. */
export function ok({ status, body }: Answer): Body {
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}
