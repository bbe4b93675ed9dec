import { useTranslation } from 'react-i18next';
import { writeDate } from '../../i18n/dates';

/** What a standard is about and asks for, as far as a sentence needs it. */
export interface Spoken {
  category: string;
  postTitle?: string | null | undefined;
  area?: string | null | undefined;
  from?: string | null | undefined;
  professional?: string | null | undefined;
  llct?: string | null | undefined;
  management?: string | null | undefined;
}

const KINDS = ['professional', 'llct', 'management'] as const;

/** A standard as a sentence: "Từ ngày 01/01/2027, cán bộ … miền núi phải có: chuyên môn trung cấp; LLCT cao cấp." */
export function useStandardSentence(): (standard: Spoken) => string {
  const { t } = useTranslation();
  return (standard) => {
    const who = [
      t(`category.${standard.category}`),
      ...(standard.postTitle ? [t('standards.ofPost', { post: standard.postTitle })] : []),
      ...(standard.area ? [t(`standards.inArea.${standard.area}`)] : []),
    ].join(' ');
    const asked = KINDS.flatMap((kind) => {
      const level = standard[kind];
      return level ? [t(`standards.asks.${kind}`, { level: t(`standards.level.${kind}.${level}`) })] : [];
    });
    const what = asked.length > 0 ? asked.join('; ') : t('standards.asksNothing');
    return standard.from
      ? t('standards.sentenceFrom', { day: writeDate(standard.from), who: lowered(who), what })
      : t('standards.sentence', { who, what });
  };
}

/** As inside a sentence. */
const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
