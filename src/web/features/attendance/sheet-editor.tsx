import { Alert, Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem';
import { Dialog } from '../../components/dialog';
import { KeysHelp } from '../../components/keys-help';
import { notifyDone } from '../../components/notify';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeInstant } from '../../i18n/dates';
import './attendance.css';
import { type Mark, MARKS, type Sheet, useRecordSheet, useSheet } from './api';
import { MarkButtons } from './mark-buttons';
import { sheetKeys } from './use-sheet-keys';

interface Props {
  sessionId: string;
  onDirty: (dirty: boolean) => void;
}

/** One session: everybody was there but these; kept as a whole with one button. */
export function SheetEditor({ sessionId, onDirty }: Props) {
  const sheet = useSheet(sessionId);
  if (sheet.error) return <ErrorState error={sheet.error} retry={() => void sheet.refetch()} />;
  if (!sheet.data) return <Loading />;
  return <Lines sheet={sheet.data} onDirty={onDirty} reload={() => void sheet.refetch()} />;
}

type Marks = Readonly<Record<string, Mark>>;

const markedOf = (sheet: Sheet): Marks =>
  Object.fromEntries(sheet.lines.flatMap(({ nominationId, mark }) => (mark ? [[nominationId, mark]] : [])));

function Lines({ sheet, onDirty, reload }: { sheet: Sheet; onDirty: Props['onDirty']; reload: () => void }) {
  const { t } = useTranslation();
  const record = useRecordSheet(sheet);
  /** What was changed here and not kept yet. */
  const [changed, setChanged] = useState<Marks>({});
  const [help, setHelp] = useState(false);
  const [clearing, setClearing] = useState(false);
  const marks = { ...markedOf(sheet), ...changed };
  const dirty = sheet.lines.some(({ nominationId, mark }) => (marks[nominationId] ?? null) !== mark);
  useUnsaved(dirty, onDirty);
  if (sheet.lines.length === 0)
    return <EmptyState title={t('attendance.nobody')}>{t('attendance.nobodyHint')}</EmptyState>;
  const set = (nominationId: string, mark: Mark): void => {
    setChanged((before) => ({ ...before, [nominationId]: mark }));
  };
  const allPresent = (): void => {
    setChanged({
      // Whether what was said beforehand is leave, a person says.
      ...Object.fromEntries(
        sheet.lines.filter(({ apology }) => !apology).map(({ nominationId }) => [nominationId, 'present' as const]),
      ),
      ...marks,
    });
  };
  const lines = sheet.lines.flatMap(({ nominationId }) => {
    const mark = marks[nominationId];
    return mark ? [{ nominationId, mark }] : [];
  });
  const save = (of: typeof lines, done: () => void): void => {
    record.mutate(of, {
      onSuccess: () => {
        setChanged({});
        done();
      },
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save(lines, () => {
          notifyDone(t('attendance.saved', { count: lines.length }));
        });
      }}
    >
      <Group justify="space-between" mb="xs">
        <Button variant="default" onClick={allPresent} disabled={lines.length === sheet.lines.length}>
          {t('attendance.allPresent')}
        </Button>
        <KeysHelp
          opened={help}
          onChange={setHelp}
          keys={[
            ['↑ ↓', t('attendance.keys.people')],
            ...MARKS.map((mark, index) => [`${index + 1}`, t(`attendance.marks.${mark}`)] as const),
          ]}
        />
      </Group>
      <ul className="sheet-lines" aria-label={t('attendance.title')} onKeyDown={sheetKeys(set)}>
        {sheet.lines.map(({ nominationId, fullName, unit, apology }) => (
          <li key={nominationId} data-person={nominationId}>
            <div style={{ flex: '1 1 220px', overflowWrap: 'anywhere' }}>
              <Text fw={600}>{fullName}</Text>
              <Text fz="sm" c="#5f5a54">
                {unit.name}
              </Text>
              {apology && (
                <Text fz="sm" c="#0b4f8a">
                  {t('attendance.apology.said', { by: apology.by, reason: apology.reason })}
                </Text>
              )}
            </div>
            <MarkButtons
              label={fullName}
              mark={marks[nominationId] ?? null}
              onChoose={(mark) => {
                set(nominationId, mark);
              }}
            />
          </li>
        ))}
      </ul>
      {record.error && !clearing && <Refused error={record.error} reload={reload} />}
      <Bar
        sheet={sheet}
        count={lines.length}
        dirty={dirty}
        busy={record.isPending && !clearing}
        onClear={() => {
          setClearing(true);
        }}
      />
      {clearing && (
        <Dialog
          opened
          danger
          enterSubmits
          title={t('attendance.clear')}
          submitLabel={t('attendance.clear')}
          busy={record.isPending}
          error={record.error}
          onClose={() => {
            setClearing(false);
          }}
          onSubmit={() => {
            save([], () => {
              setClearing(false);
              notifyDone(t('attendance.cleared'));
            });
          }}
        >
          <Text>{t('attendance.clearSure', { count: sheet.lines.filter(({ mark }) => mark !== null).length })}</Text>
        </Dialog>
      )}
    </form>
  );
}

/** What is counted, who kept it last, and the buttons. */
function Bar({
  sheet,
  count,
  dirty,
  busy,
  onClear,
}: {
  sheet: Sheet;
  count: number;
  dirty: boolean;
  busy: boolean;
  onClear: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="sheet-bar">
      <div>
        <Text fw={600} role="status">
          {t('attendance.counted', { count, of: sheet.lines.length })}
          {dirty && ` · ${t('attendance.unsaved')}`}
        </Text>
        {sheet.recordedAt && (
          <Text fz="sm" c="#5f5a54">
            {t('attendance.recordedBy', { at: writeInstant(sheet.recordedAt), by: sheet.recordedBy })}
          </Text>
        )}
      </div>
      <Group gap="xs">
        {sheet.lines.some(({ mark }) => mark !== null) && (
          <Button variant="default" onClick={onClear}>
            {t('attendance.clear')}
          </Button>
        )}
        <Button type="submit" loading={busy} disabled={!dirty}>
          {t('attendance.save')}
        </Button>
      </Group>
    </div>
  );
}

/** Why the sheet was not kept. What was marked here stays, also when somebody else was quicker. */
function Refused({ error, reload }: { error: unknown; reload: () => void }) {
  const { t } = useTranslation();
  if (!(error instanceof ApiProblem) || error.problem.code !== 'stale-version') return <ErrorState error={error} />;
  return (
    <Alert color="yellow" m="md" title={t('attendance.changedMeanwhile')}>
      <Button variant="default" mt="xs" onClick={reload}>
        {t('attendance.readAgain')}
      </Button>
    </Alert>
  );
}

/** Says that something is not kept yet to whoever leads away from here. */
function useUnsaved(dirty: boolean, onDirty: Props['onDirty']): void {
  useEffect(() => {
    onDirty(dirty);
  }, [dirty, onDirty]);
}
