import { Alert, Button, Card, Checkbox, Group, Select, SimpleGrid, Stack, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { ErrorState } from '../../components/states';
import { today } from '../../i18n/dates';
import { type Rule, type RuleKind, type Rules, type RuleSet, useCreateRuleSet } from './api';
import { KINDS } from './rule-pieces';
import { RuleRow } from './rule-row';
import { TryPanel } from './try-panel';

/** Writes rules as sentences, tries them, and saves them from a day on. @param from the set to start from, or null. */
export function RuleEditor({
  programId,
  from,
  onClose,
}: {
  programId: string;
  from: RuleSet | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const save = useCreateRuleSet(programId);
  const [rules, setRules] = useState<Rules>({
    mode: from?.mode ?? null,
    reference: from?.reference ?? 'opening',
    rules: (from?.rules ?? []).map(({ kind, parameters, exception, source }) => ({
      kind,
      parameters,
      exception,
      source,
    })),
  });
  const [paper, setPaper] = useState({ from: today() as string | null, source: from?.source ?? '', confirmed: false });
  const submit = (): void => {
    save.mutate(
      { ...rules, ...paper, from: paper.from ?? '' },
      {
        onSuccess: () => {
          notifyDone(t('eligibility.saved'));
          onClose();
        },
      },
    );
  };
  return (
    <Card withBorder mb="lg" component="section" aria-label={t('eligibility.write')}>
      <Stack>
        <Title order={3} fz="lg">
          {t('eligibility.write')}
        </Title>
        <Alert variant="light" color="blue">
          {t('eligibility.neverEdited')}
        </Alert>
        <Terms rules={rules} onChange={setRules} />
        <Sentences
          rules={rules.rules}
          error={save.error}
          onChange={(next) => {
            setRules((before) => ({ ...before, rules: next }));
          }}
        />
        <TryPanel programId={programId} rules={rules} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <DateField
            label={t('eligibility.from')}
            required
            value={paper.from}
            error={fieldError(save.error, 'from')}
            onChange={(day) => {
              setPaper((before) => ({ ...before, from: day }));
            }}
          />
          <Textarea
            label={t('standards.source')}
            required
            autosize
            value={paper.source}
            error={fieldError(save.error, 'source')}
            onChange={({ currentTarget }) => {
              const source = currentTarget.value;
              setPaper((before) => ({ ...before, source }));
            }}
          />
        </SimpleGrid>
        <Checkbox
          label={t('standards.isConfirmed')}
          checked={paper.confirmed}
          onChange={({ currentTarget }) => {
            const confirmed = currentTarget.checked;
            setPaper((before) => ({ ...before, confirmed }));
          }}
        />
        {save.error && <ErrorState error={save.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button loading={save.isPending} onClick={submit}>
            {t('eligibility.save')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

/** Of which classes, and on which day age and the like are counted. */
function Terms({ rules, onChange }: { rules: Rules; onChange: (rules: Rules) => void }) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <Select
        label={t('programs.mode')}
        placeholder={t('programs.modes.either')}
        clearable
        data={(['concentrated', 'non-concentrated'] as const).map((mode) => ({
          value: mode,
          label: t(`programs.modes.${mode}`),
        }))}
        value={rules.mode ?? null}
        onChange={(mode) => {
          onChange({ ...rules, mode: mode as Rules['mode'] });
        }}
      />
      <Select
        label={t('eligibility.reference')}
        allowDeselect={false}
        data={(['opening', 'nomination'] as const).map((day) => ({ value: day, label: t(`eligibility.day.${day}`) }))}
        value={rules.reference}
        onChange={(day) => {
          onChange({ ...rules, reference: (day ?? 'opening') as Rules['reference'] });
        }}
      />
    </SimpleGrid>
  );
}

function Sentences({
  rules,
  error,
  onChange,
}: {
  rules: readonly Rule[];
  error: unknown;
  onChange: (rules: Rule[]) => void;
}) {
  const { t } = useTranslation();
  const left = KINDS.filter((kind) => rules.every((rule) => rule.kind !== kind));
  return (
    <>
      <Stack component="ul" m={0} p={0} aria-label={t('eligibility.rules')}>
        {rules.map((rule, at) => (
          <RuleRow
            key={rule.kind}
            rule={rule}
            at={at}
            error={error}
            onChange={(changed) => {
              onChange(rules.map((other) => (other.kind === rule.kind ? changed : other)));
            }}
            onRemove={() => {
              onChange(rules.filter((other) => other.kind !== rule.kind));
            }}
          />
        ))}
      </Stack>
      <Select
        label={t('eligibility.add')}
        placeholder={t('eligibility.choose')}
        data={left.map((kind) => ({ value: kind, label: t(`eligibility.kind.${kind}`) }))}
        value={null}
        onChange={(kind) => {
          if (kind) onChange([...rules, { kind: kind as RuleKind, parameters: {}, exception: false }]);
        }}
      />
    </>
  );
}
