import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { atLocalTime, plainDateIn, yearOf } from '../../kernel/plain-date.js';
import { PlansRepository } from '../plans/index.js';
import { type DemoDistrict, known } from './demo.registry.js';

/** Program, classes, trainees (turns), and the months in which they open. */
type DemoLine = readonly [program: string, classes: number, trainees: number, months: readonly [number, number] | null];

/** Invented targets of the size of the pilot's classes: 17 were held in 2019. */
const PLAN_OF_2019: readonly DemoLine[] = [
  ['SC', 3, 360, [3, 9]],
  ['CNKT', 3, 280, [4, 10]],
  ['DTD', 2, 120, [2, 11]],
  ['DVM', 3, 140, [2, 11]],
  ['NVD', 3, 210, [3, 8]],
  ['NVCM', 3, 180, [5, 10]],
  ['CDHCM', 2, 200, [1, 6]],
];

const PLAN_OF_2020: readonly DemoLine[] = [
  ['CC', 0, 4, [9, 9]],
  ['TC', 1, 46, [7, 9]],
  ['SC', 2, 240, [3, 9]],
  ['CNKT', 2, 190, [4, 6]],
  ['DTD', 2, 120, [2, 11]],
  ['DVM', 2, 95, [2, 11]],
  ['NVD', 3, 210, [7, 9]],
  ['NVCM', 2, 120, [5, 10]],
  ['CDHCM', 2, 200, [1, 3]],
];

/** This year's: most of its classes are among those of the demo, one that was due in the first months is not. */
const PLAN_OF_THIS_YEAR: readonly DemoLine[] = [
  ['CC', 1, 4, [9, 12]],
  ['TC', 1, 45, [1, 12]],
  ['SC', 1, 60, [1, 2]],
  ['CNKT', 2, 120, [1, 12]],
  ['DTD', 1, 60, [1, 12]],
  ['NVD', 1, 21, [1, 12]],
  ['NVCM', 1, 40, [1, 12]],
  ['CDHCM', 1, 100, [1, 12]],
];

const PLAN_OF_THE_PERIOD: readonly DemoLine[] = [
  ['CC', 0, 24, null],
  ['TC', 6, 276, null],
  ['SC', 12, 1_300, null],
  ['CNKT', 12, 1_140, null],
  ['DTD', 12, 720, null],
  ['DVM', 12, 570, null],
  ['NVD', 18, 1_260, null],
  ['NVCM', 12, 720, null],
  ['CDHCM', 12, 1_200, null],
];

const NOTE = 'Số liệu minh họa';

/** Training plans of the pilot's years, of this year, and a period's that is still being written; all invented. */
@Injectable()
export class DemoPlans {
  constructor(
    private readonly plans: PlansRepository,
    private readonly clock: Clock,
  ) {}

  async load(district: DemoDistrict): Promise<void> {
    const present = yearOf(plainDateIn(this.clock.now()));
    await this.approved(district, 2019, PLAN_OF_2019);
    await this.approved(district, 2020, PLAN_OF_2020);
    if (present > 2020) await this.approved(district, present, PLAN_OF_THIS_YEAR);
    await this.draft(district, [2020, 2025], PLAN_OF_THE_PERIOD);
  }

  private async approved(district: DemoDistrict, year: number, lines: readonly DemoLine[]): Promise<void> {
    const versionId = await this.draft(district, [year, year], lines);
    const [settled, today] = [`${year}-01-04`, plainDateIn(this.clock.now())];
    const documentDate = settled < today ? settled : today;
    await this.plans.approve(versionId, {
      documentNumber: '12-KH/HU',
      documentDate,
      signer: 'Thường trực Huyện ủy (minh họa)',
      at: atLocalTime(documentDate, '09:00'),
      by: district.actor('board').accountId,
    });
  }

  private async draft(
    { district, programs }: DemoDistrict,
    [firstYear, lastYear]: readonly [number, number],
    lines: readonly DemoLine[],
  ): Promise<string> {
    const kind = firstYear === lastYear ? 'year' : 'period';
    const { versionId } = await this.plans.create({ unitId: district.id, kind, firstYear, lastYear });
    await this.plans.addLines(
      versionId,
      lines.map(([program, classes, trainees, months]) => ({
        programId: known(programs.get(program), program).id,
        unitId: district.id,
        classes,
        trainees,
        firstMonth: months?.[0] ?? null,
        lastMonth: months?.[1] ?? null,
        note: NOTE,
      })),
    );
    return versionId;
  }
}
