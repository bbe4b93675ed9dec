import { foldVietnamese } from '../../kernel/vietnamese-text.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { type Conditions, likeText } from '../../platform/database/conditions.js';
import type { OfficialsFilter } from './dto/officials-query.dto.js';
import { LLCT_LEVELS, MANAGEMENT_LEVELS, PROFESSIONAL_LEVELS } from './official.types.js';
import type { Gap, LevelMatch, OfficialSort, StatusFilter } from './officials-list.types.js';

const SERVING = ['working', 'rotated', 'seconded'];

/**
 * Adds what a filter asks of an official `o`; each condition stands for itself and needs no join.
 * @param today the day that counts where the filter names none.
 * @param few the parameter with the ids of the people, where another condition names them already.
 */
export function addOfficialFilter(
  where: Conditions,
  filter: OfficialsFilter,
  today: PlainDate,
  few: string | null = null,
): void {
  const day: Day = () => `${where.value(filter.asOf ?? today)}::date`;
  // Of a few named people, names are read; the index of all names is for many.
  const name = few ? `(o.name_key || '')` : 'o.name_key';
  for (const word of words(filter.q)) where.and(hasWord(where, name, word));
  if (filter.cellId !== undefined) where.and(`o.cell_id = ${where.value(filter.cellId)}`);
  addPost(where, filter, day);
  addLevel(where, day, 'professional', filter.professionalMatch, rankOf(PROFESSIONAL_LEVELS, filter.professionalLevel));
  addLevel(where, day, 'llct', filter.llctMatch, rankOf(LLCT_LEVELS, filter.llctLevel));
  addLevel(where, day, 'state-management', filter.managementMatch, rankOf(MANAGEMENT_LEVELS, filter.managementLevel));
  if (filter.gap !== undefined) where.and(hasGap(filter.gap, day(), few));
  addPerson(where, filter, day);
  const statuses = statusesOf(filter.status ?? 'serving');
  if (statuses) where.and(`o.status = ANY(${where.value(statuses)}::text[])`);
}

/** SQL of the day in question; a parameter that nothing uses would be refused, so it is made where it is used. */
export type Day = () => string;

/** Lacks what the post asks for; of people who are named, the answers are worked out for them alone. */
function hasGap(gap: Gap, day: string, few: string | null): string {
  const lacks = gap === 'any' ? `'notMet' IN (s.professional, s.llct, s.management)` : `s.${gap} = 'notMet'`;
  const named = few === null ? 'true' : `s.official_id = ANY(${few}::uuid[])`;
  return `o.id IN (SELECT s.official_id FROM standard_answers(${day}) s WHERE ${lacks} AND ${named})`;
}

/** The statuses a choice stands for, or null for any. */
function statusesOf(status: StatusFilter): readonly string[] | null {
  if (status === 'all') return null;
  return status === 'serving' ? SERVING : [status];
}

const words = (text: string | undefined): string[] => (text ? foldVietnamese(text).split(' ').filter(Boolean) : []);

/** True where a word of the folded text begins so. Both patterns are found by a trigram index. */
function hasWord(where: Conditions, column: string, word: string): string {
  const begin = where.value(`${likeText(word)}%`);
  return `${column} LIKE ${begin} OR ${column} LIKE '% ' || ${begin}`;
}

/** The main post of the day. */
function addPost(where: Conditions, { category, post }: OfficialsFilter, day: Day): void {
  const asked = [
    ...(category === undefined ? [] : [`p.category = ${where.value(category)}`]),
    ...words(post).map((word) => `(${hasWord(where, 'p.title_key', word)})`),
  ];
  if (asked.length === 0) return;
  where.and(`EXISTS (SELECT 1 FROM official_posts p
    WHERE p.official_id = o.id AND p.main AND p.held @> ${day()} AND ${asked.join(' AND ')})`);
}

/** Position on a ladder as the generated column `qualifications.rank` counts it, or null. */
const rankOf = (ladder: readonly string[], level: string | undefined): number | null =>
  level === undefined ? null : ladder.indexOf(level) + 1;

