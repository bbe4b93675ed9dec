import { Anchor, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { wholeList } from '../../components/whole-list';
import { DataTable } from '../../components/data-table';
import { Fraction } from '../../components/fraction';
import { PageHeader } from '../../components/page-header';
import { writeInstant, writeSpan } from '../../i18n/dates';
import { type ProposalRef, useProposals } from './api';
import { AskDialog } from './ask-dialog';

/** Proposals of a timetable, and asking for one. */
export function ProposalsPage() {
  const { t } = useTranslation();
  const proposals = useProposals();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <PageHeader title={t('scheduling.title')} subtitle={t('scheduling.subtitle')}>
        <Button
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('scheduling.ask')}
        </Button>
      </PageHeader>
      <DataTable<ProposalRef>
        label={t('scheduling.title')}
        list={wholeList(proposals)}
        empty={{ title: t('scheduling.none'), hint: t('scheduling.noneHint') }}
        columns={[
          {
            label: t('scheduling.time'),
            title: true,
            render: ({ id, from, to }) => (
              <Anchor
                fw={600}
                renderRoot={(props) => <Link to="/lop/xep-lich/$proposalId" params={{ proposalId: id }} {...props} />}
              >
                {writeSpan(from, to)}
              </Anchor>
            ),
          },
          { label: t('scheduling.standing'), render: ({ status }) => <StateBadge family="schedule" state={status} /> },
          {
            label: t('scheduling.placed'),
            render: ({ placed, classes }) => <Fraction part={placed} whole={classes} />,
          },
          { label: t('scheduling.by'), render: ({ createdByName }) => createdByName },
          { label: t('scheduling.at'), render: ({ createdAt }) => writeInstant(createdAt) },
        ]}
      />
      {asking && (
        <AskDialog
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}
