import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  Category,
  Gender,
  Grade,
  Membership,
  OfficialStatus,
  QualificationKind,
  Schooling,
} from './official.types.js';

/** A person. The parts of the name that lists sort by, and the key of search, are the database's own. */
@Entity('officials')
export class OfficialEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid')
  unitId: string;
  @Column('uuid', { nullable: true })
  cellId: string | null;
  @Column('text')
  fullName: string;
  @Column('text', { nullable: true })
  otherName: string | null;
  @Column('text')
  gender: Gender;
  @Column('date', { nullable: true })
  bornOn: string | null;
  @Column('smallint', { nullable: true })
  birthYear: number | null;
  @Column('text', { nullable: true })
  ethnicGroup: string | null;
  @Column('text', { nullable: true })
  homePlace: string | null;
  @Column('text')
  membership: Membership;
  /** Whether somebody said so; a list that is silent about the Party leaves `none` unsaid. */
  @Column('boolean')
  membershipStated: boolean;
  @Column('text', { nullable: true })
  schooling: Schooling | null;
  @Column('date', { nullable: true })
  probationaryOn: string | null;
  @Column('date', { nullable: true })
  fullMemberOn: string | null;
  /** The present one; `official_statuses` follows by itself. */
  @Column('text')
  status: OfficialStatus;
  @Column('bytea', { nullable: true })
  citizenIdSealed: Buffer | null;
  @Column('bytea', { nullable: true })
  citizenIdKey: Buffer | null;
  @Column('bytea', { nullable: true })
  partyCardSealed: Buffer | null;
  @Column('bytea', { nullable: true })
  partyCardKey: Buffer | null;
  /** The record that this one was a double of, or null. */
  @Column('uuid', { nullable: true })
  mergedInto: string | null;
  @Column('int')
  version: number;
}

/** A post held for a time. `held` is a PostgreSQL daterange, e.g. `[2019-01-01,)`. */
@Entity('official_posts')
export class OfficialPostEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid')
  officialId: string;
  @Column('uuid')
  unitId: string;
  @Column('text')
  title: string;
  @Column('text')
  category: Category;
  @Column('boolean')
  main: boolean;
  @Column('daterange')
  held: string;
}

/** A level reached on a ladder, or what a certificate of a language or of computing says. */
@Entity('qualifications')
export class QualificationEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid')
  officialId: string;
  @Column('text')
  kind: QualificationKind;
  @Column('text')
  level: string;
  @Column('text', { nullable: true })
  major: string | null;
  @Column('date', { nullable: true })
  obtainedOn: string | null;
  @Column('text', { nullable: true })
  source: string | null;
  @Column('uuid', { nullable: true })
  nominationId: string | null;
  @Column('text', { nullable: true })
  school: string | null;
  @Column('text', { nullable: true })
  certificateNumber: string | null;
  @Column('text', { nullable: true })
  classification: Grade | null;
  @Column('text', { nullable: true })
  note: string | null;
  @Column('uuid', { nullable: true })
  fileId: string | null;
}

/** Somebody sent to study before this product was used. */
@Entity('past_sendings')
export class PastSendingEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { nullable: true })
  officialId: string | null;
  @Column('text')
  fullName: string;
  @Column('uuid')
  unitId: string;
  @Column('text', { nullable: true })
  post: string | null;
  @Column('uuid')
  programId: string;
  @Column('text', { nullable: true })
  mode: string | null;
  @Column('text', { nullable: true })
  school: string | null;
  @Column('smallint')
  year: number;
  @Column('text', { nullable: true })
  result: string | null;
}
