import { ActionIcon, Anchor, Badge, Button, Group, List, Stack, Switch, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wholeList } from '../../components/whole-list';
import { DataTable } from '../../components/data-table';
import { notifyProblem } from '../../components/notify';
import { writeSpan } from '../../i18n/dates';
import { type Proposal, type ScheduleItem, useChangePlace } from './api';
import { PlaceDialog } from './place-dialog';

type Row = ScheduleItem & { id: string };

/** Every class with its place and the reasons for it. */
export function PlaceTable({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<string | null>(null);
  const change = useChangePlace(proposal.id);
  const open = proposal.status === 'ready';
  const items: Row[] = proposal.items.map((item) => ({ ...item, id: item.course.id }));
  const item = items.find(({ id }) => id === edited);
  return (
    <>
      <DataTable<Row>
        label={t('scheduling.places')}
        list={wholeList({ data: { items }, isPending: false, error: null, refetch: () => undefined })}
        empty={{ title: t('scheduling.none') }}
        columns={[
          { label: t('scheduling.class'), title: true, render: (row) => <ClassName item={row} /> },
          { label: t('scheduling.days'), render: (row) => <Days item={row} /> },
          { label: t('scheduling.where'), render: ({ placement }) => <Where placement={placement} /> },
          { label: t('scheduling.why'), long: true, render: (row) => <Reasons item={row} /> },
          ...(open
            ? [
                {
                  label: t('scheduling.locked'),
                  render: ({ id, course, locked, placement }: Row) => (
                    <Switch
                      aria-label={t('scheduling.lock', { code: course.code })}
                      checked={locked}
                      disabled={!placement || change.isPending}
                      onChange={({ currentTarget }) => {
                        change.mutate({ courseId: id, locked: currentTarget.checked }, { onError: notifyProblem });
                      }}
                    />
                  ),
                },
                {
                  label: t('common.actions'),
                  render: ({ id, course }: Row) => (
                    <ActionIcon
                      variant="default"
                      size="lg"
                      aria-label={t('scheduling.place', { code: course.code })}
                      onClick={() => {
                        setEdited(id);
                      }}
                    >
                      <IconPencil size={18} />
                    </ActionIcon>
                  ),
                },
              ]
            : []),
        ]}
      />
      {item && (
        <PlaceDialog
          proposal={proposal}
          item={item}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
    </>
  );
}

function ClassName({ item: { course } }: { item: Row }) {
  return (
    <div>
      <Anchor fw={600} renderRoot={(props) => <Link to="/lop/$courseId" params={{ courseId: course.id }} {...props} />}>
        {course.title}
      </Anchor>
      <div style={{ color: '#5f5a54' }}>{course.code}</div>
    </div>
  );
}

function Days({ item: { placement, parts } }: { item: Row }) {
  const { t } = useTranslation();
  const count = parts.reduce((sum, { days }) => sum + days, 0);
  const first = placement?.days[0];
  const last = placement?.days.at(-1);
  return (
    <div>
      {first && last ? <Text>{writeSpan(first, last)}</Text> : <Badge color="orange">{t('scheduling.noPlace')}</Badge>}
      <Text fz="sm" c="#5f5a54">
        {t('scheduling.dayCount', { count })}
      </Text>
    </div>
  );
}

function Where({ placement }: { placement: ScheduleItem['placement'] }) {
  const lecturers = [
    ...new Set((placement?.lecturers ?? []).flatMap((lecturer) => (lecturer ? [lecturer.fullName] : []))),
  ];
  return (
    <div>
      <Text>{placement?.room?.name ?? '—'}</Text>
      {lecturers.length > 0 && (
        <Text fz="sm" c="#5f5a54">
          {lecturers.join(', ')}
        </Text>
      )}
    </div>
  );
}

/** The first reason; the others on demand. Clashes are never hidden. */
function Reasons({ item: { reasons, clashes } }: { item: Row }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? reasons : reasons.slice(0, 1);
  return (
    <Stack gap={4} maw={420} ta="left">
      {clashes.map((clash) => (
        <Text key={clash} c="red.9" fw={600}>
          {clash}
        </Text>
      ))}
      <List fz="sm" spacing={2}>
        {shown.map((reason) => (
          <List.Item key={reason}>{reason}</List.Item>
        ))}
      </List>
      {reasons.length > 1 && (
        <Group>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={all}
            onClick={() => {
              setAll(!all);
            }}
          >
            {t(all ? 'scheduling.fewerReasons' : 'scheduling.moreReasons', { count: reasons.length - 1 })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
