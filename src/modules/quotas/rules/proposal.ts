import { apportion, paradoxes } from './apportionment/apportion.js';
import { type ApportionmentMethod, type Claim, sum } from './apportionment/claim.js';
import { DIVISORS } from './apportionment/divisors.js';
import { fairShares } from './apportionment/hamilton.js';

/** What is known of a unit before places are shared out. */
export interface UnitFacts {
  readonly unitId: string;
  /** People who need the program by the end of the period. */
  readonly need: number;
  /** Places it has now, and those of them that people hold already: it can never get fewer. */
  readonly today: number;
  readonly committed: number;
}

/** How the board wants to share out. */
export interface Question {
  readonly places: number;
  readonly method: ApportionmentMethod;
  /** Instead of the needs; who has none takes no part. */
  readonly weights?: Readonly<Record<string, number>>;
  readonly floors?: Readonly<Record<string, number>>;
  readonly ceilings?: Readonly<Record<string, number>>;
  /** Nobody gets more than there are people in need. */
  readonly capByNeed: boolean;
  /** Percent of each unit's need that is met at least, rounded down to whole places. */
  readonly minimumShare: number;
}

/** The numbers that a unit's places came from. */
export interface Basis {
  readonly method: ApportionmentMethod;
  readonly need: number;
  readonly weight: number;
  readonly allWeights: number;
  /** All places that were shared out. */
  readonly of: number;
  /** The fair share before rounding, within floor and ceiling, to two decimals. */
  readonly exact: number;
  readonly floor: number;
  readonly ceiling: number | null;
  readonly committed: number;
  readonly today: number;
  /** Of a divisor method: what the weight was divided by for the last place it got, or for the first it did not get. */
  readonly divisor: number | null;
  readonly atNeed: boolean;
}

export interface ProposedUnit {
  readonly unitId: string;
  readonly places: number;
  readonly basis: Basis;
}

/** A unit that would have fewer places if there were one more to share. */
export interface ParadoxOfUnit {
  readonly unitId: string;
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly after: number;
}

export interface Proposal {
  readonly units: readonly ProposedUnit[];
  readonly left: number;
  readonly paradoxes: readonly ParadoxOfUnit[];
}

/** Why places cannot be shared out as asked. */
export interface Impossible {
  readonly rule: 'floorsWithinPlaces' | 'floorBelowCeiling';
  readonly unitId?: string;
  readonly facts: { readonly least: number };
}

/** Weights may have three decimals; methods reckon in whole numbers. */
const SCALE = 1000;

/** Shares the places out among these units, whose order decides the last ties. */
export function propose(units: readonly UnitFacts[], question: Question): Proposal | Impossible {
  const claims = units.map((unit) => claim(unit, question));
  const crossed = claims.findIndex(({ floor, ceiling }) => floor > ceiling);
  if (crossed >= 0) {
    const facts = { least: claims[crossed]?.floor ?? 0 };
    return { rule: 'floorBelowCeiling', unitId: units[crossed]?.unitId ?? '', facts };
  }
  const shared = apportion(question.method, question.places, claims);
  if (!shared) return { rule: 'floorsWithinPlaces', facts: { least: sum(claims.map(({ floor }) => floor)) } };
  const basis = basisOf(claims, question);
  return {
    left: shared.left,
    units: units.map((unit, index) => {
      const places = shared.places[index] ?? 0;
      return { unitId: unit.unitId, places, basis: basis(unit, index, places) };
    }),
    paradoxes: paradoxes(question.method, question.places, claims).flatMap(({ from, to, losers }) =>
      losers.map(({ index, before, after }) => ({ unitId: units[index]?.unitId ?? '', from, to, before, after })),
    ),
  };
}

function basisOf(claims: readonly Claim[], { method, places: of, capByNeed }: Question) {
  const exact = fairShares(of, claims);
  const allWeights = sum(claims.map(({ weight }) => weight)) / SCALE;
  return ({ need, committed, today }: UnitFacts, index: number, places: number): Basis => {
    const share = exact[index] ?? { parts: 0, of: 1 };
    const { weight, floor, ceiling } = claims[index] ?? { weight: 0, floor: 0, ceiling: Infinity };
    return {
      method,
      need,
      weight: weight / SCALE,
      allWeights,
      of,
      exact: Math.round((share.parts / share.of) * 100) / 100,
      floor,
      ceiling: ceiling === Infinity ? null : ceiling,
      committed,
      today,
      divisor: method === 'hamilton' ? null : DIVISORS[method](Math.max(places - 1, 0)),
      atNeed: capByNeed && places >= need,
    };
  };
}

/** People who hold places are a floor that no wish goes below, not even a ceiling. */
function claim({ unitId, need, committed }: UnitFacts, question: Question): Claim {
  const weight = Math.round((question.weights ? (question.weights[unitId] ?? 0) : need) * SCALE);
  const share = Math.floor((need * question.minimumShare) / 100);
  const floor = Math.max(question.floors?.[unitId] ?? 0, committed, share);
  const wished = question.ceilings?.[unitId] ?? Infinity;
  const capped = Math.min(wished, question.capByNeed ? Math.max(need, floor) : Infinity);
  return { weight, floor, ceiling: Math.max(capped, committed) };
}

/** One sentence of a reason: the text `quotas.reason.<key>`, filled with facts. */
export interface Sentence {
  readonly key: string;
  readonly facts: Readonly<Record<string, number>>;
}

/** Why a unit has so many places, in the order in which one would tell it. */
export function reasonOf(places: number, basis: Basis): Sentence[] {
  const { need, weight, allWeights, of, exact, floor, ceiling, committed, method, divisor } = basis;
  const told: Sentence[] = [];
  const tell = (key: string, facts: Record<string, number>): number => told.push({ key, facts });
  if (weight === need) tell(need === 0 ? 'noNeed' : 'need', { need, all: allWeights });
  else tell('weight', { weight, all: allWeights, need });
  if (weight > 0) tell('exact', { of, exact });
  const bound = places === floor && floor > 0 && exact <= floor;
  if (bound) {
    tell(committed === floor ? 'committed' : 'floor', { floor });
  } else if (weight > 0 && places === ceiling && exact >= places) {
    tell(basis.atNeed ? 'atNeed' : 'ceiling', { ceiling });
  } else if (weight > 0 && method === 'hamilton') {
    const whole = Math.floor(exact);
    tell(places > whole ? 'roundedUp' : places === exact ? 'whole' : 'roundedDown', { whole, places });
  } else if (weight > 0 && method === 'need') {
    tell(places === 0 ? 'needNotYet' : 'needMet', { places, percent: Math.round((100 * places) / weight) });
  } else if (weight > 0 && divisor !== null) {
    const quotient = Math.round((100 * weight) / divisor) / 100;
    tell(places === 0 ? 'notYet' : 'turn', { places, weight, divisor, quotient });
  }
  return told;
}
