import { ActionIcon, Anchor, Button, Group, Paper, Table, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { StateBadge } from '../../components/badges';
import { notifyProblem } from '../../components/notify';
import { type FollowedLine, type Plan, useChangeLine, useRemoveLine } from './api';
import { NumberCell } from './number-cell';
import { lineTime, lineUnit, trained } from './words';

type Totals = Schema<'PlanTotals'>;
type ProgramGroup = Schema<'PlanGroup'>;

interface TableProps {
  plan: Plan;
  onEdit: (line: FollowedLine) => void;
  /** To say by hand which classes count for the line of that id. */
  onLink: (lineId: string) => void;
}

/** All lines by program, each with what became of it; in a draft the numbers are typed where they stand. */
export function PlanTable({ plan, onEdit, onLink }: TableProps) {
  const { t } = useTranslation();
  const period = plan.kind === 'period';
  return (
    <Paper withBorder style={{ overflowX: 'auto' }}>
      <Table className="cards" verticalSpacing="xs" aria-label={t('plans.lines')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('plans.unit')}</Table.Th>
            <Table.Th ta="right">{t('plans.classes')}</Table.Th>
            <Table.Th ta="right">{t('plans.trainees')}</Table.Th>
            {period ? <Table.Th ta="right">{t('plans.years')}</Table.Th> : <Table.Th>{t('plans.time')}</Table.Th>}
            <Table.Th ta="right">{t('plans.opened')}</Table.Th>
            <Table.Th ta="right">{t('plans.trained')}</Table.Th>
            <Table.Th>{t('plans.state')}</Table.Th>
            <Table.Th>{t('plans.note')}</Table.Th>
            {(plan.can.write || plan.can.openClasses) && <Table.Th aria-label={t('common.actions')} />}
          </Table.Tr>
        </Table.Thead>
        {plan.groups.map((group) => (
          <Table.Tbody key={group.program.id}>
            <Heading group={group} period={period} />
            {plan.lines
              .filter(({ program }) => program.id === group.program.id)
              .map((line) => (
                <Line key={line.id} plan={plan} line={line} onEdit={onEdit} onLink={onLink} />
              ))}
          </Table.Tbody>
        ))}
      </Table>
    </Paper>
  );
}

/** A program and all its lines together. */
function Heading({ group, period }: { group: ProgramGroup; period: boolean }) {
  const { t } = useTranslation();
  const { program, planned, progress, years } = group;
  return (
    <Table.Tr bg="#f3eee7">
      <Table.Td colSpan={9} data-title style={{ fontWeight: 600 }}>
        <Group justify="space-between" gap="xs">
          <Text fw={600}>{program.name}</Text>
          <Text fz="sm">
            {[
              planned === null ? t('plans.notPlanned') : t('plans.totals', { ...planned }),
              ...(period && years ? [t('plans.yearsTotals', { ...years })] : []),
              t('plans.openedTotals', { ...progress.opened }),
              t('plans.trainedTotals', { turns: trained(t, progress) }),
            ].join(' · ')}
          </Text>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function Line({ plan, line, onEdit, onLink }: TableProps & { line: FollowedLine }) {
  const { t } = useTranslation();
  const unit = lineUnit(t, plan, line.unit);
  return (
    <Table.Tr bg={line.state === 'late' ? '#fdf1f0' : undefined} data-line={line.id}>
      <Table.Td data-title data-label={t('plans.unit')}>
        {unit}
        <Courses line={line} />
      </Table.Td>
      <Numbers plan={plan} line={line} unit={unit} />
      {plan.kind === 'period' ? (
        <Table.Td data-label={t('plans.years')} ta="right">
          <YearsOf line={line} years={line.years} />
        </Table.Td>
      ) : (
        <Table.Td data-label={t('plans.time')} style={{ whiteSpace: 'nowrap' }}>
          {lineTime(t, line)}
        </Table.Td>
      )}
      <Table.Td data-label={t('plans.opened')} ta="right" style={{ whiteSpace: 'nowrap' }}>
        {line.classes > 0
          ? t('plans.openedOf', { part: line.progress.opened.classes, whole: line.classes })
          : t('plans.peopleOf', { part: line.progress.opened.trainees, whole: line.trainees })}
        {line.progress.drafts > 0 && (
          <Text fz="sm" c="#5f5a54">
            {t('plans.drafts', { count: line.progress.drafts })}
          </Text>
        )}
      </Table.Td>
      <Table.Td data-label={t('plans.trained')} ta="right">
        {trained(t, line.progress)}
      </Table.Td>
      <Table.Td data-label={t('plans.state')}>
        <StateBadge family="planLine" state={line.state} />
      </Table.Td>
      <Table.Td data-long data-label={t('plans.note')}>
        {line.note ?? ''}
      </Table.Td>
      {(plan.can.write || plan.can.openClasses) && (
        <Table.Td data-label="">
          <Actions plan={plan} line={line} unit={unit} onEdit={onEdit} onLink={onLink} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}

function Numbers({ plan, line, unit }: { plan: Plan; line: FollowedLine; unit: string }) {
  const { t } = useTranslation();
  const change = useChangeLine(plan);
  return (['classes', 'trainees'] as const).map((field) => (
    <Table.Td key={field} data-label={t(`plans.${field}`)} ta="right">
      {plan.can.write ? (
        <NumberCell
          label={t(`plans.cell.${field}`, { program: line.program.name, unit })}
          column={field}
          value={line[field]}
          seen={{ id: line.id, version: line.version }}
          onSave={(value, seen) => {
            change.mutate({ line: seen, change: { [field]: value } }, { onError: notifyProblem });
          }}
        />
      ) : (
        line[field]
      )}
    </Table.Td>
  ));
}

/** What the years' plans in force say, and how far that is from the period's target. */
function YearsOf({ line, years }: { line: Totals; years: Totals | null }) {
  const { t } = useTranslation();
  if (!years) return null;
  return (
    <>
      {t('plans.openedOf', { part: years.classes, whole: line.classes })}
      <Text fz="sm" c="#5f5a54">
        {t('plans.peopleOf', { part: years.trainees, whole: line.trainees })}
      </Text>
    </>
  );
}

/** The classes that count for a line. */
function Courses({ line }: { line: FollowedLine }) {
  return (
    <Group gap={8}>
      {line.courses.map((course) => (
        <Anchor
          key={course.id}
          fz="sm"
          title={course.title}
          renderRoot={(props) => <Link to="/lop/$courseId" params={{ courseId: course.id }} {...props} />}
        >
          {course.code}
        </Anchor>
      ))}
    </Group>
  );
}

function Actions({ plan, line, unit, onEdit, onLink }: TableProps & { line: FollowedLine; unit: string }) {
  const { t } = useTranslation();
  const remove = useRemoveLine(plan.id);
  const name = { program: line.program.name, unit };
  if (plan.can.openClasses)
    return (
      <Group gap={4}>
        <Button
          size="compact-md"
          variant="default"
          aria-label={t('plans.openClassOf', name)}
          renderRoot={(props) => (
            <Link to="/ke-hoach/$planId/mo-lop/$lineId" params={{ planId: plan.id, lineId: line.id }} {...props} />
          )}
        >
          {t('plans.openClass')}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          aria-label={t('plans.linkOf', name)}
          onClick={() => {
            onLink(line.id);
          }}
        >
          {t('plans.link')}
        </Button>
      </Group>
    );
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={t('plans.editLine', name)}
        onClick={() => {
          onEdit(line);
        }}
      >
        <IconPencil size={20} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="red.9"
        size="lg"
        loading={remove.isPending}
        aria-label={t('plans.removeLine', name)}
        onClick={() => {
          remove.mutate(line, { onError: notifyProblem });
        }}
      >
        <IconTrash size={20} />
      </ActionIcon>
    </Group>
  );
}
