import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { type PlainDate, plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { isContention, violatedConstraint } from '../../platform/database/constraint-errors.js';
import { Database } from '../../platform/database/database.js';
import { Gatherer, type Outcome } from '../../platform/gathering/gatherer.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { Live } from '../../platform/live/live.js';
import { CourseNotOpen } from '../courses/index.js';
import { type AskedFacts, type ClaimedCourse, ClaimsQueries } from './claims.queries.js';
import { type ClaimLine, type ClaimList, type ClaimOutcome, ClaimsRepository } from './claims.repository.js';
import { type EligibilityVerdict } from './rules/eligibility.js';
import { afterOthers, type RowOfPerson } from './rules/minimum-shares.js';
import { CellProposes } from './nominations.errors.js';
import { type JudgedFacts, judgeFacts } from './judge-facts.js';

/** A list that somebody sends for a class. */
export interface ListRequest {
  readonly actor: Actor;
  readonly courseId: string;
  readonly officialIds: readonly string[];
}

/** What became of one line: the rules' answers, and the nomination where one was made. */
export interface ClaimedLine {
  readonly officialId: string;
  readonly verdict: EligibilityVerdict;
  readonly outcome: ClaimOutcome | 'refused';
  readonly nominationId: string;
}

/** A list as it was judged, with what it claims. */
interface Judged extends ListRequest {
  readonly course: ClaimedCourse;
  readonly lines: readonly {
    readonly nominationId: string;
    readonly facts: JudgedFacts;
    readonly verdict: EligibilityVerdict;
  }[];
}

/** People in one batch: as many as are written quickly enough to be worth waiting for. */
const MOST = 200;
/** How often a line is judged again after somebody was quicker; each time somebody got a place. */
const TRIES = 4;
/** What a claim breaks that takes a place which somebody quicker has left to a minimum share alone. */
const KEEPS_MINIMUMS = 'quota_keeps_its_minimums';

/**
 * Takes quota places and seats. Requests that come while a claim is being written are written together, as one statement;
 * each has its own answer (0032, 0042).
 */
@Injectable()
export class ClaimsService {
  /** One batch is written at a time: two at once would each be half as large and cost nearly as much (0042). */
  private readonly gatherer: Gatherer<ListRequest, ClaimedLine[]>;

  constructor(
    private readonly db: Database,
    private readonly queries: ClaimsQueries,
    private readonly claims: ClaimsRepository,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {
    this.gatherer = new Gatherer({
      run: (requests) => this.together(requests),
      size: ({ officialIds }) => officialIds.length,
      most: MOST,
    });
  }

  /**
   * Judges a list and takes places for those nothing speaks against, in its order. Inside a transaction it is written
   * with it, outside together with what others send at this moment.
   * @throws NotFound naming the class or the person; CourseNotOpen; CellProposes
   */
  async take(request: ListRequest): Promise<ClaimedLine[]> {
    let lines = await this.ask(request);
    for (let tries = 1; tries < TRIES && lines.some(lost); tries++) lines = await this.askAgain(request, lines);
    return lines;
  }

  private ask(request: ListRequest): Promise<ClaimedLine[]> {
    return this.db.inTransaction ? this.alone(request) : this.gatherer.ask(request);
  }

  /** Those whom somebody else was quicker to take are judged by what is true now, and may still find a place. */
  private async askAgain(request: ListRequest, lines: readonly ClaimedLine[]): Promise<ClaimedLine[]> {
    const officialIds = lines.filter(lost).map(({ officialId }) => officialId);
    const again = new Map((await this.ask({ ...request, officialIds })).map((line) => [line.officialId, line]));
    return lines.map((line) => again.get(line.officialId) ?? line);
  }

  private async alone(request: ListRequest): Promise<ClaimedLine[]> {
    const [outcome] = await (this.db.inTransaction ? this.write([request]) : this.patiently([request]));
    if (outcome && 'answer' in outcome) return outcome.answer;
    throw outcome?.error;
  }

  /** A batch; where it fails as a whole, each by itself, so that nobody is told another's error. */
  private async together(requests: readonly ListRequest[]): Promise<Outcome<ClaimedLine[]>[]> {
    try {
      return await this.patiently(requests);
    } catch (error) {
      if (requests.length === 1) return [{ error }];
    }
    const outcomes: Outcome<ClaimedLine[]>[] = [];
    for (const request of requests)
      outcomes.push(...(await this.patiently([request]).catch((error: unknown) => [{ error }])));
    return outcomes;
  }

  /**
   * Again, with fresh eyes, when it failed only because of what others did at the same time. Requests that are written
   * together may take such a place from each other, and see it only one after the other.
   */
  private async patiently(requests: readonly ListRequest[]): Promise<Outcome<ClaimedLine[]>[]> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.write(requests);
      } catch (error) {
        const outrun = requests.length === 1 && violatedConstraint(error) === KEEPS_MINIMUMS;
        if (!(isContention(error) || outrun) || tries === TRIES) throw error;
      }
    }
  }

  private async write(requests: readonly ListRequest[]): Promise<Outcome<ClaimedLine[]>[]> {
    const now = this.clock.now();
    const today = plainDateIn(now);
    const judged = await this.judge(requests, today);
    const lists = judged.flatMap((one) =>
      'lines' in one && one.lines.some(({ verdict }) => verdict.eligible) ? [claimOf(one, today)] : [],
    );
    const outcomes = lists.length === 0 ? new Map<string, ClaimOutcome>() : await this.claims.take(lists, now, today);
    for (const { courseId, holderId, lines } of lists) {
      this.live.say({ topic: 'course', id: courseId, audience: { unitId: holderId, below: true } });
      this.live.say(
        ...lines.map(({ nominationId: id, unitId }) => ({ topic: 'nomination', id, audience: { unitId } })),
      );
    }
    return judged.map((one) => {
      if (!('lines' in one)) return one;
      const lines = one.lines.map(({ nominationId, facts, verdict }) => ({
        officialId: facts.officialId,
        nominationId,
        verdict,
        outcome: outcomes.get(nominationId) ?? ('refused' as const),
      }));
      // Closed between the look and the claim.
      return lines.some(({ outcome }) => outcome === 'not-open') ? { error: new CourseNotOpen() } : { answer: lines };
    });
  }

  private async judge(requests: readonly ListRequest[], today: PlainDate): Promise<(Judged | { error: Error })[]> {
    const asked = requests.flatMap(({ actor, courseId, officialIds }) =>
      officialIds.map((officialId) => ({ readerUnitId: actor.unitId, courseId, officialId })),
    );
    const facts = await this.queries.facts(asked, today);
    let next = 0;
    return requests.map((request) => {
      const own = facts.slice(next, (next += request.officialIds.length));
      return judgeList(request, own, today);
    });
  }
}

