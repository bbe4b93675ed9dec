import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../components/reason-dialog';
import type { Nomination } from './api';
import type { Decision, useDecide } from './review-api';

/** Asks for the one reason of a decision on one or many. */
export function DecideDialog({
  step,
  people,
  decide,
  onClose,
  onSubmit,
}: {
  step: Decision;
  people: readonly Nomination[];
  decide: ReturnType<typeof useDecide>;
  onClose: () => void;
  onSubmit: (reason: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const [first] = people;
  const many = people.length > 1;
  return (
    <ReasonDialog
      title={
        many
          ? t('review.manyTitle', { step: t(`nominations.do.${step}`), count: people.length })
          : `${t(`nominations.do.${step}`)}: ${first?.official.fullName ?? ''}`
      }
      explanation={many ? t('review.manyExplain') : t(`nominations.sure.${step}`, { course: first?.course.code })}
      submitLabel={t(`nominations.do.${step}`)}
      danger={step === 'reject'}
      busy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onSubmit={onSubmit}
    />
  );
}
