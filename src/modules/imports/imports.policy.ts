import type { Actor, Role } from '../../platform/access/actor.js';
import { definePolicy, mayRole } from '../../platform/access/policy.js';
import type { ImportAbilities } from './dto/import.view.js';
import { IMPORT_KINDS, type ImportKind, type ImportStatus } from './import.types.js';

/** A committee brings in its own people; classes and sendings are the board's. */
export const importsPolicy = definePolicy({
  'imports.use': ['board', 'committee'],
  'imports.registry': ['board'],
});

/** The ability that a kind of workbook asks for. */
export const abilityFor = (kind: ImportKind): string => (kind === 'officials' ? 'imports.use' : 'imports.registry');

/** The kinds of workbooks that a role may bring in. */
export const kindsOf = (role: Role): ImportKind[] => IMPORT_KINDS.filter((kind) => mayRole(role, abilityFor(kind)));

/** What an import is to the one who looks at it. */
export interface ImportStanding {
  readonly kind: ImportKind;
  readonly status: ImportStatus;
  readonly hasFile: boolean;
  readonly rowsForgotten: boolean;
  readonly summary: { readonly new: number; readonly changed: number };
}

/** What the reader may do with an import as it stands. */
export function importAbilities(actor: Pick<Actor, 'role'>, standing: ImportStanding): ImportAbilities {
  const { kind, status, hasFile, rowsForgotten, summary } = standing;
  const may = mayRole(actor.role, abilityFor(kind));
  return {
    remap: may && status === 'preview' && hasFile,
    apply: may && status === 'preview' && summary.new + summary.changed > 0,
    undo: may && status === 'applied' && !rowsForgotten,
    remove: may && status !== 'applying' && status !== 'applied',
  };
}
