import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';
import { StoredFiles } from '../../src/platform/files/stored-files.js';
import { Uploads } from '../../src/platform/files/uploads.js';
import { startApp, type TestApp } from '../support/app.js';
import { build, officialsOf } from '../support/build.js';
import { type Answer, type Body, type Client, ok } from '../support/client.js';
import { beginUpload, pdf, sendPart, upload, uploadOffset } from '../support/upload.js';

/** Papers of nominations: up by tus, kept in a store, seen by those in scope, asked for by programs. */
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hong-chuyen-papers-'));
let app: TestApp;
let board: Client;
let bix: Client;
let nomination: string;
let courseId: string;
let person: string;

const nominate = async (client: Client, officialId: string, course: string): Promise<string> =>
  ok(await client.post('/nominations', { courseId: course, officialIds: [officialId] })).items[0].nominationId;
const refusal = ({ status, body }: Answer): unknown => [status, body.code, body.errors?.map(({ rule }: Body) => rule)];
const lastUpload = (files: string): string =>
  fs.readdirSync(path.join(files, 'uploads')).find((name) => !name.endsWith('.json')) ?? '';
const attach = async (who: Client, kind: string, name: string, content = pdf(name)): Promise<Answer> =>
  who.post(`/nominations/${nomination}/papers`, { kind, uploadId: await upload(who, name, content) });

