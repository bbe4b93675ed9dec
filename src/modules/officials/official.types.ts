/** The ladders that "at least" climbs; the same orders as the generated column `qualifications.rank`. */
export const PROFESSIONAL_LEVELS = [
  'none',
  'elementary',
  'intermediate',
  'college',
  'bachelor',
  'master',
  'doctor',
] as const;
export type ProfessionalLevel = (typeof PROFESSIONAL_LEVELS)[number];

/** General education completed: tiểu học, trung học cơ sở, trung học phổ thông. */
export const SCHOOLINGS = ['primary', 'lower-secondary', 'upper-secondary'] as const;
export type Schooling = (typeof SCHOOLINGS)[number];

/** `bachelor` is cử nhân chính trị, which stands above cao cấp. */
export const LLCT_LEVELS = ['none', 'elementary', 'intermediate', 'advanced', 'bachelor'] as const;
export type LlctLevel = (typeof LLCT_LEVELS)[number];

/** Quản lý nhà nước: cán sự, chuyên viên, chuyên viên chính, chuyên viên cao cấp. */
export const MANAGEMENT_LEVELS = ['none', 'officer', 'specialist', 'principal', 'senior'] as const;
export type ManagementLevel = (typeof MANAGEMENT_LEVELS)[number];

/** What a certificate is about. Languages and computing have no ladder: their level is what the certificate says. */
export const QUALIFICATION_KINDS = ['professional', 'llct', 'state-management', 'language', 'it'] as const;
export type QualificationKind = (typeof QUALIFICATION_KINDS)[number];

/** How well it was passed, best first, as certificates say it. */
export const GRADES = ['excellent', 'good', 'fair', 'average'] as const;
export type Grade = (typeof GRADES)[number];

/** The ladder of each kind that has one, lowest step first. */
export const LADDERS: Partial<Record<QualificationKind, readonly string[]>> = {
  professional: PROFESSIONAL_LEVELS,
  llct: LLCT_LEVELS,
  'state-management': MANAGEMENT_LEVELS,
};

export const CATEGORIES = ['cadre', 'civil-servant', 'public-employee', 'part-time', 'armed-forces', 'other'] as const;
export type Category = (typeof CATEGORIES)[number];

export const MEMBERSHIPS = ['none', 'candidate', 'probationary', 'full'] as const;
export type Membership = (typeof MEMBERSHIPS)[number];

export const GENDERS = ['male', 'female'] as const;
export type Gender = (typeof GENDERS)[number];

export const OFFICIAL_STATUSES = ['working', 'rotated', 'seconded', 'retired', 'left'] as const;
export type OfficialStatus = (typeof OFFICIAL_STATUSES)[number];
