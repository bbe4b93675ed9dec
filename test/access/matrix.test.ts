import fs from 'node:fs';
import path from 'node:path';
import { startApp, type TestApp } from '../support/app.js';
import { build, callOf, officialsOf, unitId } from '../support/build.js';
import { type Body, ok } from '../support/client.js';
import { handIn } from '../support/imports.js';

/**
 * Who gets what at which address: role × route × own or foreign unit → status. A stranger's row is 404, one's own that
 * one may not touch 403, nobody logged in 401. A route that stands neither here nor in `ledger.txt` fails.
 */
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Row {
  readonly route: `${Method} ${string}`;
  /** The thing spoken of: its path parameter, one of the ids below. */
  readonly id?: string;
  /** The part of it that is spoken of: its second path parameter. */
  readonly part?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: () => string;
  readonly body?: () => unknown;
  /** Statuses of board, leader, the thing's own committee, another committee, a cell of the own committee, another cell. */
  readonly expect: readonly [
    board: number,
    leader: number,
    own: number,
    foreign: number,
    cell: number,
    foreignCell: number,
  ];
}

const WHO = ['board', 'leader', 'xa-bix', 'xa-km', 'chibo-bix-1', 'chibo-km-1'] as const;
const everybody = (status: number): Row['expect'] => [status, status, status, status, status, status];
const boardAlone = (status: number): Row['expect'] => [status, 403, 403, 403, 403, 403];

/** Committees and cells: what a unit does with its own places. */
const ofTheUnits = (status: number): Row['expect'] => [403, 403, status, status, status, status];

/** Those who keep the record: the board and the person's own committee. */
const ofTheKeepers = (status: number): Row['expect'] => [status, 403, status, 404, 403, 403];

/** Those who propose, and those who make nominations of it. */
const ofTheCells = (status: number): Row['expect'] => [403, 403, 403, 403, status, status];
const ofTheEndorsers = (status: number): Row['expect'] => [status, 403, status, status, 403, 403];

const LATER = '2040-01-01';
const STALE = { 'if-match': '"999999"' };

const approval = () => ({ documentNumber: '1-KH/HU', documentDate: '2026-01-02', signer: 'Thường trực' });
const A_SESSION = { startsAt: '2026-11-03T07:30:00+07:00', endsAt: '2026-11-03T11:30:00+07:00' };

const known: Record<string, string> = {};
const nobody = '00000000-0000-7000-8000-000000000000';

/**
 * Bodies are chosen so that whoever is let in changes nothing: an unknown id in the body (404), a broken field (422) or
 * a step that does not follow (409). So every row may be asked by everybody, in any order.
 */
