import { Injectable } from '@nestjs/common';
import webpush from 'web-push';
import { Settings } from '../config/settings.js';
import type { Outcome } from '../gateway/outcome.js';

/** Where a device is reached, and what only it can read. */
export interface PushDevice {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** Longer than a weekend: a device that is switched off gets it when it is on again. */
const KEPT_FOR_S = 4 * 86_400;
/** A push service on this very machine needs no encryption of the way there. */
const LOOPBACK = '127.0.0.1';
const TIMEOUT_MS = 10_000;
const LONGEST_REASON = 300;
/** Answers that say that a device is gone, or never was one. */
const GONE = [400, 403, 404, 410, 413];
/** What push services take for certain, encryption set aside. */
const LONGEST_BYTES = 3_000;

/** Hands encrypted messages to the push services of browsers (RFC 8030, 8291, 8292). */
@Injectable()
export class PushSender {
  constructor(private readonly settings: Settings) {}

  /** What a browser subscribes with; null while there are no keys. */
  get publicKey(): string | null {
    return this.settings.vapid?.publicKey ?? null;
  }

  /** Whether an address is one of a push service: we must not be sent to knock at doors of the house. */
  isPushService(endpoint: string): boolean {
    const { protocol, hostname } = URL.canParse(endpoint) ? new URL(endpoint) : new URL('none:');
    const known = this.settings.pushHosts.some((name) => hostname === name || hostname.endsWith(`.${name}`));
    return known && (protocol === 'https:' || hostname === LOOPBACK);
  }

  /** Never throws. @param text at most what a push service takes. */
  async send({ endpoint, p256dh, auth }: PushDevice, text: string): Promise<Outcome> {
    const { vapid } = this.settings;
    if (!vapid) return { later: 'No keys for push are set' };
    if (!this.isPushService(endpoint)) return { refused: 'Not a push service that is allowed' };
    try {
      const request = webpush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, cut(text), {
        vapidDetails: vapid,
        TTL: KEPT_FOR_S,
        urgency: 'normal',
      });
      const response = await fetch(endpoint, {
        method: request.method,
        headers: request.headers,
        body: new Uint8Array(request.body),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      if (response.ok) return { accepted: response.headers.get('location') ?? endpoint };
      const said = `Push service: ${response.status}`;
      return GONE.includes(response.status) ? { refused: said } : { later: said };
    } catch (error) {
      return { later: `Push service: ${(error as Error).name}: ${(error as Error).message}`.slice(0, LONGEST_REASON) };
    }
  }
}

/** A payload whose body was shortened to what push services take. */
function cut(text: string): string {
  if (Buffer.byteLength(text) <= LONGEST_BYTES) return text;
  const payload = JSON.parse(text) as { body: string };
  const signs = [...payload.body];
  const over = Buffer.byteLength(text) - LONGEST_BYTES;
  return JSON.stringify({ ...payload, body: `${signs.slice(0, Math.max(0, signs.length - over)).join('')}…` });
}
