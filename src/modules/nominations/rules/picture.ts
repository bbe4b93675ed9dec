import { type NominationState, NOMINATION_STATES } from '../nomination.types.js';
import { NOMINATION_STEPS, STEPS } from './transitions.js';

/** The way of a nomination as a Mermaid picture, drawn from the table of steps. */
export function wayPicture(): string {
  const labels = new Map<string, string[]>();
  for (const name of NOMINATION_STEPS) {
    for (const from of STEPS[name].from) {
      const arrow = `${id(from)} --> ${id(STEPS[name].to)}`;
      labels.set(arrow, [...(labels.get(arrow) ?? []), name]);
    }
  }
  const ends = NOMINATION_STATES.filter((state) => NOMINATION_STEPS.every((name) => !leaves(name, state)));
  return [
    'stateDiagram-v2',
    ...NOMINATION_STATES.filter((state) => id(state) !== state).map((state) => `  state "${state}" as ${id(state)}`),
    '  [*] --> submitted: nominate',
    ...[...labels].map(([arrow, names]) => `  ${arrow}: ${names.join(', ')}`),
    ...ends.map((state) => `  ${id(state)} --> [*]`),
  ].join('\n');
}

/** Every step as a row of a table. */
export function wayTable(): string {
  const rows = NOMINATION_STEPS.map((name) => {
    const { from, to, who, while: during, reasonFrom, triggers } = STEPS[name];
    const reason = reasonFrom.length === 0 ? '' : reasonFrom.length === from.length ? 'always' : reasonFrom.join(', ');
    return [name, from.join(', '), to, `\`${who}\``, during.join(', '), reason, triggers.join(', ')];
  });
  const head = ['step', 'from', 'to', 'who', 'while the class is', 'reason', 'triggers'];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((cells) => (cells[column] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

const id = (state: NominationState): string => state.replace('-', '_');

const leaves = (name: keyof typeof STEPS, state: NominationState): boolean => STEPS[name].from.includes(state);