const ROWS: Row[] = [
  { route: 'GET /live', expect: everybody(200) },
  { route: 'GET /auth/me', expect: everybody(200) },
  { route: 'PATCH /auth/me', body: () => ({ locale: 'fr' }), expect: everybody(422) },
  {
    route: 'PUT /auth/password',
    body: () => ({ currentPassword: 'sai', newPassword: 'một mật khẩu dài' }),
    expect: everybody(422),
  },
  { route: 'GET /auth/tokens', expect: everybody(200) },
  { route: 'POST /auth/tokens', body: () => ({ days: 0 }), expect: everybody(422) },
  { route: 'DELETE /auth/tokens/{id}', id: 'tokenOfBoard', expect: [204, 404, 404, 404, 404, 404] },

  { route: 'GET /accounts', expect: boardAlone(200) },
  { route: 'GET /accounts/export', expect: boardAlone(200) },
  { route: 'POST /accounts', body: () => ({}), expect: boardAlone(422) },
  { route: 'PATCH /accounts/{id}', id: 'account', body: () => ({ active: 'vâng' }), expect: boardAlone(422) },
  { route: 'PATCH /accounts/{id}', id: 'nobody', body: () => ({}), expect: boardAlone(404) },
  { route: 'POST /accounts/{id}/reset-password', id: 'nobody', expect: boardAlone(404) },

  { route: 'GET /units', expect: everybody(200) },
  { route: 'GET /units/export', expect: everybody(200) },
  { route: 'GET /units/{id}', id: 'bix', expect: [200, 200, 200, 404, 404, 404] },
  { route: 'GET /units/{id}', id: 'bixCell', expect: [200, 200, 200, 404, 200, 404] },
  { route: 'POST /units', body: () => ({}), expect: boardAlone(422) },
  { route: 'PATCH /units/{id}', id: 'bix', body: () => ({ name: '' }), expect: boardAlone(422) },

  { route: 'GET /programs', expect: everybody(200) },
  { route: 'GET /programs/{id}', id: 'program', expect: everybody(200) },
  { route: 'GET /programs/{id}/versions', id: 'program', expect: everybody(200) },
  { route: 'POST /programs', body: () => ({}), expect: boardAlone(422) },
  { route: 'PATCH /programs/{id}', id: 'program', body: () => ({ name: '' }), expect: boardAlone(422) },
  { route: 'POST /programs/{id}/versions', id: 'program', body: () => ({}), expect: boardAlone(422) },
  { route: 'PATCH /program-versions/{id}', id: 'nobody', body: () => ({}), expect: boardAlone(404) },
  { route: 'DELETE /program-versions/{id}', id: 'nobody', expect: boardAlone(404) },
  {
    route: 'PUT /program-versions/{id}/papers',
    id: 'nobody',
    body: () => ({ papers: [] }),
    expect: boardAlone(404),
  },
  { route: 'GET /programs/{id}/eligibility-rules', id: 'program', expect: everybody(200) },
  { route: 'POST /programs/{id}/eligibility-rules', id: 'program', body: () => ({}), expect: boardAlone(422) },
  {
    route: 'POST /programs/{id}/eligibility-tries',
    id: 'program',
    body: () => ({ reference: 'opening', rules: [], officialId: nobody }),
    expect: boardAlone(404),
  },
  { route: 'DELETE /eligibility-rules/{id}', id: 'nobody', expect: boardAlone(404) },
  { route: 'GET /eligibility-waivers', expect: [200, 200, 200, 200, 403, 403] },
  { route: 'POST /eligibility-waivers', body: () => ({}), expect: boardAlone(422) },
  {
    route: 'POST /eligibility-waivers/{id}/end',
    id: 'nobody',
    body: () => ({ on: '2030-01-01' }),
    expect: boardAlone(404),
  },
  { route: 'PUT /officials/{id}/fitness', id: 'official', body: () => ({}), expect: boardAlone(422) },
  { route: 'PUT /officials/{id}/ratings', id: 'official', body: () => ({}), expect: boardAlone(422) },

  { route: 'GET /venues', expect: everybody(200) },
  { route: 'POST /venues', body: () => ({}), expect: boardAlone(422) },
  { route: 'PATCH /venues/{id}', id: 'venue', headers: STALE, body: () => ({}), expect: boardAlone(412) },
  { route: 'DELETE /venues/{id}', id: 'nobody', expect: boardAlone(404) },
  { route: 'GET /rooms', expect: everybody(200) },
  { route: 'POST /rooms', body: () => ({}), expect: boardAlone(422) },
  { route: 'PATCH /rooms/{id}', id: 'room', headers: STALE, body: () => ({}), expect: boardAlone(412) },
  { route: 'DELETE /rooms/{id}', id: 'room', expect: boardAlone(409) },
  { route: 'GET /lecturers', expect: everybody(200) },
  { route: 'POST /lecturers', body: () => ({}), expect: boardAlone(422) },
  { route: 'PATCH /lecturers/{id}', id: 'lecturer', headers: STALE, body: () => ({}), expect: boardAlone(412) },
  { route: 'POST /lecturers/{id}/absences', id: 'lecturer', body: () => ({ from: LATER }), expect: boardAlone(422) },
  { route: 'DELETE /lecturers/{id}/absences/{absenceId}', id: 'lecturer', part: 'nobody', expect: boardAlone(404) },
  { route: 'GET /schedule-proposals', expect: boardAlone(200) },
  { route: 'POST /schedule-proposals', body: () => ({ from: 'mai', to: 'mốt' }), expect: boardAlone(422) },
  { route: 'GET /schedule-proposals/{id}', id: 'proposal', expect: boardAlone(200) },
  { route: 'GET /schedule-proposals/{id}', id: 'nobody', expect: boardAlone(404) },
  {
    route: 'PATCH /schedule-proposals/{id}/classes/{courseId}',
    id: 'proposal',
    part: 'nobody',
    body: () => ({ locked: false }),
    expect: boardAlone(404),
  },
  { route: 'POST /schedule-proposals/{id}/again', id: 'proposal', expect: boardAlone(409) },
  { route: 'POST /schedule-proposals/{id}/accept', id: 'proposal', body: () => ({}), expect: boardAlone(409) },
  { route: 'DELETE /schedule-proposals/{id}', id: 'nobody', expect: boardAlone(404) },

  { route: 'GET /sessions', query: () => '?from=2026-01-01&to=2026-12-31', expect: everybody(200) },
  { route: 'GET /courses/{id}/sessions', id: 'open', expect: everybody(200) },
  { route: 'GET /courses/{id}/sessions', id: 'draft', expect: [200, 200, 404, 404, 404, 404] },
  { route: 'POST /courses/{id}/sessions', id: 'draft', body: () => ({}), expect: boardAlone(422) },
  { route: 'POST /courses/{id}/sessions', id: 'nobody', body: () => A_SESSION, expect: boardAlone(404) },
  { route: 'POST /courses/{id}/sessions/check', id: 'open', body: () => A_SESSION, expect: boardAlone(200) },
  { route: 'PATCH /sessions/{id}', id: 'session', headers: STALE, body: () => ({}), expect: boardAlone(412) },
  { route: 'DELETE /sessions/{id}', id: 'nobody', expect: boardAlone(404) },
  {
    route: 'POST /courses/{id}/session-pattern/preview',
    id: 'open',
    body: () => ({ weekdays: [1], times: [{ from: '07:30', until: '09:30' }] }),
    expect: boardAlone(200),
  },
  { route: 'POST /courses/{id}/session-pattern', id: 'draft', body: () => ({}), expect: boardAlone(422) },
  { route: 'GET /days-off', query: () => '?year=2026', expect: everybody(200) },
  { route: 'POST /days-off', body: () => ({}), expect: boardAlone(422) },
  { route: 'POST /days-off/import', expect: boardAlone(422) },
  { route: 'PATCH /days-off/{id}', id: 'nobody', body: () => ({}), expect: boardAlone(404) },
  { route: 'DELETE /days-off/{id}', id: 'nobody', expect: boardAlone(404) },
  { route: 'GET /blackouts', expect: everybody(200) },
  { route: 'POST /blackouts', body: () => ({}), expect: boardAlone(422) },
  { route: 'DELETE /blackouts/{id}', id: 'nobody', expect: boardAlone(404) },
  { route: 'GET /calendar-address', expect: everybody(200) },
  { route: 'POST /calendar-address', expect: everybody(201) },
  { route: 'DELETE /calendar-address', expect: everybody(204) },

  { route: 'GET /officials', expect: everybody(200) },
  { route: 'POST /officials', body: () => ({}), expect: [422, 403, 422, 422, 403, 403] },
  {
    route: 'POST /officials/bulk',
    body: () => ({ action: 'status', status: 'retired', officialIds: [known.official, nobody] }),
    expect: [404, 403, 404, 404, 403, 403],
  },
  {
    route: 'POST /officials/bulk',
    body: () => ({ action: 'status', status: 'working', officialIds: [known.official] }),
    expect: [200, 403, 200, 404, 403, 403],
  },
  { route: 'POST /officials/bulk/{id}/undo', id: 'nobody', expect: [404, 403, 404, 404, 403, 403] },
  { route: 'GET /officials/{id}', id: 'official', expect: [200, 200, 200, 404, 200, 404] },
  { route: 'GET /officials/{id}', id: 'officialOfNoCell', expect: [200, 200, 200, 404, 404, 404] },
  {
    route: 'PATCH /officials/{id}',
    id: 'official',
    body: () => ({ unitId: nobody }),
    expect: [404, 403, 404, 404, 403, 403],
  },
  {
    route: 'PATCH /officials/{id}',
    id: 'official',
    body: () => ({ bornOn: '2030-01-01' }),
    expect: [422, 403, 422, 404, 403, 403],
  },
  {
    route: 'POST /officials/find-by-number',
    body: () => ({ kind: 'citizenId', number: '123' }),
    expect: [422, 403, 422, 422, 403, 403],
  },
  {
    route: 'POST /officials/{id}/reveal',
    id: 'official',
    body: () => ({ number: 'partyCard', reason: 'Đối chiếu hồ sơ.' }),
    expect: [409, 403, 409, 404, 403, 403],
  },
  { route: 'GET /officials/{id}/history', id: 'official', expect: [200, 403, 200, 404, 403, 403] },
  { route: 'GET /officials/{id}/training', id: 'official', expect: [200, 200, 200, 404, 200, 404] },
  {
    route: 'POST /officials/{id}/posts',
    id: 'official',
    body: () => ({ title: 'Chủ tịch', category: 'cadre', unitId: known.bix, main: true, from: LATER }),
    expect: ofTheKeepers(422),
  },
  {
    route: 'PATCH /officials/{id}/posts/{postId}',
    id: 'official',
    part: 'post',
    body: () => ({ from: LATER }),
    expect: ofTheKeepers(422),
  },
  {
    route: 'DELETE /officials/{id}/posts/{postId}',
    id: 'official',
    part: 'post',
    headers: STALE,
    expect: ofTheKeepers(412),
  },
  {
    route: 'POST /officials/{id}/qualifications',
    id: 'official',
    body: () => ({ kind: 'llct', level: 'doctor' }),
    expect: ofTheKeepers(422),
  },
  {
    route: 'PATCH /officials/{id}/qualifications/{qualificationId}',
    id: 'official',
    part: 'qualification',
    body: () => ({ obtainedOn: LATER }),
    expect: ofTheKeepers(422),
  },
  {
    route: 'DELETE /officials/{id}/qualifications/{qualificationId}',
    id: 'official',
    part: 'qualification',
    headers: STALE,
    expect: ofTheKeepers(412),
  },
  {
    route: 'PUT /officials/{id}/qualifications/{qualificationId}/file',
    id: 'official',
    part: 'qualification',
    body: () => ({}),
    expect: [422, 403, 422, 422, 403, 403],
  },
  {
    route: 'GET /officials/{id}/qualifications/{qualificationId}/file',
    id: 'official',
    part: 'qualification',
    expect: ofTheKeepers(404),
  },
  {
    route: 'DELETE /officials/{id}/qualifications/{qualificationId}/file',
    id: 'official',
    part: 'qualification',
    expect: ofTheKeepers(404),
  },
  {
    route: 'POST /officials/{id}/statuses',
    id: 'official',
    body: () => ({ status: 'retired', from: LATER }),
    expect: ofTheKeepers(422),
  },
  {
    route: 'PATCH /officials/{id}/statuses/{statusId}',
    id: 'official',
    part: 'status',
    body: () => ({ from: LATER }),
    expect: ofTheKeepers(422),
  },
  {
    route: 'DELETE /officials/{id}/statuses/{statusId}',
    id: 'official',
    part: 'status',
    headers: STALE,
    expect: ofTheKeepers(412),
  },
  {
    route: 'POST /officials/{id}/plannings',
    id: 'official',
    body: () => ({ title: 'Bí thư', category: 'cadre', confirmedOn: LATER }),
    expect: boardAlone(422),
  },
  {
    route: 'PATCH /officials/{id}/plannings/{planningId}',
    id: 'official',
    part: 'planning',
    body: () => ({ confirmedOn: LATER }),
    expect: boardAlone(422),
  },
  {
    route: 'DELETE /officials/{id}/plannings/{planningId}',
    id: 'official',
    part: 'planning',
    headers: STALE,
    expect: boardAlone(412),
  },
  {
    route: 'POST /officials/{id}/notes',
    id: 'official',
    body: () => ({ text: 'Ba lần xin hoãn.', notedOn: LATER }),
    expect: boardAlone(422),
  },
  {
    route: 'PATCH /officials/{id}/notes/{noteId}',
    id: 'official',
    part: 'note',
    body: () => ({ notedOn: LATER }),
    expect: boardAlone(422),
  },
  {
    route: 'DELETE /officials/{id}/notes/{noteId}',
    id: 'official',
    part: 'note',
    headers: STALE,
    expect: boardAlone(412),
  },
  {
    route: 'POST /officials/{id}/notes/{noteId}/reply',
    id: 'official',
    part: 'note',
    body: () => ({ reply: 'Tôi bận việc nhà.', repliedOn: LATER }),
    expect: boardAlone(422),
  },
  { route: 'GET /officials/{id}/standards', id: 'official', expect: [200, 200, 200, 404, 200, 404] },
  {
    route: 'POST /officials/{id}/standard-exemptions',
    id: 'official',
    body: () => ({ kind: 'llct' }),
    expect: boardAlone(422),
  },
  {
    route: 'POST /standard-exemptions/{id}/end',
    id: 'nobody',
    body: () => ({ on: '2026-01-01' }),
    expect: boardAlone(404),
  },
  { route: 'GET /standards', expect: everybody(200) },
  { route: 'GET /standards/export', expect: everybody(200) },
  { route: 'GET /needs', expect: [200, 200, 200, 200, 403, 403] },
  { route: 'GET /needs/people', expect: [200, 200, 200, 200, 403, 403] },
  { route: 'GET /needs/export', expect: [200, 200, 200, 200, 403, 403] },
  { route: 'POST /standards', body: () => ({}), expect: boardAlone(422) },
  { route: 'GET /standards/{id}/history', id: 'standard', expect: everybody(200) },
  { route: 'PATCH /standards/{id}', id: 'standard', body: () => ({ llct: 'advanced' }), expect: boardAlone(422) },
  { route: 'POST /standards/{id}/end', id: 'standard', body: () => ({ on: '2001-01-01' }), expect: boardAlone(422) },
  { route: 'DELETE /standards/{id}', id: 'standard', expect: boardAlone(409) },

  { route: 'POST /officials/similar', body: () => ({}), expect: [422, 403, 422, 422, 403, 403] },
  { route: 'GET /duplicates', expect: [200, 403, 200, 200, 403, 403] },
  { route: 'GET /duplicates', query: () => `?unitId=${known.bix}`, expect: [200, 403, 200, 404, 403, 403] },
  { route: 'GET /duplicates/merges', expect: [200, 403, 200, 200, 403, 403] },
  {
    route: 'POST /duplicates/preview',
    body: () => ({ keepId: known.official, mergeId: known.nominated }),
    expect: [200, 403, 200, 404, 403, 403],
  },
  {
    route: 'POST /duplicates/merge',
    body: () => ({ keepId: known.official, mergeId: nobody }),
    expect: [404, 403, 404, 404, 403, 403],
  },
  { route: 'POST /duplicates/merges/{id}/undo', id: 'nobody', expect: [404, 403, 404, 404, 403, 403] },
  // The other id stays a mark in braces: it names nobody.
  {
    route: 'POST /duplicates/{id}/{otherId}/dismiss',
    id: 'official',
    part: 'nobody',
    expect: [404, 403, 404, 404, 403, 403],
  },

  { route: 'GET /saved-views', query: () => '?list=officials', expect: everybody(200) },
  { route: 'POST /saved-views', body: () => ({ list: 'officials', query: {}, columns: [] }), expect: everybody(422) },
  {
    route: 'PATCH /saved-views/{id}',
    id: 'viewOfBix',
    body: () => ({ columns: ['post'] }),
    expect: [404, 404, 200, 404, 404, 404],
  },
  { route: 'DELETE /saved-views/{id}', id: 'viewOfBix', expect: [404, 404, 204, 404, 404, 404] },

  { route: 'GET /courses', expect: everybody(200) },
  { route: 'POST /courses', body: () => ({}), expect: boardAlone(422) },
  { route: 'GET /courses/{id}', id: 'open', expect: everybody(200) },
  { route: 'GET /courses/{id}', id: 'draft', expect: [200, 200, 404, 404, 404, 404] },
  { route: 'GET /courses/{id}/history', id: 'draft', expect: [200, 200, 404, 404, 404, 404] },
  { route: 'GET /courses/{id}/history', id: 'open', expect: everybody(200) },
  { route: 'PATCH /courses/{id}', id: 'open', body: () => ({ code: 'KHAC-9' }), expect: boardAlone(409) },
  { route: 'POST /courses/{id}/copies', id: 'draft', body: () => ({}), expect: boardAlone(422) },
  {
    route: 'POST /courses/{id}/open-nominations',
    id: 'open',
    body: () => ({ deadline: '2026-04-01' }),
    expect: boardAlone(409),
  },
  { route: 'POST /courses/{id}/close-nominations', id: 'draft', expect: boardAlone(409) },
  { route: 'GET /courses/{id}/candidates', id: 'open', expect: everybody(200) },
  { route: 'GET /courses/{id}/candidates', id: 'draft', expect: [200, 200, 404, 404, 404, 404] },
  { route: 'POST /courses/{id}/confirm', id: 'open', body: () => ({}), expect: boardAlone(409) },
  { route: 'POST /courses/{id}/start', id: 'open', expect: boardAlone(409) },
  { route: 'POST /courses/{id}/complete', id: 'open', body: () => ({}), expect: boardAlone(409) },
  { route: 'POST /courses/{id}/cancel', id: 'open', body: () => ({}), expect: boardAlone(422) },
  { route: 'GET /courses/{id}/seats', id: 'open', expect: everybody(200) },
  { route: 'GET /courses/{id}/seats', id: 'draft', expect: [200, 200, 404, 404, 404, 404] },
  { route: 'PUT /courses/{id}/seats/rules', id: 'open', body: () => ({ offerHours: 0 }), expect: boardAlone(422) },
  { route: 'POST /courses/{id}/seats/reservations', id: 'open', body: () => ({ seats: 0 }), expect: boardAlone(422) },
  {
    route: 'POST /courses/{id}/seats/reservations/{reservationId}/end',
    id: 'open',
    part: 'nobody',
    expect: boardAlone(404),
  },
  {
    route: 'POST /courses/{id}/seats/waiting/{nominationId}/move',
    id: 'open',
    part: 'nobody',
    body: () => ({ position: 0 }),
    expect: boardAlone(422),
  },
  {
    route: 'POST /courses/{id}/seats/waiting/{nominationId}/accept',
    id: 'open',
    part: 'nobody',
    expect: [404, 403, 404, 404, 404, 404],
  },
  {
    route: 'POST /courses/{id}/seats/waiting/{nominationId}/decline',
    id: 'open',
    part: 'nobody',
    body: () => ({}),
    expect: [404, 403, 404, 404, 404, 404],
  },
  { route: 'POST /courses/{id}/capacity', id: 'open', body: () => ({ capacity: 0 }), expect: boardAlone(422) },

  { route: 'GET /calls', expect: everybody(200) },
  { route: 'GET /calls/export', expect: everybody(200) },
  {
    route: 'POST /calls/{id}/decline',
    id: 'answeredCall',
    body: () => ({ reason: 'Không có.' }),
    expect: [409, 403, 409, 404, 404, 404],
  },
  {
    route: 'POST /calls/{id}/ask-more-time',
    id: 'answeredCall',
    body: () => ({ until: '2026-04-20', reason: 'Chờ họp.' }),
    expect: [409, 403, 409, 404, 404, 404],
  },
  { route: 'POST /calls/{id}/refuse-time', id: 'nobody', body: () => ({ reason: 'Không' }), expect: boardAlone(404) },
  { route: 'PUT /calls/{id}/expected', id: 'nobody', body: () => ({ people: 1 }), expect: boardAlone(404) },
  {
    route: 'POST /calls/{id}/extend',
    id: 'answeredCall',
    body: () => ({ deadline: '2026-04-20' }),
    expect: boardAlone(409),
  },

  { route: 'GET /nominations', expect: everybody(200) },
  { route: 'GET /nominations/export', expect: everybody(200) },
  {
    route: 'POST /nominations',
    body: () => ({ courseId: known.closed, officialIds: [known.official] }),
    expect: [409, 403, 409, 409, 409, 409],
  },
  {
    route: 'POST /nominations',
    body: () => ({ courseId: known.open, officialIds: [known.nominated, nobody] }),
    expect: [404, 403, 404, 404, 404, 404],
  },
  { route: 'GET /nominations/{id}', id: 'nomination', expect: [200, 200, 200, 404, 200, 404] },
  { route: 'GET /courses/{id}/nomination-draft', id: 'open', expect: [200, 403, 200, 200, 200, 200] },
  {
    route: 'PUT /courses/{id}/nomination-draft',
    id: 'open',
    body: () => ({}),
    expect: [422, 403, 422, 422, 422, 422],
  },
  { route: 'GET /courses/{id}/reserves', id: 'nobody', expect: everybody(404) },
  {
    route: 'POST /courses/{id}/reserves',
    id: 'nobody',
    body: () => ({ officialIds: [nobody] }),
    expect: [404, 403, 404, 404, 404, 404],
  },
  {
    route: 'DELETE /courses/{id}/reserves/{reserveId}',
    id: 'nobody',
    part: 'nobody',
    expect: [404, 403, 404, 404, 404, 404],
  },
  { route: 'GET /nominations/{id}/reserves', id: 'nobody', expect: everybody(404) },
  {
    route: 'POST /nominations/{id}/step-in',
    id: 'nobody',
    body: () => ({ reserveId: nobody, by: 'withdraw', reason: 'Ốm' }),
    expect: [404, 403, 404, 404, 404, 404],
  },
  { route: 'POST /nominations/decisions', body: () => ({}), expect: boardAlone(422) },
  { route: 'GET /courses/{id}/review-counts', id: 'open', expect: boardAlone(200) },
  { route: 'POST /nominations/{id}/approve', id: 'withdrawn', body: () => ({}), expect: boardAlone(409) },
  { route: 'POST /nominations/{id}/return', id: 'nomination', body: () => ({}), expect: boardAlone(422) },
  { route: 'POST /nominations/{id}/reject', id: 'nomination', body: () => ({}), expect: boardAlone(422) },
  {
    route: 'POST /nominations/{id}/withdraw',
    id: 'withdrawn',
    body: () => ({}),
    expect: [409, 403, 409, 404, 409, 404],
  },
  {
    route: 'POST /nominations/{id}/resubmit',
    id: 'nomination',
    body: () => ({}),
    expect: [409, 403, 409, 404, 409, 404],
  },

  { route: 'POST /nominations/{id}/no-show', id: 'nomination', body: () => ({}), expect: boardAlone(409) },
  { route: 'POST /nominations/{id}/arrive', id: 'nomination', expect: boardAlone(409) },

  { route: 'GET /proposals', expect: everybody(200) },
  { route: 'GET /proposal-calls', expect: everybody(200) },
  { route: 'GET /courses/{id}/cell-answers', id: 'open', expect: everybody(200) },
  { route: 'GET /courses/{id}/proposal-candidates', id: 'open', expect: ofTheCells(409) },
  { route: 'PUT /courses/{id}/cell-answers', id: 'open', body: () => ({ answer: 'có' }), expect: ofTheCells(422) },
  { route: 'POST /proposals', body: () => ({ courseId: nobody, officialIds: [nobody] }), expect: ofTheCells(404) },
  { route: 'POST /proposals/{id}/propose', id: 'nobody', expect: ofTheCells(404) },
  { route: 'POST /proposals/{id}/withdraw', id: 'nobody', expect: ofTheCells(404) },
  { route: 'POST /proposals/{id}/return', id: 'nobody', body: () => ({}), expect: ofTheEndorsers(404) },
  { route: 'POST /proposals/{id}/decline', id: 'nobody', body: () => ({}), expect: ofTheEndorsers(404) },
  { route: 'POST /proposals/{id}/decline-wish', id: 'nobody', body: () => ({}), expect: ofTheCells(404) },
  { route: 'GET /own/record', expect: everybody(403) },
  { route: 'GET /own/nominations', expect: everybody(403) },
  { route: 'GET /own/classes', expect: everybody(403) },
  { route: 'POST /own/wishes', body: () => ({ courseId: nobody }), expect: everybody(403) },
  { route: 'POST /own/wishes/{id}/withdraw', id: 'nobody', expect: everybody(403) },
  { route: 'POST /officials/{id}/account', id: 'nobody', body: () => ({ username: 'ai-do' }), expect: boardAlone(404) },
  { route: 'PUT /officials/{id}/account', id: 'nobody', body: () => ({ accountId: nobody }), expect: boardAlone(404) },
  { route: 'GET /officials/{id}/account', id: 'official', expect: boardAlone(200) },
  { route: 'DELETE /officials/{id}/account/{accountId}', id: 'official', part: 'nobody', expect: boardAlone(404) },
  { route: 'POST /proposals/{id}/reserve', id: 'nobody', expect: ofTheEndorsers(404) },
  {
    route: 'PUT /courses/{id}/proposals/order',
    id: 'open',
    body: () => ({ proposalIds: [nobody] }),
    expect: ofTheEndorsers(404),
  },
  {
    route: 'POST /courses/{id}/proposals/endorse',
    id: 'open',
    body: () => ({ proposalIds: [nobody] }),
    expect: ofTheEndorsers(404),
  },

  { route: 'GET /courses/{id}/asked-papers', id: 'open', expect: [200, 403, 200, 200, 200, 200] },
  { route: 'GET /courses/{id}/missing-papers', id: 'open', expect: [200, 403, 200, 200, 200, 200] },
  { route: 'GET /nominations/{id}/papers', id: 'nomination', expect: [200, 403, 200, 404, 200, 404] },
  {
    route: 'POST /nominations/{id}/papers',
    id: 'nomination',
    body: () => ({ kind: 'cv' }),
    expect: [422, 403, 422, 404, 422, 404],
  },
  {
    route: 'PUT /nominations/{id}/papers/health',
    id: 'nomination',
    body: () => ({ fit: true, checkedOn: LATER }),
    expect: [422, 403, 422, 404, 422, 404],
  },
  // A statement about health is no file; that of a withdrawn nomination stays.
  { route: 'GET /papers/{id}/content', id: 'paper', expect: [404, 403, 404, 404, 404, 404] },
  { route: 'DELETE /papers/{id}', id: 'paper', expect: [409, 403, 409, 404, 409, 404] },

  { route: 'POST /nominations/{id}/transfer', id: 'nomination', body: () => ({}), expect: boardAlone(422) },
  { route: 'POST /nominations/{id}/replace', id: 'nomination', body: () => ({}), expect: boardAlone(422) },
  {
    route: 'POST /nominations/{id}/take-back-result',
    id: 'nomination',
    body: () => ({ reason: 'Sai' }),
    expect: boardAlone(403),
  },
  {
    route: 'POST /nominations/{id}/correct-result',
    id: 'nomination',
    body: () => ({ classification: 'good', reason: 'Sai' }),
    expect: boardAlone(403),
  },
  { route: 'GET /courses/{id}/results', id: 'open', expect: everybody(200) },
  { route: 'PUT /courses/{id}/results', id: 'open', body: () => ({ results: [] }), expect: boardAlone(422) },
  { route: 'GET /courses/{id}/attendance', id: 'open', expect: everybody(200) },
  { route: 'GET /courses/{id}/attendance', id: 'draft', expect: [200, 200, 404, 404, 404, 404] },
  { route: 'GET /courses/{id}/attendance/export', id: 'open', expect: everybody(200) },
  { route: 'GET /sessions/{id}/attendance', id: 'nobody', expect: everybody(404) },
  { route: 'PUT /sessions/{id}/attendance', id: 'nobody', body: () => ({ marks: [] }), expect: boardAlone(404) },
  {
    route: 'PUT /sessions/{id}/apologies/{nominationId}',
    id: 'nobody',
    part: 'nobody',
    body: () => ({ reason: 'Họp.' }),
    expect: [404, 403, 404, 404, 404, 404],
  },
  {
    route: 'DELETE /sessions/{id}/apologies/{nominationId}',
    id: 'nobody',
    part: 'nobody',
    expect: [404, 403, 404, 404, 404, 404],
  },
  { route: 'GET /officials/{id}/attendance', id: 'official', expect: [200, 200, 200, 404, 200, 404] },
  { route: 'GET /own/attendance', expect: everybody(403) },
  { route: 'GET /data-check', expect: boardAlone(200) },
  { route: 'POST /data-check/run', expect: boardAlone(200) },

  { route: 'GET /decisions', expect: [200, 200, 200, 200, 403, 403] },
  { route: 'GET /decisions/undecided', expect: boardAlone(200) },
  { route: 'GET /decisions/{id}', id: 'nobody', expect: [404, 404, 404, 404, 403, 403] },
  { route: 'GET /decisions/{id}/export', id: 'nobody', expect: [404, 404, 404, 404, 403, 403] },
  { route: 'GET /decisions/{id}/document', id: 'nobody', expect: [404, 404, 404, 404, 403, 403] },
  { route: 'POST /decisions', body: () => ({ courseIds: [nobody] }), expect: boardAlone(404) },
  {
    route: 'POST /decisions/{id}/leave-out',
    id: 'nobody',
    body: () => ({ lineIds: [nobody] }),
    expect: boardAlone(404),
  },
  { route: 'POST /decisions/{id}/issue', id: 'nobody', body: () => ({}), expect: boardAlone(422) },
  { route: 'POST /decisions/{id}/revoke', id: 'nobody', body: () => ({ reason: 'Sai' }), expect: boardAlone(404) },
  { route: 'DELETE /decisions/{id}', id: 'nobody', expect: boardAlone(404) },

  { route: 'GET /quotas', expect: everybody(200) },
  { route: 'GET /quotas/export', expect: everybody(200) },
  { route: 'GET /quotas/grants', expect: [200, 200, 403, 403, 403, 403] },
  { route: 'POST /quotas/grants', body: () => ({}), expect: boardAlone(422) },
  { route: 'PATCH /quotas/grants/{id}', id: 'nobody', body: () => ({}), expect: boardAlone(422) },
  { route: 'GET /quotas/grants/{id}/cut', id: 'nobody', query: () => '?places=1', expect: boardAlone(404) },
  { route: 'POST /quotas/grants/{id}/cut', id: 'nobody', body: () => ({}), expect: boardAlone(422) },
  { route: 'GET /quotas/ledger', expect: everybody(200) },
  { route: 'GET /quotas/ledger/export', expect: everybody(200) },
  { route: 'GET /quotas/holds', expect: everybody(200) },
  { route: 'POST /quotas/holds', body: () => ({}), expect: ofTheUnits(422) },
  { route: 'POST /quotas/holds/{id}/release', id: 'nobody', expect: ofTheUnits(404) },
  { route: 'GET /quotas/transfers', expect: everybody(200) },
  { route: 'GET /quotas/partners', expect: ofTheUnits(200) },
  { route: 'POST /quotas/transfers', body: () => ({}), expect: ofTheUnits(422) },
  { route: 'POST /quotas/transfers/{id}/agree', id: 'nobody', body: () => ({}), expect: ofTheUnits(404) },
  { route: 'POST /quotas/transfers/{id}/approve', id: 'nobody', body: () => ({}), expect: boardAlone(404) },
  {
    route: 'POST /quotas/transfers/{id}/refuse',
    id: 'nobody',
    body: () => ({}),
    expect: [404, 403, 404, 404, 404, 404],
  },
  { route: 'POST /quotas/transfers/{id}/withdraw', id: 'nobody', body: () => ({}), expect: ofTheUnits(404) },
  { route: 'GET /quotas/offers', expect: everybody(200) },
  { route: 'POST /quotas/offers', body: () => ({}), expect: boardAlone(422) },
  { route: 'POST /quotas/offers/{id}/accept', id: 'nobody', body: () => ({ places: 1 }), expect: ofTheUnits(404) },
  { route: 'POST /quotas/offers/{id}/decline', id: 'nobody', body: () => ({}), expect: ofTheUnits(404) },
  { route: 'GET /quotas/return-rules', expect: everybody(200) },
  { route: 'PUT /quotas/return-rules', body: () => ({}), expect: boardAlone(422) },
  {
    route: 'PUT /quotas',
    query: () => `?programId=${known.rationed}&period=2026`,
    body: () => ({ allocations: [{ unitId: nobody, places: 1 }] }),
    expect: boardAlone(404),
  },
  {
    route: 'PUT /quotas/matrix',
    body: () => ({ period: 2026, cells: [{ programId: known.rationed, unitId: nobody, places: 1, was: 0 }] }),
    expect: boardAlone(404),
  },
  { route: 'GET /quotas/comments', query: () => '?period=2026', expect: everybody(200) },
  {
    route: 'POST /quotas/comments',
    body: () => ({ programId: known.rationed, period: 2026, unitId: known.bix, text: '' }),
    expect: [422, 403, 422, 422, 403, 403],
  },
  { route: 'GET /quotas/foresight', expect: [200, 200, 403, 403, 403, 403] },
  {
    route: 'POST /quotas/foresight/press',
    body: () => ({ programId: known.rationed, period: 2026, unitId: nobody }),
    expect: boardAlone(404),
  },
  { route: 'GET /quotas/notices', expect: everybody(200) },
  { route: 'POST /quotas/notices', body: () => ({}), expect: boardAlone(422) },
  { route: 'GET /quotas/notices/{id}', id: 'quotaNotice', expect: [200, 200, 200, 404, 404, 404] },
  { route: 'GET /quotas/notices/{id}/export', id: 'quotaNotice', expect: [200, 200, 200, 404, 404, 404] },
  { route: 'GET /quotas/notices/{id}/document', id: 'quotaNotice', expect: [200, 200, 200, 404, 404, 404] },
  { route: 'PUT /quotas/notices/{id}', id: 'quotaNotice', body: () => ({}), expect: boardAlone(422) },
  {
    route: 'POST /quotas/notices/{id}/answer',
    id: 'quotaNotice',
    body: () => ({}),
    expect: [403, 403, 422, 422, 422, 422],
  },
  {
    route: 'POST /quotas/notices/{id}/calls/{callId}/extend',
    id: 'quotaNotice',
    part: 'nobody',
    body: () => ({}),
    expect: boardAlone(422),
  },
  { route: 'DELETE /quotas/notices/{id}', id: 'quotaNotice', expect: boardAlone(409) },
  { route: 'POST /quotas/notices/{id}/publish', id: 'quotaNotice', body: () => ({}), expect: boardAlone(422) },
  { route: 'POST /quotas/notices/{id}/seen', id: 'quotaNotice', expect: [403, 403, 200, 404, 404, 404] },
  { route: 'POST /quotas/notices/{id}/acknowledge', id: 'quotaNotice', expect: [403, 403, 200, 404, 404, 404] },
  {
    route: 'POST /quotas/proposals',
    body: () => ({ programId: known.rationed, period: 2031, places: 3 }),
    expect: boardAlone(200),
  },
  {
    route: 'POST /quotas/proposals/apply',
    body: () => ({ programId: known.rationed, period: 2031, places: 3, basedOn: 'gone' }),
    expect: boardAlone(409),
  },

  { route: 'GET /plans', expect: [200, 200, 200, 200, 403, 403] },
  { route: 'POST /plans', body: () => ({}), expect: boardAlone(422) },
  { route: 'GET /plans/{id}', id: 'plan', expect: [200, 200, 200, 200, 403, 403] },
  { route: 'GET /plans/{id}', id: 'planInDraft', expect: [200, 200, 404, 404, 403, 403] },
  { route: 'GET /plans/{id}', id: 'planOfBix', expect: [200, 200, 200, 404, 403, 403] },
  { route: 'GET /plans/{id}/export', id: 'planOfBix', expect: [200, 200, 200, 404, 403, 403] },
  {
    route: 'GET /plans/{id}/comparison',
    id: 'planOfBix',
    query: () => '?from=1&to=1',
    expect: [200, 200, 200, 404, 403, 403],
  },
  { route: 'GET /plans/{id}/history', id: 'plan', expect: [200, 200, 403, 403, 403, 403] },
  { route: 'POST /plans/{id}/approve', id: 'plan', body: approval, expect: boardAlone(409) },
  { route: 'POST /plans/{id}/revise', id: 'planInDraft', expect: boardAlone(409) },
  { route: 'DELETE /plans/{id}/draft', id: 'plan', expect: boardAlone(409) },
  {
    route: 'POST /plans/{id}/lines',
    id: 'planInDraft',
    body: () => ({ programId: nobody, unitId: nobody }),
    expect: boardAlone(404),
  },
  // Another board's: those above see it, and leave it alone.
  {
    route: 'POST /plans/{id}/lines',
    id: 'planOfBix',
    body: () => ({ programId: nobody, unitId: nobody }),
    expect: boardAlone(403),
  },
  { route: 'POST /plans/{id}/revise', id: 'planOfBix', expect: boardAlone(403) },
  {
    route: 'PATCH /plans/{id}/lines/{lineId}',
    id: 'planInDraft',
    part: 'nobody',
    body: () => ({}),
    expect: boardAlone(404),
  },
  { route: 'DELETE /plans/{id}/lines/{lineId}', id: 'planInDraft', part: 'nobody', expect: boardAlone(404) },
  {
    route: 'POST /plans/{id}/lines/{lineId}/courses',
    id: 'planInDraft',
    part: 'nobody',
    body: () => ({}),
    expect: boardAlone(422),
  },
  // The class stays a mark in braces: it names nobody.
  { route: 'PUT /plans/{id}/lines/{lineId}/courses/{courseId}', id: 'plan', part: 'nobody', expect: boardAlone(404) },
  { route: 'DELETE /plans/{id}/courses/{courseId}', id: 'plan', part: 'nobody', expect: boardAlone(404) },
  { route: 'POST /plans/{id}/needs-preview', id: 'planInDraft', body: () => ({}), expect: boardAlone(422) },
  { route: 'POST /plans/{id}/fills', id: 'planInDraft', body: () => ({}), expect: boardAlone(422) },
  { route: 'POST /plans/{id}/fills/{fillId}/undo', id: 'planInDraft', part: 'nobody', expect: boardAlone(404) },

  { route: 'GET /inbox', expect: everybody(200) },
  { route: 'POST /inbox/read-all', expect: everybody(204) },
  { route: 'POST /inbox/{id}/read', id: 'notificationOfBix', expect: [404, 404, 204, 404, 404, 404] },
  { route: 'GET /deliveries', expect: boardAlone(200) },
  { route: 'GET /deliveries/bounced', expect: boardAlone(200) },
  { route: 'GET /channels', expect: boardAlone(200) },
  {
    route: 'PUT /channels/{channel}',
    id: 'nobody',
    part: 'nobody',
    body: () => ({ perMinute: null }),
    expect: boardAlone(404),
  },
  { route: 'PUT /inbox/contact', body: () => ({ phone: '12' }), expect: everybody(422) },
  { route: 'GET /inbox/devices', expect: everybody(200) },
  { route: 'POST /inbox/devices', body: () => ({}), expect: everybody(422) },
  { route: 'DELETE /inbox/devices/{id}', id: 'nobody', expect: everybody(404) },
  { route: 'GET /accounts/{id}/contact', id: 'nobody', expect: boardAlone(404) },
  { route: 'PUT /accounts/{id}/contact', id: 'nobody', body: () => ({}), expect: boardAlone(404) },
  { route: 'GET /units/{id}/contact', id: 'nobody', expect: [404, 403, 404, 404, 403, 403] },
  { route: 'PUT /units/{id}/contact', id: 'nobody', body: () => ({}), expect: [422, 403, 422, 422, 403, 403] },
  { route: 'GET /reminders', expect: [200, 200, 200, 200, 200, 200] },
  { route: 'GET /reminders/export', expect: everybody(200) },
  { route: 'GET /reminder-policies', expect: [200, 200, 403, 403, 403, 403] },
  { route: 'PUT /reminder-policies', body: () => ({}), expect: boardAlone(422) },
  { route: 'DELETE /reminder-policies', expect: boardAlone(404) },
  {
    route: 'GET /reminder-policies/preview',
    query: () => `?courseId=${known['open']}`,
    expect: [200, 200, 403, 403, 403, 403],
  },
  { route: 'POST /reminder-policies/preview', body: () => ({}), expect: boardAlone(422) },
  { route: 'GET /reminders/letter', query: () => `?courseId=${nobody}`, expect: boardAlone(404) },
  { route: 'GET /reminder-policies/secretaries', expect: [200, 200, 403, 403, 403, 403] },
  { route: 'PUT /reminder-policies/secretaries', body: () => ({}), expect: boardAlone(422) },
  { route: 'GET /reminders/upcoming', expect: everybody(200) },
  { route: 'GET /reminders/deliveries', query: () => `?courseId=${nobody}`, expect: everybody(200) },
  { route: 'GET /reminders/responsiveness', expect: [200, 200, 403, 403, 403, 403] },
  { route: 'GET /message-links/{token}', id: 'nobody', expect: everybody(404) },
  { route: 'POST /message-links/revoke', expect: boardAlone(204) },
  { route: 'GET /inbox/preferences', expect: everybody(200) },
  { route: 'PUT /inbox/preferences', body: () => ({}), expect: everybody(422) },
  { route: 'GET /queue', expect: boardAlone(200) },
  { route: 'GET /queue/jobs', query: () => '?state=failed', expect: boardAlone(200) },
  { route: 'POST /queue/jobs/{id}/promote', id: 'nobody', expect: boardAlone(404) },
  { route: 'POST /queue/pause', expect: boardAlone(204) },
  { route: 'POST /queue/resume', expect: boardAlone(204) },
  { route: 'GET /queue/failures', expect: boardAlone(200) },
  { route: 'POST /queue/failures/{id}/retry', id: 'nobody', expect: boardAlone(404) },
  { route: 'POST /queue/failures/retry', expect: boardAlone(200) },
  { route: 'GET /message-templates', expect: [200, 200, 403, 403, 403, 403] },
  { route: 'PUT /message-templates/{kind}', id: 'nobody', body: () => ({}), expect: boardAlone(422) },
  { route: 'DELETE /message-templates/{kind}', id: 'nobody', expect: boardAlone(404) },
  { route: 'POST /message-templates/{kind}/preview', id: 'nobody', body: () => ({}), expect: boardAlone(422) },
  { route: 'POST /reminders/nudge', body: () => ({}), expect: boardAlone(422) },
  { route: 'POST /reminders/pause', body: () => ({ courseId: nobody }), expect: boardAlone(404) },
  { route: 'POST /reminders/resume', body: () => ({ courseId: nobody }), expect: boardAlone(404) },
  { route: 'POST /reminders/{id}/send-now', id: 'nobody', expect: boardAlone(404) },
  { route: 'POST /reminders/{id}/move', id: 'nobody', body: () => ({ on: LATER }), expect: boardAlone(404) },
  { route: 'POST /reminders/{id}/cancel', id: 'nobody', expect: boardAlone(404) },

  { route: 'GET /reorganisations', expect: boardAlone(200) },
  { route: 'POST /reorganisations', body: () => ({}), expect: boardAlone(422) },
  { route: 'GET /reorganisations/{id}', id: 'nobody', expect: boardAlone(404) },
  { route: 'GET /reorganisations/{id}', id: 'reorganisation', expect: boardAlone(200) },
  { route: 'PATCH /reorganisations/{id}', id: 'reorganisation', body: () => ({ steps: 1 }), expect: boardAlone(422) },
  { route: 'POST /reorganisations/{id}/preview', id: 'reorganisation', expect: boardAlone(200) },
  { route: 'POST /reorganisations/{id}/apply', id: 'reorganisation', expect: boardAlone(422) },
  { route: 'POST /reorganisations/{id}/undo', id: 'reorganisation', expect: boardAlone(409) },
  { route: 'GET /imports', expect: [200, 403, 200, 200, 403, 403] },
  { route: 'POST /imports', body: () => ({}), expect: [422, 403, 422, 422, 403, 403] },
  { route: 'GET /imports/templates/{kind}', id: 'importKind', expect: [200, 403, 200, 200, 403, 403] },
  { route: 'GET /imports/templates/{kind}', id: 'nobody', expect: [404, 403, 404, 404, 403, 403] },
  { route: 'GET /imports/{id}', id: 'importOfBix', expect: [200, 403, 200, 404, 403, 403] },
  { route: 'GET /imports/{id}', id: 'importOfBoard', expect: [200, 403, 404, 404, 403, 403] },
  { route: 'GET /imports/{id}/rows', id: 'importOfBix', expect: [200, 403, 200, 404, 403, 403] },
  { route: 'GET /imports/{id}/report', id: 'importOfBix', expect: [200, 403, 200, 404, 403, 403] },
  {
    route: 'PUT /imports/{id}/layout',
    id: 'importOfBix',
    body: () => ({ sheets: [{ sheet: 'Trang 1', headerRow: 1, firstRow: 2, columns: [] }] }),
    expect: [409, 403, 409, 404, 403, 403],
  },
  { route: 'POST /imports/{id}/apply', id: 'importOfBix', body: () => ({}), expect: [409, 403, 409, 404, 403, 403] },
  { route: 'POST /imports/{id}/undo', id: 'importOfBix', expect: [409, 403, 409, 404, 403, 403] },
  { route: 'DELETE /imports/{id}', id: 'importToForget', expect: [404, 403, 204, 404, 403, 403] },
  { route: 'GET /officials/export', expect: everybody(200) },
  { route: 'GET /courses/export', expect: everybody(200) },
  { route: 'GET /placements/export', expect: everybody(200) },

  { route: 'GET /reports/standards', expect: everybody(200) },
  { route: 'GET /reports/standards/export', expect: everybody(200) },
  { route: 'GET /reports/standards/people', query: () => '?standard=llct&answer=met', expect: everybody(200) },
  { route: 'GET /reports/courses-by-year', expect: everybody(200) },
  { route: 'GET /reports/sent-to-theory', expect: everybody(200) },
  { route: 'GET /reports/places-history', expect: everybody(200) },
  { route: 'GET /reports/places-history/export', expect: everybody(200) },
  { route: 'GET /reports/home', expect: everybody(200) },
];

