import { Button, Card, Checkbox, Group, MultiSelect, NumberInput, Select, TagsInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem';
import { useUnits } from '../units/api';
import type { Rule } from './api';
import { type Piece, SENTENCES } from './rule-pieces';

/** One rule as a sentence with gaps. @param at its place in the list, under which the server speaks of it. */
export function RuleRow({
  rule,
  at,
  error,
  onChange,
  onRemove,
}: {
  rule: Rule;
  at: number;
  error: unknown;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const name = t(`eligibility.kind.${rule.kind}`);
  const faults =
    error instanceof ApiProblem
      ? Object.entries(error.fieldErrors).filter(([path]) => path.startsWith(`rules.${at}.`))
      : [];
  return (
    <Card withBorder p="sm" component="li" aria-label={name} style={{ listStyle: 'none' }}>
      <Group gap={8} align="center">
        {SENTENCES[rule.kind].map((piece, index) => (
          <Gap
            key={index}
            piece={piece}
            parameters={rule.parameters}
            set={(change) => {
              onChange({ ...rule, parameters: { ...rule.parameters, ...change } });
            }}
          />
        ))}
      </Group>
      {faults.map(([path, message]) => (
        <Text key={path} c="son.7" fz="sm" role="alert">
          {message}
        </Text>
      ))}
      <Group justify="space-between" mt="sm">
        <Checkbox
          label={t('eligibility.exception')}
          checked={rule.exception}
          onChange={({ currentTarget }) => {
            onChange({ ...rule, exception: currentTarget.checked });
          }}
        />
        <Button variant="subtle" color="red.9" onClick={onRemove} aria-label={t('eligibility.removeNamed', { name })}>
          {t('eligibility.remove')}
        </Button>
      </Group>
    </Card>
  );
}

/** Words of the sentence, or one gap of it. */
function Gap({
  piece,
  parameters,
  set,
}: {
  piece: Piece;
  parameters: Rule['parameters'];
  set: (change: Record<string, unknown>) => void;
}) {
  const { t } = useTranslation();
  if ('words' in piece) return <Text>{t(`eligibility.words.${piece.words}`)}</Text>;
  if ('number' in piece) {
    const value = parameters[piece.number];
    return (
      <NumberInput
        w={84}
        aria-label={t(`eligibility.gap.${piece.number}`)}
        min={1}
        allowDecimal={false}
        hideControls
        value={typeof value === 'number' ? value : ''}
        onChange={(next) => {
          set({ [piece.number]: next === '' ? null : Number(next) });
        }}
      />
    );
  }
  if ('flag' in piece) {
    return (
      <Checkbox
        label={t(`eligibility.gap.${piece.flag}`)}
        checked={parameters[piece.flag] === true}
        onChange={({ currentTarget }) => {
          set({ [piece.flag]: currentTarget.checked });
        }}
      />
    );
  }
  return <ListGap piece={piece} parameters={parameters} set={set} />;
}

type ListPiece = Exclude<Piece, { words: string } | { number: string } | { flag: string }>;

function ListGap({
  piece,
  parameters,
  set,
}: {
  piece: ListPiece;
  parameters: Rule['parameters'];
  set: (change: Record<string, unknown>) => void;
}) {
  const { t } = useTranslation();
  if ('choice' in piece) {
    return (
      <Select
        w={310}
        maw="100%"
        aria-label={t(`eligibility.gap.${piece.choice}`)}
        placeholder={t('eligibility.choose')}
        data={piece.of.map((value) => ({ value, label: t(`${piece.texts}.${value}`) }))}
        value={(parameters[piece.choice] as string | undefined) ?? null}
        onChange={(value) => {
          set({ [piece.choice]: value });
        }}
      />
    );
  }
  if ('choices' in piece) {
    return (
      <MultiSelect
        style={{ flex: '1 1 260px' }}
        aria-label={t(`eligibility.gap.${piece.choices}`)}
        placeholder={t('eligibility.choose')}
        data={piece.of.map((value) => ({ value, label: t(`${piece.texts}.${value}`) }))}
        value={listOf(parameters[piece.choices])}
        onChange={(value) => {
          set({ [piece.choices]: value });
        }}
      />
    );
  }
  if ('titles' in piece) {
    return (
      <TagsInput
        style={{ flex: '1 1 260px' }}
        aria-label={t(`eligibility.gap.${piece.titles}`)}
        placeholder={t('eligibility.typeTitles')}
        value={listOf(parameters[piece.titles])}
        onChange={(value) => {
          set({ [piece.titles]: value });
        }}
      />
    );
  }
  return <UnitsGap value={listOf(parameters[piece.units])} onChange={(value) => set({ [piece.units]: value })} />;
}

function UnitsGap({ value, onChange }: { value: string[]; onChange: (value: string[]) => void }) {
  const { t } = useTranslation();
  const units = useUnits();
  return (
    <MultiSelect
      style={{ flex: '1 1 260px' }}
      aria-label={t('eligibility.gap.unitIds')}
      placeholder={t('eligibility.choose')}
      searchable
      limit={50}
      data={(units.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);
