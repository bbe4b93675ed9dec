import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import {
  type NewOfficial,
  NotesService,
  OfficialsRepository,
  PlanningsService,
  QualificationsService,
  StatusesService,
} from '../officials/index.js';
import { type DemoDistrict, known } from './demo.registry.js';

/** The commune whose people have fuller records; all of it is invented. */
const COMMUNE = 'CL';

/** What a record can hold besides the workbook's columns, for a few people; levels and posts stay as they are. */
@Injectable()
export class DemoRecords {
  constructor(
    private readonly officials: OfficialsRepository,
    private readonly qualifications: QualificationsService,
    private readonly statuses: StatusesService,
    private readonly plannings: PlanningsService,
    private readonly notes: NotesService,
    private readonly clock: Clock,
  ) {}

  async load(district: DemoDistrict): Promise<void> {
    const board = district.actor('board');
    const [first, second, third] = known(district.officials.get(COMMUNE), COMMUNE);
    if (!first || !second || !third) return;
    await this.levels(board, first.id, second.id);
    await this.lives(board, first, second);
    await this.note(board, third.id);
    // Province 000 does not exist: these can be nobody's numbers.
    const numbers = { citizenId: '000180000101', partyCard: '00.000101', otherName: 'Tư' };
    await this.officials.update(first.id, numbers, plainDateIn(this.clock.now()));
  }

  private async levels(board: Actor, first: string, second: string): Promise<void> {
    await this.qualifications.add(board, first, {
      kind: 'state-management',
      level: 'specialist',
      school: 'Trường Chính trị Hoàng Văn Thụ',
      obtainedOn: '2017-06-30',
      certificateNumber: 'QLNN-2017-0001',
    });
    await this.qualifications.add(board, first, { kind: 'language', level: 'Tiếng Tày, giao tiếp công vụ' });
    await this.qualifications.add(board, second, {
      kind: 'it',
      level: 'Ứng dụng CNTT cơ bản',
      obtainedOn: '2018-05-15',
    });
  }

  private async lives(board: Actor, first: NewOfficial, second: NewOfficial): Promise<void> {
    await this.statuses.begin(board, second.id, {
      status: 'rotated',
      from: '2017-01-01',
      note: 'Luân chuyển 18 tháng',
    });
    await this.statuses.begin(board, second.id, { status: 'working', from: '2018-07-01' });
    await this.plannings.add(board, first.id, {
      title: 'Phó Bí thư Đảng ủy xã',
      category: 'cadre',
      unitId: first.unitId,
      confirmedOn: '2019-06-15',
    });
    await this.plannings.add(board, second.id, { title: 'Chủ tịch UBND xã', category: 'cadre', unitId: second.unitId });
  }

  private async note(board: Actor, official: string): Promise<void> {
    const { id } = await this.notes.add(board, official, {
      text: 'Hai lần xin hoãn lớp trung cấp lý luận chính trị.',
      notedOn: '2019-10-01',
    });
    await this.notes.reply(board, official, id, {
      reply: 'Khi đó gia đình có việc, đề nghị cho học khóa sau.',
      repliedOn: '2019-10-10',
    });
  }
}
