import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { useMinimumsSaid } from './minimum-fields';
import { type Places, usePlacesWords } from './place-parts';

/** Where the places of a unit or a program are, and what is left of them and for whom: one arithmetic on every screen. */
export function PlacesLine({
  name,
  places,
  minimums = [],
}: {
  name: string;
  places: Places;
  minimums?: readonly Schema<'QuotaMinimumState'>[];
}) {
  const { t } = useTranslation();
  const words = usePlacesWords();
  const said = useMinimumsSaid();
  return (
    <Text fz="sm">
      {t('quotas.placesOf', { name, count: places.places, parts: words(places) })}
      {minimums.length > 0 && `. ${said(minimums)}`}
    </Text>
  );
}
