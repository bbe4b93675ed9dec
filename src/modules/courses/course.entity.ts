import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StudyMode } from '../programs/index.js';
import type { CourseState } from './course.types.js';

/** A class. The counters are written by `claim_places` and its like alone. */
@Entity('courses')
export class CourseEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('text')
  code: string;
  @Column('text')
  title: string;
  @Column('uuid')
  programId: string;
  @Column('uuid')
  unitId: string;
  @Column('date')
  startsOn: string;
  @Column('date')
  endsOn: string;
  @Column('text', { nullable: true })
  venue: string | null;
  /** What those who study are asked to bring. */
  @Column('text', { nullable: true })
  bring?: string | null;
  @Column('text', { nullable: true })
  documentNumber: string | null;
  @Column('int')
  capacity: number;
  @Column('int')
  minimum: number;
  @Column('text')
  state: CourseState;
  @Column('text', { nullable: true })
  stateReason: string | null;
  @Column('date', { nullable: true })
  deadline: string | null;
  @Column({ type: 'int', update: false, insert: false })
  seatsTaken: number;
  @Column({ type: 'int', update: false, insert: false })
  waitlisted: number;
  @Column('int', { nullable: true })
  reportedTrainees: number | null;
  @Column('text', { nullable: true })
  mode?: StudyMode | null;
  /** The class that those of one series were copied from, itself included. */
  @Column('uuid', { nullable: true })
  seriesId?: string | null;
  @Column('int')
  version: number;
}
