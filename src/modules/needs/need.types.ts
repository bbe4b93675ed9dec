/** What the rules of this room speak of and the room of standards owns: shapes alone, so that rules stay pure. */
export type { StandardAnswer, StandardKind } from '../standards/index.js';
