import fc from 'fast-check';
import type { Body, Client } from '../../support/client.js';
import { heard, lineById, lineOf, NOTHING_SAID, type Said, said, wideLine } from './answers.js';
import type { Course, Nomination, Unit, World } from './world.js';

/** One step that somebody takes; the numbers choose whom and what it is about. */
export interface Ask {
  readonly kind: Kind;
  readonly a: number;
  readonly b: number;
  readonly n: number;
}

/** How often each kind of step is taken. */
const WEIGHTS = {
  rest: 1,
  propose: 9,
  proposalStep: 2,
  order: 1,
  endorse: 9,
  nominate: 12,
  answerCall: 1,
  answerTime: 1,
  cellAnswer: 1,
  review: 4,
  settle: 8,
  withdraw: 3,
  replace: 2,
  transfer: 3,
  nameReserves: 2,
  stepIn: 2,
  capacity: 2,
  keep: 1,
  endKept: 1,
  seatRules: 1,
  move: 1,
  answerOffer: 3,
  night: 1,
  decide: 7,
  revoke: 1,
  advance: 8,
  presence: 3,
  result: 4,
  takeBack: 2,
  allot: 1,
  cancel: 1,
  renew: 4,
} as const;
export type Kind = keyof typeof WEIGHTS;

const number = fc.nat(999);
const kinds = Object.entries(WEIGHTS).map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind as Kind) }));
export const ask: fc.Arbitrary<Ask> = fc.record({
  kind: fc.oneof({ withCrossShrink: true }, ...kinds),
  ...{ a: number, b: number, n: number },
});

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** Who takes a step, on what: read from what was so when the round began. */
class Step {
  constructor(
    readonly world: World,
    readonly asked: Ask,
    private readonly turn: number,
  ) {}

  board(): Promise<Client> {
    return this.world.as('board', this.turn);
  }

  committee(unit: Unit): Promise<Client> {
    return this.world.as(unit.committee, this.turn);
  }

  cell(unit: Unit): Promise<Client> {
    return this.world.as(unit.cell, this.turn);
  }

  /** The committee, or now and then the board in its stead. */
  sender(unit: Unit): Promise<Client> {
    return this.asked.n % 4 === 0 ? this.board() : this.committee(unit);
  }

  get unit(): Unit {
    return pick(this.world.units, this.asked.a) as Unit;
  }

  /** The class of one of the slots. */
  get course(): string {
    return pick(this.world.slots, this.asked.b)?.id ?? '';
  }

  get longCourse(): string {
    return pick(
      this.world.slots.filter(({ long }) => long),
      this.asked.b,
    )?.id as string;
  }

  person(unit: Unit, further = 0): string {
    return pick(unit.people, this.asked.n + further) as string;
  }

  /** A nomination in one of these states; now and then any, so that what is impossible is asked for too. */
  nomination(...states: readonly string[]): Nomination | undefined {
    const { nominations } = this.world.view;
    const fitting = nominations.filter(({ state }) => states.includes(state));
    return pick(this.asked.n % 11 === 0 ? nominations : fitting, this.asked.a);
  }
}

const REASON = { reason: 'Vì công việc' };
const ON_THE_WAY = ['submitted', 'returned', 'approved', 'decided', 'enrolled', 'studying'];
const LIVE_PROPOSALS = ['interest', 'proposed', 'returned', 'reserve'];
let numbers = 0;

const nominated = ({ items }: Body, courseId: string): Said =>
  said(
    ...items
      .filter(({ outcome }: Body) => outcome !== 'refused')
      .map(({ outcome, officialId }: Body) => lineOf(outcome as string, officialId as string, courseId)),
  );

const handedOver = (course: string, leaver: string, newcomer: Body, ends: string): Said => ({
  lines: [lineById(ends, leaver), lineOf('newcomer', newcomer.official.id as string, course)],
  // Whoever waited for the class leaves its line for the seat.
  wide: [wideLine('left', course)],
});

