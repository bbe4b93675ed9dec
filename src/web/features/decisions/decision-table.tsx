import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { type Column, DataTable } from '../../components/data-table';
import { writeDate } from '../../i18n/dates';
import { type Decision, useDecisions } from './api';

/** Decisions, the newest first. @param courseId only those that name somebody of this class. */
export function DecisionTable({ courseId }: { courseId?: string }) {
  const { t } = useTranslation();
  const list = useDecisions(courseId);
  const columns: Column<Decision>[] = [
    {
      label: t('decisions.number'),
      title: true,
      render: ({ id, number }) => (
        <Anchor
          fw={600}
          renderRoot={(props) => <Link to="/quyet-dinh/$decisionId" params={{ decisionId: id }} {...props} />}
        >
          {number ?? t('decisions.draft')}
        </Anchor>
      ),
    },
    { label: t('decisions.decidedOn'), render: ({ decidedOn }) => writeDate(decidedOn) },
    { label: t('programs.title'), render: ({ program }) => program.name },
    { label: t('decisions.people'), render: ({ people }) => people },
    {
      label: t('nominations.state'),
      render: ({ state, revokeReason }) => (
        <div>
          <StateBadge family="decision" state={state} />
          {revokeReason && <Text fz="sm">“{revokeReason}”</Text>}
        </div>
      ),
    },
  ];
  return (
    <DataTable<Decision>
      label={t('decisions.title')}
      list={list}
      columns={columns}
      empty={{ title: t('decisions.none'), hint: t('decisions.noneHint') }}
    />
  );
}
