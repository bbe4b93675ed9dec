import fs from 'node:fs';
import { MODULES, picture, redraw } from '../../.config/module-map.mjs';

const rooms = fs
  .readdirSync('src/modules', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('the map of the modules', () => {
  it('names every room there is, and no other', () => {
    expect(Object.keys(MODULES).sort()).toEqual(rooms.sort());
  });

  it('has arrows to rooms of the map only, and never back up', () => {
    const reach = (room: string, seen: readonly string[] = []): readonly string[] => {
      if (seen.includes(room)) throw new Error(`A ring: ${[...seen, room].join(' → ')}`);
      return (MODULES[room] ?? []).flatMap((used) => [used, ...reach(used, [...seen, room])]);
    };
    expect(rooms.flatMap((room) => reach(room)).filter((used) => !rooms.includes(used))).toEqual([]);
  });

  it('is the one that docs/architecture.md shows: else run "node .config/module-map.mjs"', () => {
    const document = fs.readFileSync('docs/architecture.md', 'utf8');
    expect(document).toContain(picture());
    expect(document).toBe(redraw(document));
  });

  it('draws a lone room, and the arrows of one that imports', () => {
    expect(picture().split('\n')).toEqual(
      expect.arrayContaining([
        '  programs',
        '  officials --> units & identity',
        '  quotas --> identity & units & programs & needs & notifications',
      ]),
    );
  });
});
