import { bool, cleanEnv, EnvError, makeValidator, num, port, str, url } from 'envalid';
import path from 'node:path';
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
  /** Mail server; without it e-mails stay in the local outbox page. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
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

/** A setting that cannot be used: one line that names it. */
export class SettingsError extends Error {}

const dataKey = makeValidator<string>((text) => {
  if (!readDataKeys(text)) throw new EnvError('must be 32 bytes in base64, e.g. what "openssl rand -base64 32" prints');
  return text;
});

/**
 * Reads the settings from environment variables.
 * @throws SettingsError naming every variable that is missing or malformed.
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const values = cleanEnv(
    withoutEmpty(env),
    {
      PORT: port({ default: 3000 }),
      HOST: str({ default: '127.0.0.1' }),
      DATA_DIR: str({ default: '.data' }),
      DATABASE_URL: url({ default: undefined }),
      DATA_KEY: dataKey({ default: undefined }),
      REDIS_URL: url({ default: undefined }),
      SMTP_URL: url({ default: undefined }),
      MAIL_FROM: str({ default: 'Hồng Chuyên <hong-chuyen@localhost>' }),
      DEMO: bool({ default: undefined }),
      PUBLIC_URL: url({ default: undefined }),
      LOG_LEVEL: str({ default: undefined, choices: ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] }),
      SESSION_HOURS: num({ default: 12 }),
      TRUST_PROXY: bool({ default: false }),
    },
    { reporter: refuse },
  );
  if (values.DATABASE_URL !== undefined && values.DATA_KEY === undefined) throw new SettingsError(NO_DATA_KEY);
  return new Settings({
    port: values.PORT,
    host: values.HOST,
    dataDir: path.resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    dataKey: values.DATA_KEY,
    redisUrl: values.REDIS_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    demo: values.DEMO ?? values.DATABASE_URL === undefined,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    // Beside the embedded database somebody is trying it out at a terminal: only what is wrong.
    logLevel: values.LOG_LEVEL ?? (values.DATABASE_URL === undefined ? 'warn' : 'info'),
    sessionHours: values.SESSION_HOURS,
    trustProxy: values.TRUST_PROXY,
  });
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
