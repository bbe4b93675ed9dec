import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { writeDate, writeInstant } from '../../i18n/dates';
import type { Grant } from './moves-api';

type Changed = Grant['corrections'][number]['changes'][number];

/** What was put right of a grant: opened where somebody wants to know. */
export function GrantCorrections({ corrections }: { corrections: Grant['corrections'] }) {
  const { t } = useTranslation();
  const word = ({ field }: Changed, text: string | null): string =>
    text === null ? t('quotas.nothing') : field === 'documentDate' || field === 'useBy' ? writeDate(text) : text;
  if (corrections.length === 0) return null;
  return (
    <details>
      <summary>{t('quotas.corrected', { count: corrections.length })}</summary>
      {corrections.map(({ at, by, reason, changes }) => (
        <div key={at}>
          <Text fz="sm" fw={600}>
            {[writeInstant(at), by].filter(Boolean).join(' · ')}
          </Text>
          {changes.map((change) => (
            <Text key={change.field} fz="sm">
              {t('quotas.correctedField', {
                field: t(`quotas.grantField.${change.field}`),
                from: word(change, change.from),
                to: word(change, change.to),
              })}
            </Text>
          ))}
          <Text fz="sm">“{reason}”</Text>
        </div>
      ))}
    </details>
  );
}