const ledger = fs
  .readFileSync(path.resolve(__dirname, 'ledger.txt'), 'utf8')
  .split('\n')
  .map((line) => line.replace(/#.*/, '').trim())
  .filter(Boolean);

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  const board = await app.as('board');
  const open = await build.openCourse(app, { startsOn: '2026-11-02', endsOn: '2026-11-06' });
  const closed = await build.openCourse(app, { startsOn: '2026-12-07', endsOn: '2026-12-11' });
  ok(await board.post(`/courses/${closed.id}/close-nominations`));
  const draft = await build.course(app, { startsOn: '2026-10-05', endsOn: '2026-10-09' });

  const bixCell = await unitId(app, 'BIX-CB1');
  const inCell = await app.database.rows<{ id: string }>('SELECT id FROM officials WHERE cell_id = $1 ORDER BY id', [
    bixCell,
  ]);
  const official = inCell[0]?.id ?? '';
  const nominated = inCell[1]?.id ?? '';
  const [officialOfNoCell] = (
    await app.database.rows<{ id: string }>(
      `SELECT o.id FROM officials o JOIN units u ON u.id = o.unit_id WHERE u.code = 'BIX' AND o.cell_id <> $1 LIMIT 1`,
      [bixCell],
    )
  ).map(({ id }) => id);
  const bix = await app.as('xa-bix');
  const lines = ok(
    await bix.post('/nominations', { courseId: open.id, officialIds: [nominated, inCell[2]?.id] }),
  ).items;
  // A nomination of the cell itself, taken back: what its committee and its cell may touch, and others may not.
  const cellCourse = await build.openCourse(app, { startsOn: '2026-09-07', endsOn: '2026-09-08', unitIds: [bixCell] });
  const own = ok(
    await (
      await app.as('chibo-bix-1')
    ).post('/nominations', { courseId: cellCourse.id, officialIds: [nominated, official] }),
  ).items;
  ok(await (await app.as('chibo-bix-1')).post(`/nominations/${own[0].nominationId}/withdraw`, {}));

  const account = await app.database.value<string>(`SELECT id FROM accounts WHERE username = 'xa-bix'`);
  const notificationOfBix = '00000000-0000-7000-8000-000000000001';
  await app.database.rows(
    `INSERT INTO notifications (id, account_id, cause_id, kind, facts, link, created_at) VALUES ($1, $2, $1, 'call.due', '{}', '/', now())`,
    [notificationOfBix, account],
  );
  const viewOfBix = ok(
    await bix.post('/saved-views', { list: 'officials', name: 'Của xã', query: {}, columns: [], shared: true }),
  ).id;
  const token = ok(await board.post('/auth/tokens', {}));
  const empty = { documentNumber: '1', documentDate: '2026-01-01', effectiveOn: '2026-01-01', steps: [] };
  const reorganisation = ok(await board.post('/reorganisations', empty));
  const address = `/officials/${official}`;
  const parts = ok(await board.get(address));
  const add = async (path: string, body: unknown): Promise<string> => ok(await board.post(address + path, body)).id;
  // Without a worker they stay as they were handed in.
  const importOf = async (username: string, kind: string): Promise<string> =>
    ok(await handIn(await app.as(username), kind, Buffer.from('a,b'), 'a.csv')).id;
  const planOf = (first: number, last: number): Promise<string> =>
    app.database.value<string>('SELECT id FROM training_plans WHERE first_year = $1 AND last_year = $2', [first, last]);
  // An approved plan of a commune.
  const planFor = (by: string, unit: string): Promise<string> =>
    app.database.value<string>(
      `WITH plan AS (INSERT INTO training_plans (id, unit_id, kind, first_year, last_year)
         VALUES (gen_random_uuid(), $2, 'year', 2018, 2018) RETURNING id)
       INSERT INTO plan_versions (id, plan_id, number, state, document_number, document_date, signer, approved_at, approved_by)
       SELECT gen_random_uuid(), id, 1, 'approved', '1', '2018-01-02', 'Thường trực', now(), $1 FROM plan RETURNING plan_id`,
      [by, unit],
    );
  // A notice that calls Bính Xá alone.
  await build.quota(app, 'TC', { BIX: 1 }, 2032);
  const quotaNotice = ok(
    await board.post('/quotas/notices', {
      period: 2032,
      programIds: [(await build.program(app, 'TC')).id],
      deadline: '2032-06-30',
    }),
  ).id;
  ok(
    await board.post(`/quotas/notices/${quotaNotice}/publish`, {
      documentNumber: '1-TB/BTCHU',
      documentDate: '2026-01-02',
      signer: 'Trưởng ban',
    }),
  );
  const room = ok(await board.post('/rooms', { name: 'Phòng thử quyền', capacity: 60 }));
  const lecturer = ok(await board.post('/lecturers', { fullName: 'Giảng viên Thử Quyền' }));
  const session = { startsAt: `${open.startsOn}T07:30:00+07:00`, endsAt: `${open.startsOn}T09:30:00+07:00` };
  const paper = await app.database.value<string>(
    `INSERT INTO papers (id, nomination_id, kind, fit, checked_on, added_at, added_by)
     VALUES (gen_random_uuid(), $1, 'health', true, '2026-02-01', now(), $2) RETURNING id`,
    [own[0].nominationId, account],
  );
  Object.assign(known, {
    paper,
    quotaNotice,
    venue: room.venue.id,
    room: room.id,
    lecturer: lecturer.id,
    // Nobody works in this test: it stays one that is being worked out.
    proposal: ok(
      await board.post('/schedule-proposals', {
        from: '2026-01-01',
        to: '2027-12-31',
        classes: [{ courseId: draft.id }],
      }),
    ).id,
    session: ok(await board.post(`/courses/${open.id}/sessions`, { ...session, roomId: room.id })).id,
    post: parts.posts[0].id,
    status: parts.statuses[0].id,
    qualification: await add('/qualifications', { kind: 'it', level: 'Ứng dụng CNTT cơ bản' }),
    planning: await add('/plannings', { title: 'Phó Chủ tịch', category: 'cadre' }),
    note: await add('/notes', { text: 'Hai lần xin hoãn lớp trung cấp.' }),
    importKind: 'officials',
    importOfBix: await importOf('xa-bix', 'officials'),
    importToForget: await importOf('xa-bix', 'officials'),
    importOfBoard: await importOf('board', 'courses'),
    open: open.id,
    closed: closed.id,
    draft: draft.id,
    program: open.programId,
    rationed: (await build.program(app, 'TC')).id,
    bix: await unitId(app, 'BIX'),
    bixCell,
    official,
    officialOfNoCell,
    nominated,
    nomination: own[1].nominationId,
    withdrawn: own[0].nominationId,
    bixNomination: lines[0].nominationId,
    answeredCall: await callOf(app, open.id, 'BIX'),
    account,
    notificationOfBix,
    viewOfBix,
    tokenOfBoard: token.id,
    standard: await app.database.value<string>('SELECT id FROM standards LIMIT 1'),
    reorganisation: reorganisation.id,
    plan: await planOf(2019, 2019),
    planInDraft: await planOf(2020, 2025),
    planOfBix: await planFor(account, await unitId(app, 'BIX')),
    nobody,
  });
  await Promise.all(WHO.map((username) => app.as(username)));
});
afterAll(() => app.stop());

