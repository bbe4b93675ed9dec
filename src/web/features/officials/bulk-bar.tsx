import { Alert, Button, Group, List, Paper, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone, notifyProblem } from '../../components/notify';
import { today } from '../../i18n/dates';
import { useUnits } from '../units/api';
import { type BulkAnswer, type BulkChange, useBulkChange, useUndoBulkChange } from './bulk-api';
import { CATEGORIES, type FilterTexts, toQuery } from './official-filters';

type Action = BulkChange['action'];
const ACTIONS: readonly Action[] = ['cell', 'status', 'move'];
const STATUSES = ['working', 'rotated', 'seconded', 'retired', 'left'] as const;
const NAMES_SHOWN = 8;

/** Who is chosen: these people, or everybody the filter finds. */
export interface Chosen {
  ids: ReadonlySet<string>;
  everything: boolean;
  chooseEverything: () => void;
  clear: () => void;
}

/** What can be done with those who are chosen, and what was just done. */
export function BulkBar({
  chosen,
  filters,
  total,
  capped,
}: {
  chosen: Chosen;
  filters: FilterTexts;
  total: number;
  /** There are more than `total`: too many to be changed at once. */
  capped: boolean;
}) {
  const { t } = useTranslation();
  const [action, setAction] = useState<Action | null>(null);
  const [done, setDone] = useState<BulkAnswer | null>(null);
  const count = chosen.everything ? total : chosen.ids.size;
  const { sort: _, ...conditions } = filters;
  const people = chosen.everything ? { filter: numbered(conditions) } : { officialIds: [...chosen.ids] };
  return (
    <>
      {done?.operationId && (
        <Done
          answer={done}
          onClose={() => {
            setDone(null);
          }}
        />
      )}
      {count > 0 && (
        <Paper withBorder p="xs" mb="sm" bg="#fdf1f0" role="region" aria-label={t('bulk.title')}>
          <Group gap="xs">
            <Text fw={600}>{t('bulk.chosen', { count })}</Text>
            {!chosen.everything && !capped && chosen.ids.size < total && (
              <Button variant="subtle" size="sm" onClick={chosen.chooseEverything}>
                {t('bulk.everything', { count: total })}
              </Button>
            )}
            {ACTIONS.map((name) => (
              <Button key={name} variant="default" size="sm" onClick={() => setAction(name)}>
                {t(`bulk.action.${name}`)}
              </Button>
            ))}
            <Button variant="subtle" size="sm" onClick={chosen.clear}>
              {t('bulk.clear')}
            </Button>
          </Group>
        </Paper>
      )}
      {action && (
        <BulkDialog
          action={action}
          people={people}
          onClose={() => setAction(null)}
          onDone={(answer) => {
            setAction(null);
            setDone(answer);
            chosen.clear();
          }}
        />
      )}
    </>
  );
}

/** Conditions as the body wants them: ages are numbers there. */
function numbered(conditions: FilterTexts): NonNullable<BulkChange['filter']> {
  const { ageFrom, ageTo, ...rest } = conditions;
  return {
    ...toQuery(rest),
    ...(ageFrom !== undefined && { ageFrom: Number(ageFrom) }),
    ...(ageTo !== undefined && { ageTo: Number(ageTo) }),
  };
}

/** What was done, with the way back. */
function Done({ answer, onClose }: { answer: BulkAnswer; onClose: () => void }) {
  const { t } = useTranslation();
  const undo = useUndoBulkChange();
  return (
    <Alert color="green" variant="light" mb="sm" withCloseButton closeButtonLabel={t('common.close')} onClose={onClose}>
      <Group>
        <Text c="dark">{t('bulk.done', { changed: answer.changed, refused: answer.refused })}</Text>
        <Button
          variant="default"
          size="sm"
          loading={undo.isPending}
          onClick={() => {
            undo.mutate(answer.operationId ?? '', {
              onSuccess: ({ officials }) => {
                notifyDone(t('bulk.undone', { count: officials }));
                onClose();
              },
              onError: notifyProblem,
            });
          }}
        >
          {t('bulk.undo')}
        </Button>
      </Group>
    </Alert>
  );
}

