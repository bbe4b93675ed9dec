/** What the operator can always do when the PostgreSQL we bring cannot be used. */
export const WAY_OUT = 'set DATABASE_URL to a PostgreSQL 18 server of your own';

/** An expected failure with one clear line for the operator: print the message, no stack. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

const DISK_FULL = /No space left on device|Disk quota exceeded/i;
const LAST_LINES = 3;

const diskFull = (folder: string): string => `The disk that holds ${folder} is full. Free some space and start again.`;

const notWritable = (folder: string, code: string): string =>
  `The data folder ${folder} cannot be written (${code}). Give this user the right to write there, ` +
  `choose another folder, or ${WAY_OUT}.`;

/**
 * Turns an error of the file system or of the first connection into a line for the operator.
 * @returns an {@link EmbeddedPostgresError} when the cause is one that we know, else the error as it came.
 */
export function explainError(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || error instanceof EmbeddedPostgresError) return error;
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case '53100': // disk_full of PostgreSQL
      return new EmbeddedPostgresError(diskFull(folder), { cause: error });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
      return new EmbeddedPostgresError(notWritable(folder, (error as NodeJS.ErrnoException).code ?? ''), {
        cause: error,
      });
    case '28P01': // invalid_password
      return new EmbeddedPostgresError(
        `The password in ${folder}/postgres.password is not the one of the data beside it. ` +
          'Restore both from the same backup.',
        { cause: error },
      );
    default:
      return error;
  }
}

/** Reads what a program of PostgreSQL said before it gave up, and makes one line of it. */
export function explainLog(program: string, log: string, folder: string): EmbeddedPostgresError {
  if (DISK_FULL.test(log)) return new EmbeddedPostgresError(diskFull(folder));
  const lines = log.split('\n').flatMap((line) => line.trim() || []);
  const fatal = lines.filter((line) => /\b(?:FATAL|PANIC|error):/.test(line));
  const said = (fatal.length > 0 ? fatal : lines).slice(-LAST_LINES).join(' / ');
  return new EmbeddedPostgresError(`${program} could not start in ${folder}: ${said || 'it said nothing'}`);
}
