import { NumberInput, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';

export type Minimum = Schema<'QuotaMinimumView'>;
export type Category = Minimum['category'];

export const CATEGORIES: readonly Category[] = ['women', 'ethnic', 'young'];
/** Who counts as young where no notice has said otherwise yet. */
const YOUNG = 40;
const [YOUNGEST, OLDEST] = [18, 60];

/** Minimum shares as they are typed: a category without a number is not asked for. */
export interface TypedMinimums {
  readonly places: Partial<Record<Category, number>>;
  readonly underAge: number;
}

export const typedMinimums = (minimums: readonly Minimum[]): TypedMinimums => ({
  places: Object.fromEntries(minimums.map(({ category, places }) => [category, places])),
  underAge: minimums.find(({ underAge }) => underAge !== null)?.underAge ?? YOUNG,
});

/** As the API takes them. */
export const asMinimums = ({ places, underAge }: TypedMinimums): Minimum[] =>
  CATEGORIES.flatMap((category) => {
    const least = places[category] ?? 0;
    return least > 0 ? [{ category, places: least, underAge: category === 'young' ? underAge : null }] : [];
  });

/** At least so many of the places for each category of people. */
export function MinimumFields({
  value,
  most,
  onChange,
}: {
  value: TypedMinimums;
  most: number;
  onChange: (value: TypedMinimums) => void;
}) {
  const { t } = useTranslation();
  const { places, underAge } = value;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      {CATEGORIES.map((category) => (
        <NumberInput
          key={category}
          label={t(`quotaMinimums.category.${category}`)}
          min={0}
          max={most}
          allowDecimal={false}
          value={places[category] ?? 0}
          onChange={(least) => {
            onChange({ ...value, places: { ...places, [category]: Number(least) || 0 } });
          }}
        />
      ))}
      <NumberInput
        label={t('quotaMinimums.underAge')}
        description={t('quotaMinimums.underAgeHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        min={YOUNGEST}
        max={OLDEST}
        allowDecimal={false}
        value={underAge}
        onChange={(age) => {
          onChange({ ...value, underAge: Number(age) || YOUNG });
        }}
      />
    </SimpleGrid>
  );
}

/** "≥ 2 nữ · 1 cán bộ trẻ" */
export function useMinimumWords() {
  const { t } = useTranslation();
  return (minimums: readonly Minimum[]): string =>
    minimums
      .map(({ category, places, underAge }) => t(`quotaMinimums.least.${category}`, { places, underAge }))
      .join(' · ');
}

/** "Ít nhất 2 nữ; còn dành 1 nữ": what is asked for, and what of the places left is still kept for it. */
export function useMinimumsSaid() {
  const { t } = useTranslation();
  const words = useMinimumWords();
  return (minimums: readonly Schema<'QuotaMinimumState'>[]): string => {
    const owed = minimums.filter((minimum) => minimum.owed > 0);
    if (minimums.length === 0) return '';
    if (owed.length === 0) return t('quotaMinimums.met', { least: words(minimums) });
    return t('quotaMinimums.owed', {
      least: words(minimums),
      owed: words(owed.map((minimum) => ({ ...minimum, places: minimum.owed }))),
    });
  };
}
