import type { GatewaySettings } from './gateway-settings.js';
import type { Outcome } from './outcome.js';

/** What `{{…}}` in the settings of a gateway stands for. */
export interface GatewayMessage {
  /** Stable for the same message, so that a gateway recognises a repetition. */
  readonly id: string;
  /** Number in E.164. */
  readonly to: string;
  /** The short text. */
  readonly text: string;
  readonly title: string;
  readonly body: string;
  readonly link: string;
}

const FORM = 'application/x-www-form-urlencoded';
const LONGEST_REASON = 300;
const LONGEST_ANSWER = 65_536;
/** Answers of the 4xx kind that are about the moment or about our key, not about this message. */
const NOT_THE_MESSAGE = [401, 402, 403, 407, 408, 409, 423, 425, 429];
const TOO_MANY = 429;
const UNAVAILABLE = 503;
const LONGEST_PATIENCE_S = 86_400;

/** Hands short messages to a provider over HTTP, in the form its settings describe. */
export class HttpGateway {
  constructor(private readonly settings: GatewaySettings) {}

  /** Whether texts are to go without Vietnamese marks. */
  get plain(): boolean {
    return this.settings.plain;
  }

  /** Never throws: what goes wrong on the way is an outcome too, and names neither the number nor the token. */
  async send(message: GatewayMessage): Promise<Outcome> {
    try {
      const { url, method } = this.settings;
      const response = await fetch(this.fill(url, message, encodeURIComponent), {
        method,
        headers: this.headers(message),
        ...(method !== 'GET' && { body: this.body(message) }),
        redirect: 'error',
        signal: AbortSignal.timeout(this.settings.timeoutMs),
      });
      const text = (await response.text()).slice(0, LONGEST_ANSWER);
      return this.outcome(response, text, message);
    } catch (error) {
      return { later: this.discreet(wordsOf(error), message) };
    }
  }

  private headers(message: GatewayMessage): Record<string, string> {
    const { body, headers } = this.settings;
    return {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
          name,
          this.fill(value, message, (one) => one.replace(/[\r\n]/g, ' ')),
        ]),
      ),
    };
  }

  private body(message: GatewayMessage): string | null {
    const { body, headers } = this.settings;
    if (body === undefined) return null;
    const isForm = headers['content-type']?.startsWith(FORM) ?? false;
    return this.fill(body, message, isForm ? encodeURIComponent : (one) => JSON.stringify(one).slice(1, -1));
  }

  private fill(template: string, message: GatewayMessage, write: (value: string) => string): string {
    const values: Record<string, string | undefined> = { ...message, token: this.settings.token };
    return template.replace(/\{\{(\w+)\}\}/g, (mark, name: string) => {
      const value = values[name];
      return value === undefined ? mark : write(value);
    });
  }

  private outcome(response: Response, text: string, message: GatewayMessage): Outcome {
    const said = this.discreet(`${response.status} ${text}`.trim(), message);
    if (response.ok) return this.answered(text, said);
    if (response.status >= 500 || NOT_THE_MESSAGE.includes(response.status)) {
      const afterSeconds = patienceOf(response);
      return { later: said, ...(afterSeconds !== undefined && { afterSeconds }) };
    }
    return { refused: said };
  }

  private answered(text: string, said: string): Outcome {
    const { accepted, idPointer } = this.settings;
    const answer = parsed(text);
    if (accepted && textAt(answer, accepted.pointer) !== accepted.value) return { refused: said };
    const id = textAt(answer, idPointer);
    return id === undefined ? { refused: `No id at ${idPointer}: ${said}`.slice(0, LONGEST_REASON) } : { accepted: id };
  }

  /** What may be written down of a gateway's words. */
  private discreet(words: string, { to }: GatewayMessage): string {
    const national = to.replace(/^\+84/, '0');
    const secrets = [to, to.replace(/^\+/, ''), national, this.settings.token].filter(
      (one) => one !== undefined && one !== '',
    );
    return secrets.reduce<string>((text, secret) => text.replaceAll(secret ?? '', '…'), words).slice(0, LONGEST_REASON);
  }
}

/** How long the other side asks to be left alone; only where it says so. */
function patienceOf(response: Response): number | undefined {
  if (response.status !== TOO_MANY && response.status !== UNAVAILABLE) return undefined;
  const asked = response.headers.get('retry-after');
  if (asked === null) return undefined;
  // A day is told by the other side's own clock.
  const now = Date.parse(response.headers.get('date') ?? '');
  const seconds = /^\d+$/.test(asked) ? Number(asked) : Math.ceil((Date.parse(asked) - now) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 1), LONGEST_PATIENCE_S);
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** A text or a number at a JSON pointer; undefined where there is none. */
function textAt(answer: unknown, pointer: string): string | undefined {
  const found = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
      answer,
    );
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

/** What went wrong on the way: the cause says more than "fetch failed". */
function wordsOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  if (name === 'TimeoutError') return 'The gateway timed out';
  return [cause?.code, cause?.message ?? message].filter(Boolean).join(': ');
}
