import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { writeDate } from '../../i18n/dates';
import type { Nomination } from './api';

/** The decisions that let somebody in, wherever the nomination is shown. */
export function WaiverLines({ waivers }: Pick<Nomination, 'waivers'>) {
  const { t } = useTranslation();
  return waivers.map(({ rule, number, decidedOn, reason }) => (
    <Text key={rule} fz="sm" c="#7a4a00">
      <b>{t('eligibility.waived', { rule: t(`eligibility.kind.${rule}`), number, day: writeDate(decidedOn) })}</b>:{' '}
      {reason}
    </Text>
  ));
}