/** Every kind of step, from the cell's proposal to the result. @returns what the trail has to say of it. */
const DO: { readonly [K in Kind]: (step: Step) => Promise<Said> } = {
  /** Nobody does anything: what a step that matters to no failure shrinks to. */
  rest: () => Promise.resolve(NOTHING_SAID),
  async propose(step) {
    const body = { courseId: step.longCourse, officialIds: [step.person(step.unit)], interest: step.asked.n % 5 === 0 };
    return heard((await step.cell(step.unit)).post('/proposals', body));
  },
  async proposalStep(step) {
    const live = step.world.view.proposals.filter(({ state }) => LIVE_PROPOSALS.includes(state));
    const proposal = pick(live, step.asked.a);
    const what = pick(
      ['propose', 'withdraw', 'decline-wish', 'return', 'decline', 'reserve', 'reserve'],
      step.asked.b,
    ) as string;
    if (!proposal) return NOTHING_SAID;
    const unit = step.world.unit(proposal.unit);
    const who = ['propose', 'withdraw', 'decline-wish'].includes(what) ? step.cell(unit) : step.committee(unit);
    return heard((await who).post(`/proposals/${proposal.id}/${what}`, REASON));
  },
  async order(step) {
    const own = step.world.view.proposals.filter(
      ({ state, unit, course }) =>
        LIVE_PROPOSALS.includes(state) && unit === step.unit.id && course === step.longCourse,
    );
    const proposalIds = own.map(({ id }) => id).reverse();
    if (proposalIds.length === 0) return NOTHING_SAID;
    return heard((await step.committee(step.unit)).put(`/courses/${step.longCourse}/proposals/order`, { proposalIds }));
  },
  async endorse(step) {
    const waiting = step.world.view.proposals.filter(({ state }) => ['proposed', 'reserve'].includes(state));
    const first = pick(waiting, step.asked.a);
    const chosen = waiting
      .filter(({ unit, course }) => unit === first?.unit && course === first.course)
      .slice(0, 1 + (step.asked.n % 3));
    if (!first) return NOTHING_SAID;
    const proposalIds = chosen.map(({ id }) => id);
    const path = `/courses/${first.course}/proposals/endorse`;
    return heard((await step.sender(step.world.unit(first.unit))).post(path, { proposalIds }), ({ items }) => {
      const lines = items.map(({ outcome, proposalId }: Body) => ({
        outcome: outcome as string,
        officialId: chosen.find(({ id }) => id === proposalId)?.official,
      }));
      return nominated({ items: lines }, first.course);
    });
  },
  async nominate(step) {
    const officialIds = [...new Set([step.person(step.unit), step.person(step.unit, step.asked.b)])];
    const body = { courseId: step.course, officialIds };
    return heard((await step.sender(step.unit)).post('/nominations', body), (answer) => nominated(answer, step.course));
  },
  async answerCall(step) {
    const call = pick(step.world.view.calls, step.asked.a);
    if (!call) return NOTHING_SAID;
    const committee = await step.committee(step.world.unit(call.unit));
    if (step.asked.n % 2 === 0) return heard(committee.post(`/calls/${call.id}/decline`, REASON));
    return heard(committee.post(`/calls/${call.id}/ask-more-time`, { until: step.world.day(30), ...REASON }));
  },
  async answerTime(step) {
    const call = pick(step.world.view.calls, step.asked.a);
    if (!call) return NOTHING_SAID;
    const board = await step.board();
    if (step.asked.n % 2 === 0) return heard(board.post(`/calls/${call.id}/refuse-time`, REASON));
    return heard(board.post(`/calls/${call.id}/extend`, { deadline: step.world.day(20) }));
  },
  async cellAnswer(step) {
    const until = step.world.day(5);
    const answer = step.asked.n % 2 === 0 ? { answer: 'none' } : { answer: 'more-time', until };
    const path = `/courses/${step.longCourse}/cell-answers`;
    return heard((await step.cell(step.unit)).put(path, { ...answer, ...REASON }));
  },
  async review(step) {
    const one = step.nomination('submitted', 'returned');
    if (!one) return NOTHING_SAID;
    const what = pick(
      one.state === 'returned' ? ['resubmit', 'resubmit', 'reject'] : ['approve', 'return', 'reject'],
      step.asked.b,
    ) as string;
    const who = what === 'resubmit' ? step.sender(step.world.unit(one.unit)) : step.board();
    return heard((await who).post(`/nominations/${one.id}/${what}`, REASON), ({ state }) =>
      said(lineById(state as string, one.id)),
    );
  },
  async settle(step) {
    const seated = step.world.view.nominations.filter(({ state, place }) => state === 'submitted' && place === 'seat');
    const waiting = seated.filter(({ course }) => course === pick(seated, step.asked.a)?.course);
    if (waiting.length === 0) return NOTHING_SAID;
    const items = waiting.map(({ id, version }) => ({ id, version }));
    const body = { step: 'approve', items, ...REASON };
    return heard((await step.board()).post('/nominations/decisions', body), (answer) =>
      said(...answer.items.filter(({ done }: Body) => done).map(({ id }: Body) => lineById('approved', id as string))),
    );
  },
  async withdraw(step) {
    const one = step.nomination(...ON_THE_WAY);
    if (!one) return NOTHING_SAID;
    return heard((await step.sender(step.world.unit(one.unit))).post(`/nominations/${one.id}/withdraw`, REASON), () =>
      said(lineById('withdrawn', one.id)),
    );
  },
  async replace(step) {
    const one = step.nomination('approved', 'decided', 'enrolled', 'studying', 'no-show');
    if (!one) return NOTHING_SAID;
    const body = { officialId: step.person(step.world.unit(one.unit)), ...REASON };
    return heard((await step.board()).post(`/nominations/${one.id}/replace`, body), (newcomer) =>
      handedOver(one.course, one.id, newcomer, 'replaced'),
    );
  },
  async transfer(step) {
    const one = step.nomination('approved', 'decided', 'enrolled');
    const course = step.longCourse;
    if (!one) return NOTHING_SAID;
    return heard((await step.board()).post(`/nominations/${one.id}/transfer`, { courseId: course, ...REASON }), () =>
      said(
        lineById('transferredTo', one.id),
        lineOf('seated', one.official, course),
        lineOf('transferredFrom', one.official, course),
      ),
    );
  },
  async nameReserves(step) {
    const body = { officialIds: [step.person(step.unit)] };
    return heard((await step.sender(step.unit)).post(`/courses/${step.course}/reserves`, body));
  },
  async stepIn(step) {
    const reserve = pick(step.world.view.reserves, step.asked.b);
    const leavers = step.world.view.nominations.filter(
      ({ course, unit, place }) => course === reserve?.course && unit === reserve.unit && place !== 'none',
    );
    const one = pick(leavers, step.asked.a);
    if (!one || !reserve) return NOTHING_SAID;
    const [by, ends] = pick(
      [
        ['withdraw', 'withdrawn'],
        ['reject', 'rejected'],
        ['replace', 'replaced'],
      ] as const,
      step.asked.n,
    ) as [string, string];
    const body = { reserveId: reserve.id, by, ...REASON };
    return heard((await step.board()).post(`/nominations/${one.id}/step-in`, body), (newcomer) =>
      handedOver(one.course, one.id, newcomer, ends),
    );
  },
  async capacity(step) {
    const capacity = 1 + (step.asked.n % 5);
    return heard((await step.board()).post(`/courses/${step.course}/capacity`, { capacity }));
  },
  async keep(step) {
    const body = { unitId: step.unit.id, seats: 1 + (step.asked.n % 2), until: step.world.day(step.asked.n % 3) };
    return heard((await step.board()).post(`/courses/${step.course}/seats/reservations`, body));
  },
  async endKept(step) {
    const one = pick(step.world.view.kept, step.asked.a);
    if (!one) return NOTHING_SAID;
    return heard((await step.board()).post(`/courses/${one.course}/seats/reservations/${one.id}/end`));
  },
  async seatRules(step) {
    const rules = {
      waitlistOrder: pick(['need', 'time', 'board'], step.asked.a),
      freedSeats: pick(['immediate', 'offer', 'offer'], step.asked.n),
      offerHours: 20,
    };
    return heard((await step.board()).put(`/courses/${step.course}/seats/rules`, rules));
  },
  async move(step) {
    const waiting = step.world.view.nominations.filter(({ place }) => place === 'waitlist');
    const one = pick(waiting, step.asked.a);
    if (!one) return NOTHING_SAID;
    const body = { position: 1 + (step.asked.n % 3), ...REASON };
    return heard((await step.board()).post(`/courses/${one.course}/seats/waiting/${one.id}/move`, body));
  },
  async answerOffer(step) {
    const offer = pick(step.world.view.offers, step.asked.a);
    if (!offer) return NOTHING_SAID;
    const what = step.asked.b % 2 === 0 ? 'accept' : 'decline';
    const path = `/courses/${offer.course}/seats/waiting/${offer.nomination}/${what}`;
    return heard((await step.sender(step.world.unit(offer.unit))).post(path, REASON));
  },
  async night(step) {
    await step.world.night(step.asked.a);
    return NOTHING_SAID;
  },
  async decide(step) {
    const board = await step.board();
    let draft = pick(
      step.world.view.decisions.filter(({ state }) => state === 'draft'),
      step.asked.a,
    )?.id;
    if (draft === undefined) {
      const courseIds = [step.nomination('approved')?.course ?? step.longCourse];
      const { status, body } = await board.post('/decisions', { courseIds });
      if (status >= 500) throw new Error(JSON.stringify(body));
      if (status !== 201) return NOTHING_SAID;
      draft = body.id as string;
    }
    if (step.asked.n % 9 === 0) return heard(board.delete(`/decisions/${draft}`));
    const document = { number: `${(numbers += 1)}-QĐ/BTC`, decidedOn: '2026-03-02', signer: 'Trưởng ban' };
    return heard(board.post(`/decisions/${draft}/issue`, document), ({ lines }) =>
      said(
        ...lines
          .filter(({ ended }: Body) => ended === null)
          .map(({ nominationId }: Body) => lineById('decided', nominationId as string)),
      ),
    );
  },
  async revoke(step) {
    const one = pick(
      step.world.view.decisions.filter(({ state }) => state === 'issued'),
      step.asked.a,
    );
    if (!one) return NOTHING_SAID;
    return heard((await step.board()).post(`/decisions/${one.id}/revoke`, REASON), ({ lines }) =>
      said(
        ...lines
          .filter(({ ended }: Body) => ended === 'revoked')
          .map(({ nominationId }: Body) => lineById('revoked', nominationId as string)),
      ),
    );
  },
  async advance(step) {
    const begun = step.world.view.courses.filter(({ state }) => ['closed', 'confirmed', 'running'].includes(state));
    const course = step.asked.a % 2 === 0 ? pick(begun, step.asked.b) : step.world.course(step.course);
    return course ? further(step, course) : NOTHING_SAID;
  },
  async presence(step) {
    const one = step.nomination('studying', 'no-show');
    if (!one) return NOTHING_SAID;
    const what = one.state === 'no-show' ? 'arrive' : 'no-show';
    return heard((await step.board()).post(`/nominations/${one.id}/${what}`, REASON), ({ state }) =>
      said(lineById(state as string, one.id)),
    );
  },
  async result(step) {
    const one = step.nomination('studying');
    if (!one) return NOTHING_SAID;
    const passed = step.asked.b % 3 !== 0;
    const results = [{ nominationId: one.id, classification: passed ? 'good' : 'failed' }];
    return heard((await step.board()).put(`/courses/${one.course}/results`, { results }), () =>
      said(lineById(passed ? 'completed' : 'not-completed', one.id)),
    );
  },
  async takeBack(step) {
    const one = step.nomination('completed', 'not-completed');
    if (!one) return NOTHING_SAID;
    return heard((await step.board()).post(`/nominations/${one.id}/take-back-result`, REASON), () =>
      said(lineById('resultTakenBack', one.id)),
    );
  },
  async allot(step) {
    const { programId } = step.world;
    const allocations = [{ unitId: step.unit.id, places: step.asked.n % 5 }];
    const period = step.asked.b % 3 === 0 ? 2027 : 2026;
    return heard((await step.board()).put(`/quotas?programId=${programId}&period=${period}`, { allocations }));
  },
  async cancel(step) {
    const { course } = step;
    return heard((await step.board()).post(`/courses/${course}/cancel`, REASON), () => ({
      lines: [],
      wide: [wideLine('lapsed', course)],
    }));
  },
  renew(step) {
    const over = step.world.slots.findIndex(({ id }) =>
      ['completed', 'cancelled'].includes(step.world.course(id)?.state ?? ''),
    );
    if (over >= 0 && step.asked.b % 2 === 0) step.world.renewals.add(over);
    return Promise.resolve(NOTHING_SAID);
  },
};

/** The next step in the life of a class; now and then a closed one is opened again. */
async function further(step: Step, { id, state }: Course): Promise<Said> {
  const board = await step.board();
  const to = (path: string, body: object | undefined, ...wide: string[]): Promise<Said> =>
    heard(board.post(`/courses/${id}/${path}`, body), () => ({
      lines: [],
      wide: wide.map((line) => wideLine(line, id)),
    }));
  switch (state) {
    case 'open':
      return step.asked.n % 3 === 0 ? to('close-nominations', undefined) : NOTHING_SAID;
    case 'closed':
      if (step.asked.n % 6 === 0) return to('open-nominations', { deadline: step.world.day(10), ...REASON });
      return to('confirm', REASON, 'enrolled');
    case 'confirmed':
      return to('start', undefined, 'studying', 'lapsed');
    case 'running':
      return step.asked.n % 3 === 0 ? to('complete', {}, 'completed') : NOTHING_SAID;
    default:
      return NOTHING_SAID;
  }
}

/** Takes one step. @param turn at which process. @returns what the trail has to say of it; nothing where it was refused. */
export const take = (world: World, asked: Ask, turn: number): Promise<Said> =>
  DO[asked.kind](new Step(world, asked, turn));