const addressOf = ({ route, id, part, query }: Row): [Method, string] => {
  const [method = '', template = ''] = route.split(' ');
  const named = [id, part].map((name) => (name === undefined ? '' : (known[name] ?? '')));
  return [method as Method, template.replace(/\{\w+\}/g, (mark) => named.shift() ?? mark) + (query?.() ?? '')];
};

async function ask(row: Row, username: string | null): Promise<number> {
  const [method, address] = addressOf(row);
  const client = username === null ? app.anyone : await app.as(username);
  const body = row.body && JSON.stringify(row.body());
  const headers = { ...row.headers, ...(body && { 'content-type': 'application/json' }) };
  return (await client.send(method, address, body, headers)).status;
}

test.each(ROWS)('$route ($id) answers each role as the table says', async (row) => {
  const answers: Record<string, number> = {};
  // Foreigners first: what they did not manage to change is still there for its owner.
  for (const username of [...WHO].reverse()) answers[username] = await ask(row, username);
  expect(answers).toEqual(Object.fromEntries(WHO.map((username, index) => [username, row.expect[index]])));
});

test.each(ROWS)('$route ($id) lets nobody in who is not logged in', async (row) => {
  expect(await ask(row, null)).toBe(401);
});

/** What an official is let into: what is their own, with what their rows answer. */
const OWN: Readonly<Record<string, number>> = {
  'GET /own/record': 200,
  'GET /own/nominations': 200,
  'GET /own/classes': 200,
  'GET /own/attendance': 200,
  'PUT /sessions/{id}/apologies/{nominationId}': 404,
  'DELETE /sessions/{id}/apologies/{nominationId}': 404,
  'POST /own/wishes': 404,
  'POST /own/wishes/{id}/withdraw': 404,
  // What it opens is said to whoever got the message; of anybody else's nothing is known.
  'GET /message-links/{token}': 404,
};
/** Everybody's own: the account, its messages. */
const ALSO_OWN = /^\w+ \/(auth\b|inbox\b|message-links\/\{)/;

test('an official reaches what is their own, and of everything else nothing', async () => {
  const wrong: object[] = [];
  for (const row of ROWS.filter(({ route }) => !ALSO_OWN.test(route))) {
    const status = await ask(row, 'can-bo');
    if (status !== (OWN[row.route] ?? 403)) wrong.push({ route: row.route, status });
  }
  expect(wrong).toEqual([]);
});

test('every route of the contract stands in the table or in the ledger, and nothing in them is out of date', async () => {
  const { paths } = ok(await app.anyone.get('/openapi.json'));
  const routes = Object.entries(paths as Record<string, object>).flatMap(([address, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${address.replace('/api/v1', '')}`),
  );
  const covered = [...new Set([...ROWS.map(({ route }) => route as string), ...ledger])];
  expect(covered.sort()).toEqual(routes.sort());
});

test('the routes of the ledger are open to everyone, as it says', async () => {
  for (const route of ledger) {
    const [method, address] = route.split(' ') as [Method, string];
    const body = method === 'POST' ? '{}' : undefined;
    if (address === '/auth/logout') continue;
    const { status } = await app.anyone.send(method, address, body, body ? { 'content-type': 'application/json' } : {});
    expect({ route, refused: status === 401 || status === 403 }).toEqual({ route, refused: false });
  }
});

test('lists hold the rows of the reader alone', async () => {
  const count = async (username: string, address: string): Promise<number> =>
    ok(await (await app.as(username)).get(address)).total;
  const lists = ['/units', '/officials', '/nominations', '/quotas', '/calls', '/reminders'];
  for (const address of lists) {
    const [all, bix, cell] = [
      await count('board', address),
      await count('xa-bix', address),
      await count('chibo-bix-1', address),
    ];
    expect({ address, narrower: all >= bix && bix >= cell }).toEqual({ address, narrower: true });
  }
  const units = (body: Body): string[] => [...new Set<string>(body.items.map(({ unit }: Body) => unit.code))];
  expect(units(ok(await (await app.as('xa-bix')).get('/officials?page[size]=500')))).toEqual(['BIX']);
  expect(units(ok(await (await app.as('xa-km')).get('/nominations?page[size]=500')))).toEqual(['KM']);
  expect(units(ok(await (await app.as('xa-km')).get('/quotas?page[size]=500')))).toEqual(['KM']);
  // A filter cannot reach further than the reader does.
  const [stranger] = await officialsOf(app, 'DL');
  expect(await count('xa-bix', `/officials?unitId=${await unitId(app, 'DL')}`)).toBe(0);
  expect(await count('xa-bix', `/nominations?officialId=${stranger}`)).toBe(0);
});

test('who is switched off is logged out at once', async () => {
  const board = await app.as('board');
  const lc = await app.as('xa-lc');
  const id = await app.database.value<string>(`SELECT id FROM accounts WHERE username = 'xa-lc'`);
  expect((await lc.get('/auth/me')).status).toBe(200);
  ok(await board.patch(`/accounts/${id}`, { active: false }));
  expect((await lc.get('/auth/me')).status).toBe(401);
  expect((await app.anyone.post('/auth/login', { username: 'xa-lc', password: 'hong-chuyen-demo' })).status).toBe(401);
});
