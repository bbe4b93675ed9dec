/** What may be handed in: documents and pictures, by what their content says they are, with the endings of their names. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
};

/** Marks of secret documents (mật, tối mật, tuyệt mật) as a word of their own; with accents, as "mặt" and "mát" are none. */
const SECRET = /(?:^|[^\p{L}])mật(?:$|[^\p{L}])/iu;

/** Which rule a file breaks. */
export type PaperFault = 'documentOrPicture' | 'nameOfItsType' | 'notClassified';

/**
 * Judges a file by its name and by what its content says it is.
 * @param name as the sender gives it, in any Unicode form. @param mediaType of its content; undefined when nothing known.
 * @returns the rule it breaks, or null. Source: the product holds no classified papers (Luật Bảo vệ bí mật nhà nước 2018).
 */
export function paperFault(name: string, mediaType: string | undefined): PaperFault | null {
  const endings = ENDINGS[mediaType ?? ''];
  if (!endings) return 'documentOrPicture';
  if (SECRET.test(name.normalize('NFC').replaceAll('_', ' '))) return 'notClassified';
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return endings.includes(ending) ? null : 'nameOfItsType';
}
