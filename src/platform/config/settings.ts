import { bool, cleanEnv, EnvError, makeValidator, num, port, str, url } from 'envalid';
import path from 'node:path';
import { gatewaySettings, type GatewaySettings, type GatewayVariables } from '../gateway/gateway-settings.js';
import { readDataKeys } from '../secrets/data-key.js';

/**
 * Everything the product can be told from outside, read once at start-up. `.env.example` explains each setting.
 * A class, so that it is its own injection token.
 */
export class Settings {
  /** Port the web server listens on. */
  readonly port: number;
  /** Address the web server listens on. */
  readonly host: string;
  /** Folder of the embedded PostgreSQL; absolute. */
  readonly dataDir: string;
  /** PostgreSQL to use instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /**
   * Key that citizen ids and Party card numbers are sealed with: 32 bytes in base64, then older ones after commas. The
   * embedded database is given one of its own at the first start.
   */
  readonly dataKey: string | undefined;
  /** Redis for the queue; without it the queue lives in PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** Folder of the files that people hand in, and of uploads under way; absolute. */
  readonly filesDir: string;
  /** S3-compatible store for these files instead of the folder. */
  readonly fileStore: S3Store | undefined;
  /** ClamAV daemon that scans them, `tcp://host:port`; without it they are not scanned. */
  readonly clamavUrl: string | undefined;
  /** Mail server; without it e-mails stay in the local outbox page. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Signs e-mails as coming from a domain; without it they are not signed. */
  readonly dkim: Dkim | undefined;
  /** Where mail that cannot be delivered is reported to; without it mail names no address of its own for that. */
  readonly bounceAddress: string | undefined;
  /** Mailbox that these reports arrive in, `imaps://user:password@host/folder`; without it nobody reads them. */
  readonly bounceImapUrl: string | undefined;
  /** Gateway of short messages; without it none are sent. */
  readonly sms: GatewaySettings | undefined;
  /** Gateway of Zalo messages; without it none are sent. */
  readonly zalo: GatewaySettings | undefined;
  /** Keys that push services know us by; the embedded database is given its own at the first start. */
  readonly vapid: Vapid | undefined;
  /** Push services that may be sent to, by the end of their names: an address given by a browser leads nowhere else. */
  readonly pushHosts: readonly string[];
  /** Whether an empty database is filled with the pilot district: by default the embedded one alone. */
  readonly demo: boolean;
  /** Where people reach the product: for links in e-mails and for the Origin check. */
  readonly publicUrl: string;
  readonly logLevel: string;
  readonly sessionHours: number;
  /** Whether X-Forwarded-* headers of a proxy in front are believed. */
  readonly trustProxy: boolean;

  constructor(values: Settings) {
    Object.assign(this, values);
  }
}

/** A DKIM key whose public half is in the DNS of the domain, under the selector. */
export interface Dkim {
  readonly domain: string;
  readonly selector: string;
  /** In PEM. */
  readonly privateKey: string;
}

/** A VAPID key pair (RFC 8292), both halves in base64url, and whom a push service may write to. */
export interface Vapid {
  readonly publicKey: string;
  readonly privateKey: string;
  readonly subject: string;
}

/** A bucket of an S3-compatible store. */
export interface S3Store {
  readonly bucket: string;
  /** Address of the store; undefined: Amazon's own. */
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
}

/** A setting that cannot be used: one line that names it. */
export class SettingsError extends Error {}

const dataKey = makeValidator<string>((text) => {
  if (!readDataKeys(text)) throw new EnvError('must be 32 bytes in base64, e.g. what "openssl rand -base64 32" prints');
  return text;
});

const clamavUrl = makeValidator<string>((text) => {
  const { protocol, hostname, port: number } = URL.canParse(text) ? new URL(text) : new URL('none:');
  if (protocol !== 'tcp:' || hostname === '' || number === '') throw new EnvError('must be tcp://host:port of clamd');
  return text;
});

const bounceAddress = makeValidator<string>((text) => {
  // What is added to the part before the @ has 43 characters, and it may have 64 (RFC 5321).
  if (!/^[^\s@<>+"]{1,21}@[^\s@<>"]+$/.test(text))
    throw new EnvError('must be an address with at most 21 characters before the @, and no + in it');
  return text;
});

