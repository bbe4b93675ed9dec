import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProgramKind } from './program.types.js';

/** A kind of training. What it is at a time stands in `program_versions`. */
@Entity('programs')
export class ProgramEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('text')
  code: string;
  @Column('text')
  name: string;
  @Column('text')
  kind: ProgramKind;
  @Column('boolean')
  needsQuota: boolean;
  @Column('smallint')
  position: number;
  @Column('int')
  version: number;
}
