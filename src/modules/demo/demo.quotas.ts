import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { addDays, type PlainDate, plainDateIn, yearOf } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { type Allocation, GrantsRepository, type Movement, NoticesService, QuotasRepository } from '../quotas/index.js';
import { type DemoDistrict, known } from './demo.registry.js';

/** Places of this year by commune, and what the board keeps in reserve. */
const THIS_YEAR: readonly { program: string; document: string; places: readonly number[]; reserve: number }[] = [
  { program: 'CC', document: '09-TB/BTCTU', places: [1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0], reserve: 1 },
  { program: 'TC', document: '17-TB/BTCTU', places: [3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4], reserve: 2 },
];
const SCHOOLS: Record<string, string> = {
  CC: 'Học viện Chính trị khu vực I',
  TC: 'Trường Chính trị Hoàng Văn Thụ',
};
const GRANTOR = 'Ban Tổ chức Tỉnh ủy';
const NOTE = 'Số văn bản chỉ để minh họa';
const ALLOCATED_BY = '21-TB/BTCHU';
const SIGNER = 'Trưởng ban';
const NOTICE_DAYS = 20;
/** Who has not opened the notice yet. */
const SILENT: readonly string[] = ['LC', 'TB'];

/** What the province granted since 2015, and how it was shared out: 19 advanced and 230 intermediate places of the past. */
@Injectable()
export class DemoQuotas {
  constructor(
    private readonly db: Database,
    private readonly grants: GrantsRepository,
    private readonly quotas: QuotasRepository,
    private readonly notices: NoticesService,
    private readonly clock: Clock,
  ) {}

  async load(district: DemoDistrict): Promise<void> {
    await this.past(district);
    for (const { program, document, places, reserve } of THIS_YEAR) {
      const allocations = district.communes.map(({ id }, index) => ({ unitId: id, places: places[index] ?? 0 }));
      for (const year of new Set([yearOf(this.today()), yearOf(addDays(this.today(), 30))])) {
        const grantedOn = year === yearOf(this.today()) ? addDays(this.today(), -60) : this.today();
        const given = { document, grantedOn, reserve, useBy: `${year}-12-31` };
        await this.give(district, { program, period: year }, allocations, given);
      }
    }
    await this.makeKnown(district);
  }

  /** This year's notice; all units but a few have said that they received it. */
  private async makeKnown(district: DemoDistrict): Promise<void> {
    const { programs, communes } = district;
    const board = district.actor('board');
    const { id } = await this.notices.draft(board, {
      programIds: THIS_YEAR.map(({ program }) => known(programs.get(program), program).id),
      period: yearOf(this.today()),
      deadline: addDays(this.today(), NOTICE_DAYS),
      note: NOTE,
    });
    await this.notices.publish(board, id, { documentNumber: ALLOCATED_BY, documentDate: this.today(), signer: SIGNER });
    for (const { code } of communes.filter((commune) => !SILENT.includes(commune.code)))
      await this.notices.answer(district.actor(`xa-${code.toLowerCase()}`), id, true);
  }

  /** The sendings of the pilot's workbook used every place of their year. */
  private async past(district: DemoDistrict): Promise<void> {
    const rows = await this.db.rows<{ code: string; period: number; allocations: Allocation[] }>(
      `SELECT s.code, s.year::int AS period, jsonb_agg(jsonb_build_object('unitId', s.unit_id, 'places', s.n) ORDER BY s.unit_id) AS allocations
       FROM (SELECT p.code, p.position, s.year, s.unit_id, count(*)::int AS n FROM past_sendings s JOIN programs p ON p.id = s.program_id
         GROUP BY p.code, p.position, s.year, s.unit_id) s GROUP BY s.code, s.position, s.year ORDER BY s.year, s.position`,
    );
    for (const { code, period, allocations } of rows) {
      const given = {
        document: code === 'CC' ? '08-TB/BTCTU' : '15-TB/BTCTU',
        grantedOn: `${period}-02-10`,
        reserve: 0,
      };
      const movement = await this.give(district, { program: code, period }, allocations, given);
      const of = { programId: known(district.programs.get(code), code).id, period };
      const reason = 'Cử đi học theo sổ theo dõi 2015–2019';
      for (const { unitId, places } of allocations) {
        const quota = await this.quotas.row(of, unitId, false, movement);
        await this.quotas.post(quota, ['free', 'taken'], places, { ...movement, kind: 'take', document: null, reason });
      }
    }
  }

  private async give(
    demo: DemoDistrict,
    { program, period }: { program: string; period: number },
    allocations: readonly Allocation[],
    {
      document,
      grantedOn,
      reserve,
      useBy,
    }: { document: string; grantedOn: PlainDate; reserve: number; useBy?: PlainDate },
  ): Promise<Movement> {
    const of = { programId: known(demo.programs.get(program), program).id, period };
    const by = demo.actor('board').accountId;
    const movement: Movement = {
      kind: 'allocate',
      at: new Date(`${grantedOn}T02:00:00Z`),
      by,
      document: ALLOCATED_BY,
    };
    const grant = {
      ...of,
      places: allocations.reduce((sum, { places }) => sum + places, reserve),
      grantor: GRANTOR,
      school: SCHOOLS[program],
      documentNumber: document,
      documentDate: grantedOn,
      useBy,
      note: NOTE,
    };
    await this.grants.add(demo.district.id, grant, movement.at, by);
    const refusal = await this.quotas.allocate(of, demo.district.id, allocations, movement);
    if (refusal) throw new Error(`The demo shares out what it does not have: ${JSON.stringify(refusal)}`);
    return movement;
  }

  private today(): PlainDate {
    return plainDateIn(this.clock.now());
  }
}
