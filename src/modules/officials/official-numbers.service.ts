import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { InvalidInput, NotFound } from '../../platform/http/domain-error.js';
import { Unreadable } from '../../platform/secrets/secrets.js';
import type { OfficialView } from './dto/official.view.js';
import type { FindByNumberDto, RevealDto } from './dto/record.dto.js';
import type { RevealedNumber } from './dto/record.view.js';
import { OfficialNumbers } from './official-numbers.js';
import { NoNumber, NumberUnreadable } from './official-record.errors.js';
import { OfficialRecords } from './official-records.js';
import { OfficialsQueries } from './officials.queries.js';
import { digitsOf, isSecretNumber } from './rules/numbers.js';

const COLUMNS = { citizenId: 'citizen_id_key', partyCard: 'party_card_key' } as const;

/** Looking at numbers that the law protects: each time told to the trail. */
@Injectable()
export class OfficialNumbersService {
  constructor(
    private readonly queries: OfficialsQueries,
    private readonly records: OfficialRecords,
    private readonly numbers: OfficialNumbers,
    private readonly audit: Audit,
  ) {}

  /** The whole number, for a reason. @throws NotFound, NoNumber, NumberUnreadable */
  @Transactional()
  async reveal(actor: Actor, id: string, { number, reason }: RevealDto): Promise<RevealedNumber> {
    const official = await this.queries.find(actor.unitId, id, this.records.today());
    if (!official) throw new NotFound('id');
    const sealed = number === 'citizenId' ? official.citizenIdSealed : official.partyCardSealed;
    if (sealed === null) throw new NoNumber();
    await this.records.tell(actor, 'official.number-revealed', official, { number, reason });
    try {
      return { number: this.numbers.reveal(number, sealed) };
    } catch (error) {
      throw error instanceof Unreadable ? new NumberUnreadable() : error;
    }
  }

  /** The official of the caller's subtree with that number: one or none. @throws InvalidInput */
  @Transactional()
  async find(actor: Actor, { kind, number }: FindByNumberDto): Promise<OfficialView[]> {
    if (!isSecretNumber(kind, digitsOf(number))) throw new InvalidInput([{ path: 'number', rule: `${kind}Digits` }]);
    const hashes = this.numbers.hashes(kind, number);
    const found = await this.queries.byNumber(actor.unitId, COLUMNS[kind], hashes, this.records.today());
    await this.audit.record({
      actor,
      action: 'official.searched-by-number',
      subjectType: found[0] ? 'official' : 'account',
      subjectId: found[0]?.id ?? actor.accountId,
      unitId: found[0]?.unitId ?? actor.unitId,
      data: { number: kind, found: found.length },
    });
    return found;
  }
}
