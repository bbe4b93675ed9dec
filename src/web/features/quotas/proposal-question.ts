import { type TypedMinimums, typedMinimums } from './minimum-fields';
import type { Method, NO_OTHER, ProposalQuestion } from './proposals-api';

/** What the page asks, as it stands in the address: program, year, places, the two methods, least share, over the need. */
export interface ProposalSearch {
  ct?: string;
  nam?: number;
  cho?: number;
  cach?: Method;
  soSanh?: Method | typeof NO_OTHER;
  toiThieu?: number;
  vuotNhuCau?: boolean;
  /** Places at least for women, ethnic minorities, the young, and who is young. */
  nu?: number;
  dt?: number;
  tre?: number;
  tuoi?: number;
  /** Minimums that units have are to end. */
  boMuc?: boolean;
}

export const minimumsOf = ({ nu, dt, tre, tuoi }: ProposalSearch): TypedMinimums => ({
  places: { women: nu ?? 0, ethnic: dt ?? 0, young: tre ?? 0 },
  underAge: tuoi ?? typedMinimums([]).underAge,
});

/** Numbers typed for units, by unit's id; while `weighted` is false places go by need. */
export interface Limits {
  readonly weighted: boolean;
  readonly weights: ReadonlyMap<string, string>;
  readonly floors: ReadonlyMap<string, string>;
  readonly ceilings: ReadonlyMap<string, string>;
}

export const NO_LIMITS: Limits = { weighted: false, weights: new Map(), floors: new Map(), ceilings: new Map() };

/** A number as people write it here: `1,5` and `1.5` are the same. */
const parsed = (text: string): number => Number(text.replace(',', '.'));

const record = (numbers: ReadonlyMap<string, string>): Record<string, number> =>
  Object.fromEntries(
    [...numbers].flatMap(([unitId, text]) => (text.trim() === '' ? [] : [[unitId, parsed(text)] as const])),
  );

/** What was typed, as the API takes it; nothing where nothing was typed. */
export function numbersOf(limits: Limits): Pick<ProposalQuestion, 'weights' | 'floors' | 'ceilings'> {
  const [weights, floors, ceilings] = [record(limits.weights), record(limits.floors), record(limits.ceilings)];
  return {
    ...(limits.weighted && Object.keys(weights).length > 0 && { weights }),
    ...(Object.keys(floors).length > 0 && { floors }),
    ...(Object.keys(ceilings).length > 0 && { ceilings }),
  };
}