const imapUrl = makeValidator<string>((text) => {
  const { protocol, hostname, username } = URL.canParse(text) ? new URL(text) : new URL('none:');
  if (!['imap:', 'imaps:'].includes(protocol) || hostname === '' || username === '')
    throw new EnvError('must be imaps://user:password@host/folder');
  return text;
});

/** The variables of a gateway, each with its name before it. */
const gatewayVariables = (name: 'SMS' | 'ZALO') =>
  ({
    [`${name}_URL`]: url({ default: undefined }),
    [`${name}_METHOD`]: str({ default: 'POST', choices: ['GET', 'POST', 'PUT'] }),
    [`${name}_HEADERS`]: str({ default: '{}' }),
    [`${name}_BODY`]: str({ default: undefined }),
    [`${name}_TOKEN`]: str({ default: undefined }),
    [`${name}_ID_POINTER`]: str({ default: '/id' }),
    [`${name}_ACCEPTED`]: str({ default: undefined }),
    [`${name}_TIMEOUT_S`]: num({ default: 10 }),
    [`${name}_PLAIN`]: bool({ default: false }),
  }) as Record<string, ReturnType<typeof str>>;

/** Push services of the browsers. */
const PUSH_HOSTS = 'fcm.googleapis.com,push.services.mozilla.com,push.apple.com,notify.windows.com';

const VARIABLES = {
  PORT: port({ default: 3000 }),
  HOST: str({ default: '127.0.0.1' }),
  DATA_DIR: str({ default: '.data' }),
  DATABASE_URL: url({ default: undefined }),
  DATA_KEY: dataKey({ default: undefined }),
  REDIS_URL: url({ default: undefined }),
  FILES_DIR: str({ default: undefined }),
  FILES_S3_BUCKET: str({ default: undefined }),
  FILES_S3_ENDPOINT: url({ default: undefined }),
  FILES_S3_REGION: str({ default: 'us-east-1' }),
  FILES_S3_KEY_ID: str({ default: undefined }),
  FILES_S3_SECRET: str({ default: undefined }),
  CLAMAV_URL: clamavUrl({ default: undefined }),
  SMTP_URL: url({ default: undefined }),
  MAIL_FROM: str({ default: 'Hồng Chuyên <hong-chuyen@localhost>' }),
  DKIM_DOMAIN: str({ default: undefined }),
  DKIM_SELECTOR: str({ default: 'hong-chuyen' }),
  DKIM_PRIVATE_KEY: str({ default: undefined }),
  BOUNCE_ADDRESS: bounceAddress({ default: undefined }),
  BOUNCE_IMAP_URL: imapUrl({ default: undefined }),
  ...gatewayVariables('SMS'),
  ...gatewayVariables('ZALO'),
  VAPID_PUBLIC_KEY: str({ default: undefined }),
  VAPID_PRIVATE_KEY: str({ default: undefined }),
  VAPID_SUBJECT: str({ default: undefined }),
  PUSH_HOSTS: str({ default: PUSH_HOSTS }),
  DEMO: bool({ default: undefined }),
  PUBLIC_URL: url({ default: undefined }),
  LOG_LEVEL: str({ default: undefined, choices: ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] }),
  SESSION_HOURS: num({ default: 12 }),
  TRUST_PROXY: bool({ default: false }),
};