/** Asks for the new value, says what it would do in numbers and names, and does it. */
function BulkDialog({
  action,
  people,
  onClose,
  onDone,
}: {
  action: Action;
  people: Pick<BulkChange, 'officialIds' | 'filter'>;
  onClose: () => void;
  onDone: (answer: BulkAnswer) => void;
}) {
  const { t } = useTranslation();
  const change = useBulkChange();
  const [draft, setDraft] = useState<Partial<BulkChange>>(action === 'move' ? { from: today() } : {});
  const preview = change.data?.operationId === null ? change.data : undefined;
  const set = (part: Partial<BulkChange>): void => {
    change.reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  return (
    <Dialog
      opened
      title={t(`bulk.action.${action}`)}
      onClose={onClose}
      submitLabel={preview ? t('bulk.doIt', { count: preview.changed }) : t('bulk.look')}
      busy={change.isPending}
      error={change.error}
      fields={['cellId', 'status', 'unitId', 'post', 'from', 'category']}
      onSubmit={() => {
        if (preview?.changed === 0) return onClose();
        const body = { ...draft, ...people, action } as BulkChange;
        change.mutate(preview ? body : { ...body, preview: true }, {
          onSuccess: (answer) => {
            if (answer.operationId) onDone(answer);
          },
        });
      }}
    >
      <Fields action={action} draft={draft} set={set} error={change.error} />
      {preview && <Preview answer={preview} />}
    </Dialog>
  );
}

function Fields({
  action,
  draft,
  set,
  error,
}: {
  action: Action;
  draft: Partial<BulkChange>;
  set: (part: Partial<BulkChange>) => void;
  error: unknown;
}) {
  const { t } = useTranslation();
  const units = useUnits();
  const places = (cells: boolean) =>
    (units.data?.items ?? [])
      .filter(({ kind }) => (kind === 'party-cell') === cells)
      .map(({ id, name }) => ({ value: id, label: name }));
  if (action === 'cell')
    return (
      <Select
        label={t('officials.cell')}
        required
        searchable
        value={draft.cellId ?? null}
        error={fieldError(error, 'cellId')}
        data={places(true)}
        onChange={(cellId) => set({ cellId: cellId ?? undefined })}
      />
    );
  if (action === 'status')
    return (
      <Select
        label={t('officials.status')}
        required
        value={draft.status ?? null}
        error={fieldError(error, 'status')}
        data={STATUSES.map((value) => ({ value, label: t(`state.official.${value}`) }))}
        onChange={(status) => set({ status: (status ?? undefined) as BulkChange['status'] })}
      />
    );
  return (
    <>
      <Select
        label={t('bulk.toUnit')}
        required
        searchable
        value={draft.unitId ?? null}
        error={fieldError(error, 'unitId')}
        data={places(false)}
        onChange={(unitId) => set({ unitId: unitId ?? undefined })}
      />
      <TextInput
        label={t('bulk.post')}
        required
        maxLength={200}
        value={draft.post ?? ''}
        error={fieldError(error, 'post')}
        onChange={({ currentTarget }) => set({ post: currentTarget.value })}
      />
      <Select
        label={t('officials.category')}
        placeholder={t('bulk.sameCategory')}
        clearable
        value={draft.category ?? null}
        data={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
        onChange={(category) => set({ category: (category ?? undefined) as BulkChange['category'] })}
      />
      <DateField
        label={t('bulk.from')}
        required
        value={draft.from ?? null}
        error={fieldError(error, 'from')}
        onChange={(from) => set({ from: from ?? undefined })}
      />
    </>
  );
}

/** How many change, how many do not, and the names of those who cannot. */
function Preview({ answer }: { answer: BulkAnswer }) {
  const { t } = useTranslation();
  const refused = answer.items.filter(({ outcome }) => outcome === 'refused');
  return (
    <Alert color="blue" variant="light" title={t('bulk.will', { count: answer.changed })} role="status">
      {answer.unchanged > 0 && <Text c="dark">{t('bulk.unchanged', { count: answer.unchanged })}</Text>}
      {refused.length > 0 && (
        <>
          <Text c="dark">{t('bulk.refused', { count: refused.length })}</Text>
          <List fz="sm">
            {refused.slice(0, NAMES_SHOWN).map(({ officialId, fullName, reason }) => (
              <List.Item key={officialId}>{`${fullName}: ${reason ?? ''}`}</List.Item>
            ))}
          </List>
          {refused.length > NAMES_SHOWN && (
            <Text fz="sm">{t('bulk.more', { count: refused.length - NAMES_SHOWN })}</Text>
          )}
        </>
      )}
    </Alert>
  );
}
