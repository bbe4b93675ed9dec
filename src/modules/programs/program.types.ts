/** The kinds of training; `thematic` is the pilot's study of the ideology, morality and style of Hồ Chí Minh. */
export const PROGRAM_KINDS = [
  'advanced-llct',
  'intermediate-llct',
  'elementary-llct',
  'knowledge-update',
  'party-candidate',
  'new-member',
  'party-work',
  'professional',
  'thematic',
] as const;
export type ProgramKind = (typeof PROGRAM_KINDS)[number];

/** Level of what is taught; `fostering` (bồi dưỡng) is training that leads to no level of its own. */
export const PROGRAM_LEVELS = ['elementary', 'intermediate', 'advanced', 'degree', 'fostering'] as const;
export type ProgramLevel = (typeof PROGRAM_LEVELS)[number];

/** How it is studied: tập trung, away from work; không tập trung, beside it. */
export const STUDY_MODES = ['concentrated', 'non-concentrated'] as const;
export type StudyMode = (typeof STUDY_MODES)[number];

/** The paper at the end: bằng tốt nghiệp, chứng chỉ, giấy chứng nhận. */
export const CERTIFICATE_KINDS = ['diploma', 'certificate', 'attestation'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

/**
 * Papers that a nomination may have to bring. Of health only whether the person is fit and the day of the check, never a
 * file.
 */
export const PAPER_KINDS = ['application', 'cv', 'degree', 'certificate', 'health', 'other'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** What completing it can give: the ladders of an official's record, without "none". */
export const CONFERRED_LEVELS = {
  llct: ['elementary', 'intermediate', 'advanced', 'bachelor'],
  management: ['officer', 'specialist', 'principal', 'senior'],
  professional: ['elementary', 'intermediate', 'college', 'bachelor', 'master', 'doctor'],
} as const;
