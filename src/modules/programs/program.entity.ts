import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProgramKind } from './program.types.js';

/** A kind of training. */
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
  @Column('text', { nullable: true })
  confersLlctLevel: string | null;
  @Column('smallint')
  position: number;
}
