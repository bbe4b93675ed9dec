import { MODULES } from './module-map.mjs';

const ROOM = '^src/modules/';

/** Rules of who may import whom; see docs/architecture.md. */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'kernel-is-pure',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/(?!kernel/)' },
    },
    {
      name: 'platform-knows-no-business',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(modules|roles|web)/' },
    },
    { name: 'modules-know-no-roles', severity: 'error', from: { path: ROOM }, to: { path: '^src/(roles|web)/' } },
    { name: 'web-is-a-client', severity: 'error', from: { path: '^src/web/' }, to: { path: '^src/(?!web/)' } },
    ...Object.entries(MODULES).map(([name, uses]) => ({
      name: `map:${name}`,
      severity: 'error',
      from: { path: `${ROOM}${name}/` },
      to: { path: ROOM, pathNot: [name, ...uses].map((used) => `${ROOM}${used}/`) },
    })),
    {
      name: 'every-room-is-on-the-map',
      comment: 'A new room gets a line in module-map.mjs first: what is not on the map is held to nothing.',
      severity: 'error',
      from: { path: ROOM, pathNot: Object.keys(MODULES).map((name) => `${ROOM}${name}/`) },
      to: {},
    },
    {
      name: 'front-door-only:roles',
      comment: 'Commands, too, enter a room by its index.ts.',
      severity: 'error',
      from: { path: '^src/(roles/|main\\.ts$)' },
      to: { path: ROOM, pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'front-door-only',
      comment: 'A room is entered by its index.ts.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/([^/]+)/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules take plain facts: their own room’s types and the kernel, nothing else.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/rules/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^src/modules/$1/rules/', '^src/modules/$1/[^/]+\\.types\\.ts$', '^src/kernel/'] },
    },
    {
      name: 'one-door-to-sql',
      severity: 'error',
      from: { path: ROOM, pathNot: '\\.entity\\.ts$' },
      to: { path: 'node_modules/(typeorm|pg)/' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.spec\\.ts$', '\\.d\\.ts$', 'vite\\.config\\.ts$', 'src/web/public/'] },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|json)$' },
  },
};