const lost = ({ outcome }: ClaimedLine): boolean => outcome === 'conflict' || outcome === 'no-quota';

function judgeList(request: ListRequest, facts: readonly AskedFacts[], today: PlainDate): Judged | { error: Error } {
  const course = facts[0]?.course;
  if (!course) return { error: new NotFound('courseId') };
  if (course.state !== 'open') return { error: new CourseNotOpen() };
  if (request.actor.role === 'cell' && course.cellStep) return { error: new CellProposes() };
  const stranger = facts.findIndex(({ person }) => person === null);
  if (stranger >= 0) return { error: new NotFound('officialIds', stranger) };
  const before: RowOfPerson[] = [];
  const lines = facts.flatMap(({ person }) => {
    if (!person) return [];
    const known = { ...person, quota: person.quota && afterOthers(person.quota, before) };
    const verdict = judgeFacts(course, known, today);
    if (verdict.eligible && person.quota) before.push(person.quota);
    return [{ nominationId: newId(), facts: known, verdict }];
  });
  return { ...request, course, lines };
}

/** The lines of a list that may be taken, and what its trail says. */
function claimOf({ actor, course, lines }: Judged, today: PlainDate): ClaimList {
  const late = course.deadline !== null && today > course.deadline;
  const claimed = lines.flatMap(({ nominationId, facts, verdict }): ClaimLine[] =>
    verdict.eligible && facts.calledUnitId !== null
      ? [
          {
            nominationId,
            officialId: facts.officialId,
            unitId: facts.calledUnitId,
            late,
            needed: facts.needed,
            quotaId: course.needsQuota ? (facts.quota?.id ?? null) : null,
            verdict: verdict.checks,
            entryId: newId(),
          },
        ]
      : [],
  );
  return { courseId: course.id, code: course.code, holderId: course.unitId, actor, entryId: newId(), lines: claimed };
}
