import { Group, Pill } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { writeDate } from '../../i18n/dates';
import { useUnits } from '../units/api';
import { FILTERS, type FilterName, type FilterTexts, type Ladder } from './official-filters';

/** A match is said with its level, the words of the name stand in the search field. */
const SAID_ELSEWHERE: readonly FilterName[] = ['q', 'professionalMatch', 'llctMatch', 'managementMatch'];

/** The conditions that hold, each with a button that lifts it. */
export function ActiveFilters({ filters, onLift }: { filters: FilterTexts; onLift: (names: FilterName[]) => void }) {
  const { t } = useTranslation();
  const units = useUnits();
  const held = FILTERS.filter((name) => filters[name] !== undefined && !SAID_ELSEWHERE.includes(name));
  if (held.length === 0) return null;
  const nameOf = (id: string): string => units.data?.items.find((unit) => unit.id === id)?.name ?? '…';
  return (
    <Group gap="xs" mb="sm" role="group" aria-label={t('people.active')}>
      {held.map((name) => {
        const label = `${t(`people.filter.${name}`)}: ${say(t, name, filters, nameOf)}`;
        return (
          <Pill
            key={name}
            size="lg"
            withRemoveButton
            removeButtonProps={{ 'aria-label': t('people.lift', { label }), 'aria-hidden': false, tabIndex: 0 }}
            onRemove={() => {
              onLift(name.endsWith('Level') ? [name, name.replace('Level', 'Match') as FilterName] : [name]);
            }}
          >
            {label}
          </Pill>
        );
      })}
    </Group>
  );
}

/** A condition's value in words. */
function say(t: TFunction, name: FilterName, filters: FilterTexts, nameOf: (id: string) => string): string {
  const value = filters[name] ?? '';
  if (name === 'unitId' || name === 'cellId') return nameOf(value);
  if (name === 'status') return t(`people.status.${value}`);
  if (name === 'gap') return t(`people.gap.${value}`);
  if (name === 'category' || name === 'gender' || name === 'membership') return t(`${name}.${value}`);
  if (name === 'professionalLevel' || name === 'llctLevel' || name === 'managementLevel') {
    const ladder = name.replace('Level', '') as Ladder;
    const match = t(`people.match.${filters[`${ladder}Match`] ?? 'exactly'}`);
    return `${t(`level.${ladder}.${value}`)} (${match.toLowerCase()})`;
  }
  return name === 'asOf' ? writeDate(value) : value;
}