/**
 * Reads the settings from environment variables.
 * @throws SettingsError naming every variable that is missing or malformed.
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const values = cleanEnv(withoutEmpty(env), VARIABLES, { reporter: refuse });
  if (values.DATABASE_URL !== undefined && values.DATA_KEY === undefined) throw new SettingsError(NO_DATA_KEY);
  if (values.BOUNCE_IMAP_URL !== undefined && values.BOUNCE_ADDRESS === undefined)
    throw new SettingsError('Settings: BOUNCE_ADDRESS: needed with BOUNCE_IMAP_URL');
  return new Settings({
    port: values.PORT,
    host: values.HOST,
    dataDir: path.resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    dataKey: values.DATA_KEY,
    redisUrl: values.REDIS_URL,
    filesDir: path.resolve(values.FILES_DIR ?? path.join(values.DATA_DIR, 'files')),
    fileStore: fileStore(values),
    clamavUrl: values.CLAMAV_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    dkim: dkimOf(values),
    bounceAddress: values.BOUNCE_ADDRESS,
    bounceImapUrl: values.BOUNCE_IMAP_URL,
    sms: gatewayOf('SMS', values),
    zalo: gatewayOf('ZALO', values),
    vapid: vapidOf(values),
    pushHosts: values.PUSH_HOSTS.split(',').map((host) => host.trim().toLowerCase()),
    demo: values.DEMO ?? values.DATABASE_URL === undefined,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    // Beside the embedded database somebody is trying it out at a terminal: only what is wrong.
    logLevel: values.LOG_LEVEL ?? (values.DATABASE_URL === undefined ? 'warn' : 'info'),
    sessionHours: values.SESSION_HOURS,
    trustProxy: values.TRUST_PROXY,
  });
}

/** @throws SettingsError when a domain is named and its key is not. */
function dkimOf(values: { DKIM_DOMAIN?: string; DKIM_SELECTOR: string; DKIM_PRIVATE_KEY?: string }): Dkim | undefined {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY: key } = values;
  if (domain === undefined) return undefined;
  // One line in a file of settings: its line ends are written as \\n.
  const privateKey = key?.replaceAll('\\n', '\n');
  if (!privateKey?.includes('PRIVATE KEY'))
    throw new SettingsError('Settings: DKIM_PRIVATE_KEY: must be a key in PEM, needed with DKIM_DOMAIN');
  return { domain, selector, privateKey };
}

/** @throws SettingsError naming what of a gateway is malformed. */
function gatewayOf(name: 'SMS' | 'ZALO', values: object): GatewaySettings | undefined {
  const own = Object.entries(values).filter(([variable]) => variable.startsWith(`${name}_`));
  const variables = Object.fromEntries(
    own.map(([variable, value]) => [variable.slice(name.length + 1), value as unknown]),
  );
  try {
    return gatewaySettings(variables as unknown as GatewayVariables);
  } catch (error) {
    throw new SettingsError(`Settings: ${name}_${(error as Error).message}`);
  }
}

/** @throws SettingsError when one half of the pair is missing. */
function vapidOf(values: {
  VAPID_PUBLIC_KEY?: string;
  VAPID_PRIVATE_KEY?: string;
  VAPID_SUBJECT?: string;
  PUBLIC_URL?: string;
}): Vapid | undefined {
  const {
    VAPID_PUBLIC_KEY: publicKey,
    VAPID_PRIVATE_KEY: privateKey,
    VAPID_SUBJECT: subject,
    PUBLIC_URL: url,
  } = values;
  if (publicKey === undefined && privateKey === undefined) return undefined;
  if (publicKey === undefined || privateKey === undefined)
    throw new SettingsError('Settings: VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY: each needs the other');
  return { publicKey, privateKey, subject: subject ?? pushSubject(url) };
}

/** Whom a push service may write to when nobody was named: push services take a secure address or a mailbox. */
export const pushSubject = (publicUrl: string | undefined): string =>
  publicUrl?.startsWith('https:') ? publicUrl : 'mailto:hong-chuyen@localhost';

/** @throws SettingsError when a bucket is named and what opens it is not. */
function fileStore(
  values: Partial<Record<`FILES_S3_${'BUCKET' | 'ENDPOINT' | 'KEY_ID' | 'SECRET'}`, string>> & {
    FILES_S3_REGION: string;
  },
) {
  const {
    FILES_S3_BUCKET: bucket,
    FILES_S3_ENDPOINT: endpoint,
    FILES_S3_KEY_ID: keyId,
    FILES_S3_SECRET: secret,
  } = values;
  if (bucket === undefined) return undefined;
  if (keyId === undefined || secret === undefined)
    throw new SettingsError('Settings: FILES_S3_KEY_ID and FILES_S3_SECRET: needed with FILES_S3_BUCKET');
  return { bucket, endpoint, region: values.FILES_S3_REGION, keyId, secret };
}

const NO_DATA_KEY =
  'Settings: DATA_KEY: missing. With DATABASE_URL it has to be named; make one with "openssl rand -base64 32", and keep it apart from the backups.';

/** A variable that is set to nothing is not set: that is how people switch one off in a file. */
const withoutEmpty = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));

function refuse({ errors }: { errors: Partial<Record<string, Error>> }): void {
  const wrong = Object.entries(errors);
  if (wrong.length === 0) return;
  throw new SettingsError(
    `Settings: ${wrong.map(([name, error]) => `${name}: ${error instanceof EnvError ? error.message : 'missing'}`).join('; ')}`,
  );
}
