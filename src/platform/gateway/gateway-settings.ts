/** How a gateway for short messages is spoken to: everything that differs from one provider to the next. */
export interface GatewaySettings {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What is sent, with `{{to}}`, `{{text}}` and the like; undefined for a gateway that reads the address alone. */
  readonly body: string | undefined;
  /** Secret of `{{token}}`; it stands in no message of an error. */
  readonly token: string | undefined;
  /** JSON pointer (RFC 6901) of the id in the answer. */
  readonly idPointer: string;
  /** What an answer must say to count as a yes, for gateways that answer 200 to everything. */
  readonly accepted: { readonly pointer: string; readonly value: string } | undefined;
  readonly timeoutMs: number;
  /** Whether texts go without Vietnamese marks, for what carries no more. */
  readonly plain: boolean;
}

/** The variables of one gateway, by what follows `SMS_` or `ZALO_`. */
export interface GatewayVariables {
  readonly URL: string | undefined;
  readonly METHOD: string;
  readonly HEADERS: string;
  readonly BODY: string | undefined;
  readonly TOKEN: string | undefined;
  readonly ID_POINTER: string;
  readonly ACCEPTED: string | undefined;
  readonly TIMEOUT_S: number;
  readonly PLAIN: boolean;
}

const POINTER = /^(?:\/[^/]+)+$/;

/**
 * Reads what is set for one gateway; undefined when it has no address.
 * @throws Error in words for whoever wrote the settings.
 */
export function gatewaySettings(values: GatewayVariables): GatewaySettings | undefined {
  if (values.URL === undefined) return undefined;
  if (!POINTER.test(values.ID_POINTER)) throw new Error('ID_POINTER must be a JSON pointer, e.g. /data/id');
  return {
    url: values.URL,
    method: values.METHOD.toUpperCase(),
    headers: headersOf(values.HEADERS),
    body: values.BODY,
    token: values.TOKEN,
    idPointer: values.ID_POINTER,
    accepted: acceptedOf(values.ACCEPTED),
    timeoutMs: values.TIMEOUT_S * 1000,
    plain: values.PLAIN,
  };
}

function headersOf(text: string): Record<string, string> {
  let headers: unknown;
  try {
    headers = JSON.parse(text);
  } catch {
    headers = null;
  }
  if (typeof headers !== 'object' || headers === null || Object.values(headers).some((one) => typeof one !== 'string'))
    throw new Error('HEADERS must be a JSON object of texts');
  return Object.fromEntries(
    Object.entries(headers as Record<string, string>).map(([name, one]) => [name.toLowerCase(), one]),
  );
}

function acceptedOf(text: string | undefined): GatewaySettings['accepted'] {
  if (text === undefined) return undefined;
  const at = text.indexOf('=');
  const pointer = text.slice(0, at);
  if (at < 0 || !POINTER.test(pointer)) throw new Error('ACCEPTED must be a JSON pointer and a value, e.g. /code=100');
  return { pointer, value: text.slice(at + 1) };
}