beforeAll(async () => {
  app = await startApp({ settings: { filesDir: folder } });
  [board, bix] = [await app.as('board'), await app.as('xa-bix')];
  const course = await build.openCourse(app);
  courseId = course.id;
  for (const { id } of ok(await board.get(`/programs/${course.programId}/versions`)).items)
    ok(await board.put(`/program-versions/${id}/papers`, { papers: ['cv', 'application', 'health'] }));
  person = (await officialsOf(app, 'BIX'))[0]!;
  nomination = await nominate(bix, person, courseId);
});
afterAll(async () => {
  await app.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

test('a broken upload goes on where it stopped, and nobody else can touch it', async () => {
  const content = Buffer.concat([pdf('long'), Buffer.alloc(300_000, 32)]);
  const address = await beginUpload(bix, 'Sơ yếu lý lịch.pdf', content.length);
  expect((await sendPart(bix, address, 0, content.subarray(0, 100_000))).headers.get('upload-offset')).toBe('100000');
  expect((await uploadOffset(bix, address)).headers.get('upload-offset')).toBe('100000');
  expect((await uploadOffset(await app.as('xa-km'), address)).status).toBe(404);
  expect((await sendPart(await app.as('xa-km'), address, 100_000, Buffer.from('x'))).status).toBe(404);
  expect((await uploadOffset(app.anyone, address)).status).toBe(401);
  const uploadId = address.split('/').at(-1)!;
  const early = await bix.post(`/nominations/${nomination}/papers`, { kind: 'cv', uploadId });
  expect(refusal(early)).toEqual([422, 'invalid-input', ['uploadFinished']]);
  expect((await sendPart(bix, address, 100_000, content.subarray(100_000))).status).toBe(204);
  const stranger = await (await app.as('board')).post(`/nominations/${nomination}/papers`, { kind: 'cv', uploadId });
  expect(refusal(stranger)).toEqual([422, 'invalid-input', ['uploadFinished']]);

  const papers = ok(await bix.post(`/nominations/${nomination}/papers`, { kind: 'cv', uploadId }));
  expect(papers).toMatchObject({
    items: [{ kind: 'cv', file: { name: 'Sơ yếu lý lịch.pdf', size: content.length, scanned: false }, fit: null }],
    required: ['cv', 'application', 'health'],
    missing: ['application', 'health'],
    mayChange: true,
  });
  expect(await bix.file(`/papers/${papers.items[0].id}/content`)).toEqual(content);
  const again = await attach(bix, 'other', 'Tên khác.pdf', content);
  expect(refusal(again)).toEqual([409, 'paper-attached-twice', undefined]);
  await app.app.get(Uploads).forget(lastUpload(folder));
  // What was taken is no upload any more.
  expect(fs.readdirSync(path.join(folder, 'uploads'))).toEqual([]);
});

test('only those in whose scope the nomination lies see its papers, and each reading is in the trail', async () => {
  const [{ id }] = ok(await bix.get(`/nominations/${nomination}/papers`)).items;
  const statuses = async (who: string) => [
    (await (await app.as(who)).get(`/nominations/${nomination}/papers`)).status,
    (await (await app.as(who)).get(`/papers/${id}/content`)).status,
  ];
  expect(await statuses('board')).toEqual([200, 200]);
  expect(await statuses('xa-km')).toEqual([404, 404]);
  expect(await statuses('leader')).toEqual([403, 403]);
  expect((await (await app.as('xa-km')).delete(`/papers/${id}`)).status).toBe(404);
  const read = await app.database.rows(
    `SELECT account_name FROM audit_entries WHERE subject_id = $1 AND action = 'nomination.paperRead'`,
    [nomination],
  );
  expect(read).toHaveLength(2);
});

test('a file is judged by its content, its name and the mark of secrecy', async () => {
  expect(refusal(await attach(bix, 'cv', 'virus.pdf', Buffer.from('MZ not a document')))).toEqual([
    422,
    'invalid-input',
    ['documentOrPicture'],
  ]);
  expect(refusal(await attach(bix, 'cv', 'ảnh.png'))).toEqual([422, 'invalid-input', ['nameOfItsType']]);
  expect(refusal(await attach(bix, 'cv', 'Tối mật.pdf'))).toEqual([422, 'invalid-input', ['notClassified']]);
  const tooLarge = await bix.send('POST', '/uploads', undefined, {
    'tus-resumable': '1.0.0',
    'upload-length': String(21 * 1024 * 1024),
  });
  expect(tooLarge.status).toBe(413);
  expect(refusal(await bix.post(`/nominations/${nomination}/papers`, { kind: 'cv' }))).toEqual([
    422,
    'invalid-input',
    ['uploadOrPaper'],
  ]);
  expect((await bix.post(`/nominations/${nomination}/papers`, { kind: 'health', uploadId: 'x' })).status).toBe(422);
});

test('of health only whether the person is fit is kept, once, and said again in its place', async () => {
  const health = (fit: boolean, checkedOn: string) =>
    bix.put(`/nominations/${nomination}/papers/health`, { fit, checkedOn });
  expect(refusal(await health(true, '2026-12-01'))).toEqual([422, 'invalid-input', ['notAfterToday']]);
  ok(await health(false, '2026-02-01'));
  const { items, missing } = ok(await health(true, '2026-02-10'));
  expect(items.filter(({ kind }: Body) => kind === 'health')).toMatchObject([
    { fit: true, checkedOn: '2026-02-10', file: null },
  ]);
  expect(missing).toEqual(['application']);
});

test('who lacks what stands beside the class, for each as far as they may look', async () => {
  const other = await nominate(await app.as('xa-km'), (await officialsOf(app, 'KM'))[0]!, courseId);
  const seen = async (who: string) =>
    ok(await (await app.as(who)).get(`/courses/${courseId}/missing-papers`)).items.map((item: Body) => [
      item.nominationId,
      item.missing,
    ]);
  expect(await seen('xa-bix')).toEqual([[nomination, ['application']]]);
  expect(await seen('board')).toEqual([
    [nomination, ['application']],
    [other, ['cv', 'application', 'health']],
  ]);
});

test('a paper of an earlier nomination of the same person is used again, and stays while one shows it', async () => {
  const elsewhere = await build.openCourse(app, { startsOn: '2026-12-07', endsOn: '2026-12-11' });
  const next = await nominate(bix, person, elsewhere.id);
  const [{ id: first }] = ok(await bix.get(`/nominations/${nomination}/papers`)).items;
  // Said before anybody is nominated, too, to whoever may know the person.
  const asked = async (who: string) => ok(await (await app.as(who)).get(`/courses/${elsewhere.id}/asked-papers`));
  const { required } = await asked('xa-bix');
  expect(required).toEqual(ok(await bix.get(`/nominations/${next}/papers`)).required);
  const cv = required.includes('cv') ? [{ officialId: person, kinds: ['cv'] }] : [];
  expect((await asked('xa-bix')).atHand).toEqual(cv);
  expect((await asked('xa-km')).atHand).toEqual([]);
  expect(ok(await bix.get(`/nominations/${next}/papers`)).earlier).toMatchObject([
    { id: first, kind: 'cv', name: 'Sơ yếu lý lịch.pdf' },
  ]);
  const again = await bix.post(`/nominations/${next}/papers`, { kind: 'cv', paperId: first });
  const [{ id: second }] = ok(again).items;
  expect(refusal(await bix.post(`/nominations/${next}/papers`, { kind: 'cv', paperId: first }))).toEqual([
    409,
    'paper-attached-twice',
    undefined,
  ]);
  const stranger = await nominate(bix, (await officialsOf(app, 'BIX'))[1]!, courseId);
  const taken = await bix.post(`/nominations/${stranger}/papers`, { kind: 'cv', paperId: first });
  expect(taken.status).toBe(404);

  const kept = () => fs.readdirSync(path.join(folder, 'kept')).length;
  const before = kept();
  expect((await bix.delete(`/papers/${first}`)).status).toBe(204);
  await app.app.get(StoredFiles).sweep();
  expect(kept()).toBe(before);
  expect((await bix.get(`/papers/${second}/content`)).status).toBe(200);
  expect((await bix.delete(`/papers/${second}`)).status).toBe(204);
  await app.app.get(StoredFiles).sweep();
  expect(kept()).toBe(before - 1);
});

test('once the nomination has ended, its papers stay as they are', async () => {
  const gone = await nominate(bix, (await officialsOf(app, 'BIX'))[2]!, courseId);
  const uploadId = await upload(bix, 'don.pdf', pdf('don'));
  const [{ id }] = ok(await bix.post(`/nominations/${gone}/papers`, { kind: 'application', uploadId })).items;
  ok(await bix.post(`/nominations/${gone}/withdraw`, { reason: 'Chuyển công tác' }));
  expect(ok(await bix.get(`/nominations/${gone}/papers`)).mayChange).toBe(false);
  expect(refusal(await bix.delete(`/papers/${id}`))).toEqual([409, 'papers-are-fixed', undefined]);
  const fit = await bix.put(`/nominations/${gone}/papers/health`, { fit: true, checkedOn: '2026-02-10' });
  expect(refusal(fit)).toEqual([409, 'papers-are-fixed', undefined]);
});

/** A daemon that speaks clamd's INSTREAM and finds a virus in whatever carries the word. */
async function clamd(): Promise<{ url: string; server: net.Server }> {
  const server = net.createServer((socket) => {
    const heard: Buffer[] = [];
    socket.on('data', (chunk) => {
      heard.push(chunk);
      const all = Buffer.concat(heard);
      if (all.subarray(-4).readUInt32BE() !== 0) return;
      socket.end(all.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `tcp://127.0.0.1:${(server.address() as net.AddressInfo).port}`, server };
}

test('with a scanner nothing is kept unscanned; with a bucket files lie there', async () => {
  const { url: clamavUrl, server } = await clamd();
  const bucketFolder = path.join(folder, 's3');
  const s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: bucketFolder,
    configureBuckets: [{ name: 'papers', configs: [] }],
  });
  const { port } = await s3.run();
  const fileStore = {
    bucket: 'papers',
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    keyId: 'S3RVER',
    secret: 'S3RVER',
  };
  const other = await startApp({ settings: { filesDir: folder, clamavUrl, fileStore } });
  try {
    const who = await other.as('xa-bix');
    const course = await build.openCourse(other);
    const id = await nominate(who, (await officialsOf(other, 'BIX'))[0]!, course.id);
    const hand = async (name: string, content: Buffer): Promise<Answer> =>
      who.post(`/nominations/${id}/papers`, { kind: 'cv', uploadId: await upload(who, name, content) });

    const infected = await hand('virus.pdf', Buffer.concat([pdf(), Buffer.from('EICAR')]));
    expect(refusal(infected)).toEqual([422, 'virus-found', ['freeOfViruses']]);
    const clean = ok(await hand('sach.pdf', pdf('clean')));
    expect(clean.items).toMatchObject([{ file: { scanned: true } }]);
    expect(await who.file(`/papers/${clean.items[0].id}/content`)).toEqual(pdf('clean'));
    expect(fs.readdirSync(path.join(bucketFolder, 'papers')).length).toBeGreaterThan(0);
    expect((await who.delete(`/papers/${clean.items[0].id}`)).status).toBe(204);
    expect(await other.app.get(StoredFiles).sweep()).toBe(1);

    await new Promise((resolve) => server.close(resolve));
    expect(refusal(await hand('khong-quet.pdf', pdf('later')))).toEqual([503, 'scanner-silent', undefined]);
    expect(ok(await who.get(`/nominations/${id}/papers`)).items).toEqual([]);
  } finally {
    await other.stop();
    await s3.close();
    server.close();
  }
});
