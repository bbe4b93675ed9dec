export { UnitRef, UnitView } from './dto/unit.view.js';
export { type EndedUnit, heirFinder, type Inheritance } from './inheritance.js';
export { inSubtree, inSubtreeAsOf, standing, unitRefSql } from './scope.js';
export { COMMUNE_KINDS, UNIT_AREAS, UNIT_CODE, UNIT_KINDS, type UnitArea, type UnitKind } from './unit.types.js';
export { UnitEntity } from './unit.entity.js';
export { type MapChange, type MapUnit, UnitsMapRepository } from './units-map.repository.js';
export { UnitsModule } from './units.module.js';
export { UnitsQueries } from './units.queries.js';
export { type UnitNames, UnitNamesQueries } from './unit-names.queries.js';
