/**
 * Which room of the business may import which: the one map that lint, tests and the picture in docs/architecture.md
 * are made from. An arrow goes down only; what has to be told upward is announced through the outbox.
 */
export const MODULES = {
  units: [],
  programs: [],
  identity: ['units'],
  officials: ['units'],
  standards: ['units', 'officials'],
  courses: ['units', 'programs'],
  quotas: ['units', 'programs'],
  nominations: ['units', 'officials', 'courses', 'quotas'],
  notifications: ['identity', 'units'],
  reminders: ['identity', 'units', 'courses', 'nominations', 'notifications'],
  imports: [],
  reports: ['units', 'standards'],
  demo: ['identity', 'units', 'officials', 'programs', 'courses', 'quotas', 'nominations', 'imports'],
};

/** The map as a Mermaid picture. */
export const picture = () =>
  [
    'flowchart TD',
    ...Object.entries(MODULES).flatMap(([name, uses]) => (uses.length === 0 ? [`  ${name}`] : uses.map((used) => `  ${name} --> ${used}`))),
  ].join('\n');
