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

/** `bachelor` is cử nhân chính trị, which stands above cao cấp. */
export const LLCT_LEVELS = ['none', 'elementary', 'intermediate', 'advanced', 'bachelor'] as const;
export type LlctLevel = (typeof LLCT_LEVELS)[number];

export const CATEGORIES = ['cadre', 'civil-servant', 'public-employee', 'part-time', 'armed-forces', 'other'] as const;
export type Category = (typeof CATEGORIES)[number];

export const MEMBERSHIPS = ['none', 'candidate', 'probationary', 'full'] as const;
export type Membership = (typeof MEMBERSHIPS)[number];

export const GENDERS = ['male', 'female'] as const;
export type Gender = (typeof GENDERS)[number];

export const OFFICIAL_STATUSES = ['working', 'rotated', 'seconded', 'retired', 'left'] as const;
export type OfficialStatus = (typeof OFFICIAL_STATUSES)[number];
