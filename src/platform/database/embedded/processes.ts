import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * Facts about other processes. `kill(pid, 0)` is not enough: a dead child that nobody has waited for answers it, and
 * after a restart of the machine the number may belong to somebody else.
 */

const hasProc = existsSync('/proc/self/stat');

/** One column set of `ps`, for systems without /proc; undefined when there is no such process. */
function ps(pid: number, columns: string): string | undefined {
  const { stdout, status } = spawnSync('ps', ['-o', columns, '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : undefined;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * When a process started, in the system's own words; together with the pid it names one process for ever.
 * @returns undefined when there is no such process or it is a zombie.
 */
export function startOf(pid: number): string | undefined {
  if (!hasProc) return ps(pid, 'stat=')?.startsWith('Z') ? undefined : ps(pid, 'lstart=');
  // The second field is the program's name in brackets and may hold spaces and brackets itself.
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (!fields || fields[0] === 'Z' || fields[0] === 'X') return undefined;
  // Field 22 counts from the start of the machine, so the boot has to be named too.
  return `${fields[19]} ${read('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}`.trim();
}

/** The command line of a live process with single spaces between the words; undefined when there is none. */
export function commandLineOf(pid: number): string | undefined {
  if (startOf(pid) === undefined) return undefined;
  return hasProc ? read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() : ps(pid, 'command=');
}

/**
 * Waits until a process is gone.
 * @returns whether it went within the given time.
 */
export async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const started = startOf(pid);
  const deadline = Date.now() + milliseconds;
  while (started !== undefined && startOf(pid) === started) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}
