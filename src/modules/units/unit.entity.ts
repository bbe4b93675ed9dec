import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { UnitKind } from './unit.types.js';

/** A unit of the organisation tree. `path` and `nameKey` are the database's own. */
@Entity('units')
export class UnitEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { nullable: true })
  parentId: string | null;
  @Column('text')
  kind: UnitKind;
  @Column('text')
  code: string;
  @Column('text')
  name: string;
  @VersionColumn()
  version: number;
}
