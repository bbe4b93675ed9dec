import type { Category } from '../officials/index.js';
import type { StandardView } from './dto/standards.view.js';
import type { UnitArea } from '../units/index.js';
import type { KnownStandard } from './standards.queries.js';

/** A standard as it is shown: without the key that only choosing needs. */
export function toStandardView({ postKey: _, ...standard }: KnownStandard): StandardView {
  return {
    ...standard,
    category: standard.category as Category,
    area: standard.area as UnitArea | null,
    minimum: { ...standard.minimum },
  };
}
