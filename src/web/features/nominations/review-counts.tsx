import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PlacesLine } from '../quotas/places-line';
import type { Nomination } from './api';
import { useReviewCounts } from './review-api';

/** Seats of the class, and what this person's unit has sent and has left; kept true while others decide. */
export function ReviewCounts({ nomination }: { nomination: Nomination }) {
  const { t } = useTranslation();
  const { data } = useReviewCounts(nomination.course.id);
  if (!data) return null;
  const { seats, units, quotas } = data;
  const unit = units.find((each) => each.unit.id === nomination.unit.id);
  return (
    <section aria-label={t('review.counts')} aria-live="polite" style={{ marginBottom: 12 }}>
      <Text fz="sm" fw={600}>
        {t('review.seats', { code: nomination.course.code, ...seats, waiting: seats.waitlisted })}
      </Text>
      {unit && (
        <Text fz="sm">
          {t(unit.expected === null ? 'review.unitCounts' : 'review.unitExpected', { ...unit, unit: unit.unit.name })}
        </Text>
      )}
      {quotas.map((quota) => (
        <PlacesLine
          key={quota.unit.id}
          name={t('review.quotaCounts', { unit: quota.unit.name })}
          places={quota}
          minimums={quota.minimums}
        />
      ))}
    </section>
  );
}
