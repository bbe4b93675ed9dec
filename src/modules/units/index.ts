export { UnitRef, UnitView } from './dto/unit.view.js';
export { dateText, LINE_NUMBER, type ListColumn, ListExports, type ListSheet, WHOLE_LIST } from './list-exports.js';
export { inSubtree, inSubtreeAsOf, standing, unitRefSql } from './scope.js';
export { COMMUNE_KINDS, UNIT_AREAS, UNIT_CODE, UNIT_KINDS, type UnitArea, type UnitKind } from './unit.types.js';
export { UnitEntity } from './unit.entity.js';
export { UnitsModule } from './units.module.js';
export { UnitsQueries } from './units.queries.js';
export { type UnitNames, UnitNamesQueries } from './unit-names.queries.js';
