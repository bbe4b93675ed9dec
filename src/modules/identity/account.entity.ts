import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale, Role } from '../../platform/access/actor.js';

/** Somebody who may log in, bound to one unit. */
@Entity('accounts')
export class AccountEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('text')
  username: string;
  @Column('text')
  passwordHash: string;
  @Column('text')
  displayName: string;
  @Column('text')
  role: Role;
  @Column('uuid')
  unitId: string;
  /** The person's own record, where it is known. */
  @Column('uuid', { nullable: true })
  officialId: string | null;
  @Column('text', { nullable: true })
  email: string | null;
  @Column('text')
  locale: Locale;
  @Column('boolean')
  active: boolean;
  @Column('boolean')
  mustChangePassword: boolean;
  /** Made with the demo district, with a password everyone knows. */
  @Column('boolean')
  demo: boolean;
  @Column('timestamptz')
  createdAt: Date;
}
