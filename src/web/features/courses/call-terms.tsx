import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UnitCall } from './api';

/** What a call asks of its unit: how many people, by which document, with which papers. */
export function CallTerms({ call }: { call: UnitCall }) {
  const { t } = useTranslation();
  const { expected, sent, documentNumber, papers, timeRefused } = call;
  return (
    <>
      {expected !== null && (
        <Text fz="sm" fw={600}>
          {t('calls.askedToSend', { expected, sent })}
        </Text>
      )}
      {documentNumber && <Text fz="sm">{t('calls.document', { number: documentNumber })}</Text>}
      {papers.length > 0 && (
        <Text fz="sm">{t('calls.papers', { papers: papers.map((kind) => t(`papers.kind.${kind}`)).join(', ') })}</Text>
      )}
      {timeRefused && call.answer === null && (
        <Text fz="sm" c="son.7">
          {t('calls.timeRefused', { reason: timeRefused })}
        </Text>
      )}
    </>
  );
}