/** The highest level held on the day; nobody knows of a lower one than the first of the ladder, `none`. */
function addLevel(where: Conditions, day: Day, kind: string, match: LevelMatch | undefined, rank: number | null): void {
  if (rank === null) return;
  const reached = (comparison: string): string => `EXISTS (SELECT 1 FROM qualifications q WHERE q.official_id = o.id
    AND q.kind = '${kind}' AND q.rank ${comparison} ${where.value(rank)} AND (q.obtained_on IS NULL OR q.obtained_on <= ${day()}))`;
  if (match === 'atLeast') {
    if (rank > 1) where.and(reached('>='));
  } else if (match === 'below') {
    where.and(rank > 1 ? `NOT ${reached('>=')}` : 'false');
  } else {
    if (rank > 1) where.and(reached('='));
    where.and(`NOT ${reached('>')}`);
  }
}

function addPerson(where: Conditions, filter: OfficialsFilter, day: Day): void {
  const { gender, ethnicGroup, membership, ageFrom, ageTo } = filter;
  if (gender !== undefined) where.and(`o.gender = ${where.value(gender)}`);
  if (membership !== undefined) where.and(`o.membership = ${where.value(membership)}`);
  if (ethnicGroup === 'dtts') where.and(`fold(o.ethnic_group) <> 'kinh'`);
  else if (ethnicGroup !== undefined) where.and(`fold(o.ethnic_group) = ${where.value(foldVietnamese(ethnicGroup))}`);
  if (ageFrom !== undefined) where.and(bornAtMost(day(), where.value(ageFrom)));
  if (ageTo !== undefined) where.and(bornAfter(day(), where.value(ageTo)));
}

/** At least so many full years old. */
const bornAtMost = (day: string, years: string): string =>
  `o.born_on <= ${day} - make_interval(years => ${years}::int)
    OR o.born_on IS NULL AND o.birth_year <= extract(year FROM ${day}) - ${years}::int`;

/** At most so many full years old: not yet a year older. */
const bornAfter = (day: string, years: string): string =>
  `o.born_on > ${day} - make_interval(years => ${years}::int + 1)
    OR o.born_on IS NULL AND o.birth_year >= extract(year FROM ${day}) - ${years}::int`;

/** One key of an order: its SQL, the type its value is given back as, and what a cursor must hold for it. */
interface SortKey {
  readonly sql: string;
  readonly type: 'text' | 'uuid' | 'integer';
}

/** An order of officials `o`: all keys run the same way, so that one comparison of rows finds the next page. */
export interface OfficialOrder {
  /** Joined to `officials o` for the keys' sake. */
  readonly joins: string;
  readonly keys: readonly SortKey[];
  readonly descending: boolean;
}

const text = (sql: string): SortKey => ({ sql, type: 'text' });
const integer = (sql: string): SortKey => ({ sql, type: 'integer' });
const id = (sql: string): SortKey => ({ sql, type: 'uuid' });

const NAME_KEYS = [text('o.given_name'), text('o.middle_name'), text('o.family_name'), id('o.id')];
const UNIT = {
  joins: 'JOIN units sort_unit ON sort_unit.id = o.unit_id',
  keys: [text('sort_unit.name'), id('o.unit_id'), ...NAME_KEYS],
};
const LAST = 2147483647;

/** Who holds no post that day stands last, whichever way the titles run. */
const byPost = (day: Day, descending: boolean): OfficialOrder => ({
  joins: `LEFT JOIN official_posts sort_post ON sort_post.official_id = o.id AND sort_post.main AND sort_post.held @> ${day()}`,
  keys: [
    integer(`(sort_post.id IS ${descending ? 'NOT NULL' : 'NULL'})::int`),
    text("coalesce(sort_post.title, '') COLLATE vi"),
    ...NAME_KEYS,
  ],
  descending,
});

/** @param day gives SQL of the day whose posts count, where it is needed. */
export function officialOrder(sort: OfficialSort, day: Day): OfficialOrder {
  switch (sort) {
    case 'name':
    case '-name':
      return { joins: '', keys: NAME_KEYS, descending: sort === '-name' };
    case 'unit':
    case '-unit':
      return { ...UNIT, descending: sort === '-unit' };
    case 'age': // The youngest was born last.
      return {
        joins: '',
        keys: [integer(`coalesce(-birth_day(o.born_on, o.birth_year), ${LAST})`), ...NAME_KEYS],
        descending: false,
      };
    case '-age':
      return {
        joins: '',
        keys: [integer(`coalesce(birth_day(o.born_on, o.birth_year), ${LAST})`), ...NAME_KEYS],
        descending: false,
      };
    case 'post':
    case '-post':
      return byPost(day, sort === '-post');
  }
}
