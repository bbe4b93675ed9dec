import { Button, Checkbox, Fieldset, MultiSelect, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { type Step, useOfficialsOf, usePlacesLeft } from './api';
import type { Choice } from './names';
import { PartPlaces } from './part-places';
import { TargetFields } from './unit-fields';

type Part = Schema<'PartDto'>;

/** Who goes where when a unit is split: by name, with the Party cell, or with all the rest. */
export function SplitFields({
  step,
  units,
  all,
  year,
  onChange,
}: {
  step: Step;
  units: readonly Choice[];
  all: readonly Schema<'UnitView'>[];
  /** The year of the change: places of it and of later ones are shared. */
  year: number;
  onChange: (step: Step) => void;
}) {
  const { t } = useTranslation();
  const officials = useOfficialsOf(step.unit);
  const left = usePlacesLeft(step.unit, year);
  const parts = step.parts ?? [{}, {}];
  const set = (index: number, change: Partial<Part>): void => {
    onChange({ ...step, parts: parts.map((part, at) => (at === index ? { ...part, ...change } : part)) });
  };
  /** One part alone may have the rest, and one the accounts. */
  const mark = (index: number, name: 'rest' | 'main', checked: boolean): void => {
    onChange({ ...step, parts: parts.map((part, at) => ({ ...part, [name]: checked && at === index })) });
  };
  const elsewhere = (name: 'officialIds' | 'unitIds', index: number): Set<string> =>
    new Set(parts.flatMap((part, at) => (at === index ? [] : (part[name] ?? []))));
  const children = all
    .filter(({ parentId }) => parentId === step.unit)
    .map(({ id, name }) => ({ value: id, label: name }));
  const people = (officials.data?.items ?? []).map(({ id, fullName, post }) => ({
    value: id,
    label: post ? `${fullName} – ${post}` : fullName,
  }));
  return (
    <Stack>
      <Text fz="sm" c="#5f5a54">
        {t('reorganisations.splitHint')}
      </Text>
      {parts.map((part, index) => (
        <Fieldset key={index} legend={t('reorganisations.part', { number: index + 1 })}>
          <Stack gap="sm">
            <TargetFields
              label={t('reorganisations.partUnit')}
              target={part}
              units={units.filter(({ value }) => value !== step.unit)}
              onChange={(target) => {
                set(index, { unit: target.unit, newUnit: target.newUnit });
              }}
            />
            <MultiSelect
              label={t('reorganisations.partUnits')}
              searchable
              value={part.unitIds ?? []}
              data={children.filter(({ value }) => !elsewhere('unitIds', index).has(value))}
              onChange={(unitIds) => {
                set(index, { unitIds });
              }}
            />
            <MultiSelect
              label={t('reorganisations.partOfficials')}
              searchable
              value={part.officialIds ?? []}
              data={people.filter(({ value }) => !elsewhere('officialIds', index).has(value))}
              onChange={(officialIds) => {
                set(index, { officialIds });
              }}
            />
            <PartPlaces
              parts={parts}
              index={index}
              left={left.data ?? []}
              onChange={(places) => {
                set(index, { places });
              }}
            />
            <Checkbox
              size="md"
              label={t('reorganisations.rest')}
              checked={part.rest ?? false}
              onChange={({ currentTarget }) => {
                mark(index, 'rest', currentTarget.checked);
              }}
            />
            <Checkbox
              size="md"
              label={t('reorganisations.main')}
              checked={part.main ?? false}
              onChange={({ currentTarget }) => {
                mark(index, 'main', currentTarget.checked);
              }}
            />
          </Stack>
        </Fieldset>
      ))}
      <Button
        variant="default"
        onClick={() => {
          onChange({ ...step, parts: [...parts, {}] });
        }}
      >
        {t('reorganisations.anotherPart')}
      </Button>
    </Stack>
  );
}
