import fs from 'node:fs';

/**
 * Which room of the business may import which: the one map that lint, tests and the picture in docs/architecture.md
 * are made from. An arrow goes down only; what has to be told upward is announced through the outbox.
 */
export const MODULES = {
  units: [],
  programs: [],
  identity: ['units'],
  views: ['units'],
  officials: ['units', 'identity'],
  duplicates: ['units', 'officials'],
  courses: ['units', 'programs'],
  standards: ['units', 'officials', 'programs', 'courses'],
  needs: ['units', 'officials', 'programs', 'standards'],
  quotas: ['identity', 'units', 'programs', 'needs', 'notifications'],
  eligibility: ['units', 'officials', 'programs'],
  nominations: ['units', 'officials', 'eligibility', 'courses', 'quotas'],
  papers: ['officials', 'programs', 'courses', 'nominations'],
  notifications: ['identity', 'units'],
  timetable: ['identity', 'units', 'programs', 'courses', 'notifications', 'imports'],
  attendance: ['units', 'officials', 'courses'],
  plans: ['identity', 'units', 'programs', 'courses', 'needs', 'nominations', 'notifications'],
  decisions: ['units', 'officials', 'courses', 'nominations'],
  proposals: ['identity', 'units', 'officials', 'eligibility', 'courses', 'nominations', 'notifications'],
  soundness: ['units', 'quotas', 'nominations', 'decisions', 'attendance'],
  scheduling: ['units', 'programs', 'courses', 'timetable'],
  reminders: ['identity', 'units', 'programs', 'courses', 'nominations', 'notifications', 'timetable'],
  imports: ['units', 'officials', 'programs', 'courses'],
  reorganisations: [
    'identity',
    'units',
    'officials',
    'courses',
    'quotas',
    'nominations',
    'proposals',
    'reminders',
    'views',
    'timetable',
    'plans',
  ],
  reports: ['units', 'programs', 'standards', 'needs', 'quotas', 'plans'],
  demo: [
    'identity',
    'units',
    'officials',
    'programs',
    'courses',
    'quotas',
    'nominations',
    'proposals',
    'decisions',
    'plans',
    'imports',
    'timetable',
    'attendance',
  ],
};

/** The map as a Mermaid picture. */
export const picture = () =>
  [
    'flowchart TD',
    ...Object.entries(MODULES).map(([name, uses]) =>
      uses.length === 0 ? `  ${name}` : `  ${name} --> ${uses.join(' & ')}`,
    ),
  ].join('\n');

const MARKED = /(<!-- module map:[^\n]*-->\n)[^]*?(\n<!-- end of module map -->)/;

/** A document with the picture between its marks drawn anew. */
export function redraw(document) {
  if (!MARKED.test(document)) throw new Error('The document has no marks around the module map');
  return document.replace(MARKED, (_, begin, end) => `${begin}\`\`\`mermaid\n${picture()}\n\`\`\`${end}`);
}

const DOCUMENT = 'docs/architecture.md';

// As a command, `node .config/module-map.mjs`, it draws the picture in the document.
if (process.argv[1]?.endsWith('module-map.mjs')) fs.writeFileSync(DOCUMENT, redraw(fs.readFileSync(DOCUMENT, 'utf8')));
