import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../../units/index.js';
import {
  CATEGORIES,
  type Category,
  type Gender,
  GENDERS,
  LLCT_LEVELS,
  type LlctLevel,
  MANAGEMENT_LEVELS,
  type ManagementLevel,
  type Membership,
  MEMBERSHIPS,
  OFFICIAL_STATUSES,
  type OfficialStatus,
  PROFESSIONAL_LEVELS,
  type ProfessionalLevel,
  SCHOOLINGS,
  type Schooling,
} from '../official.types.js';
import { NoteView, PastSendingView, PlanningView, PostView, QualificationView, StatusView } from './record.view.js';

/** An official as a list shows them. */
export class OfficialView {
  id: string;
  fullName: string;
  @ApiProperty({ enum: GENDERS })
  gender: Gender;
  /** `YYYY-MM-DD`, or null where only the year is known. */
  @ApiProperty({ type: String, nullable: true })
  bornOn: string | null;
  @ApiProperty({ type: Number, nullable: true })
  birthYear: number | null;
  unitId: string;
  unit: UnitRef;
  /** The Party cell, or null. */
  @ApiProperty({ type: () => UnitRef, nullable: true })
  cell: UnitRef | null;
  /** Title of the main post held today, or null. */
  @ApiProperty({ type: String, nullable: true })
  post: string | null;
  @ApiProperty({ enum: CATEGORIES, nullable: true })
  category: Category | null;
  @ApiProperty({ enum: PROFESSIONAL_LEVELS, nullable: true })
  professionalLevel: ProfessionalLevel | null;
  @ApiProperty({ type: String, nullable: true })
  professionalMajor: string | null;
  @ApiProperty({ enum: LLCT_LEVELS, nullable: true })
  llctLevel: LlctLevel | null;
  @ApiProperty({ enum: OFFICIAL_STATUSES })
  status: OfficialStatus;
}

/** A line of the list: with what it can show besides. */
export class ListedOfficial extends OfficialView {
  @ApiProperty({ enum: MANAGEMENT_LEVELS, nullable: true })
  managementLevel: ManagementLevel | null;
  /** Sensitive by law: null for readers who may not see it. */
  @ApiProperty({ type: String, nullable: true })
  ethnicGroup: string | null;
  /** Likewise. */
  @ApiProperty({ enum: MEMBERSHIPS, nullable: true })
  membership: Membership | null;
}

export class OfficialPage {
  items: ListedOfficial[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  total: number;
  /** Whether there are more than `total`: of very many people only so many are counted. */
  totalCapped: boolean;
}

/** A record that turned out to be of the same person. */
export class MergedRecord {
  id: string;
  fullName: string;
  /** The day it was merged; null where that is not known. */
  @ApiProperty({ type: String, nullable: true })
  on: string | null;
}

/** Everything the reader may know of one official. */
export class OfficialProfile extends OfficialView {
  @ApiProperty({ type: String, nullable: true })
  otherName: string | null;
  /** All but the last four digits hidden; null when there is none, or for readers who may not see it. */
  @ApiProperty({ type: String, nullable: true })
  citizenId: string | null;
  /** Likewise. */
  @ApiProperty({ type: String, nullable: true })
  partyCard: string | null;
  @ApiProperty({ type: String, nullable: true })
  homePlace: string | null;
  /** Sensitive by law: null for readers who may not see it. */
  @ApiProperty({ type: String, nullable: true })
  ethnicGroup: string | null;
  /** General education completed. */
  @ApiProperty({ enum: SCHOOLINGS, nullable: true })
  schooling: Schooling | null;
  /** Sensitive by law: null for readers who may not see it, and where the record says nothing. */
  @ApiProperty({ enum: MEMBERSHIPS, nullable: true })
  membership: Membership | null;
  @ApiProperty({ type: String, nullable: true })
  probationaryOn: string | null;
  @ApiProperty({ type: String, nullable: true })
  fullMemberOn: string | null;
  /** Whether sensitive fields were left out for this reader. */
  masked: boolean;
  /** The id that was asked for, where that record was merged into this one. */
  @ApiProperty({ type: String, nullable: true })
  mergedFrom: string | null;
  /** Records of the same person that were merged into this one, the latest first. */
  merged: MergedRecord[];
  posts: PostView[];
  qualifications: QualificationView[];
  pastSendings: PastSendingView[];
  /** Status over time, the present one first. */
  statuses: StatusView[];
  /** Posts the person is planned for; null for all but the board. */
  @ApiProperty({ type: () => [PlanningView], nullable: true })
  plannings: PlanningView[] | null;
  /** What the board keeps; null for all but the board. */
  @ApiProperty({ type: () => [NoteView], nullable: true })
  notes: NoteView[] | null;
  version: number;
}
