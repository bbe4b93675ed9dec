import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { UnitArea, UnitKind } from './unit.types.js';

/** A unit of the organisation tree as it is now. `path` and `nameKey` are the database's own, and so is its history. */
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
  @Column('text', { nullable: true })
  secretary?: string | null;
  @Column('text', { nullable: true })
  phone?: string | null;
  @Column('text', { nullable: true })
  email?: string | null;
  @Column('text', { nullable: true })
  address?: string | null;
  @Column('text', { nullable: true })
  area?: UnitArea | null;
  @Column('date', { nullable: true })
  validFrom?: string | null;
  /** The last day of a unit that has ended. */
  @Column('date', { nullable: true })
  validTo?: string | null;
  @VersionColumn()
  version: number;
}
