import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header';
import { useMay } from '../identity/api';
import { ProposalCallCards } from '../proposals/proposal-calls';
import { OpenCalls } from './calls-to-answer';
import { NominationTable } from './nomination-table';

/** The calls a unit has to answer, and the people it has put forward. */
export function CallsPage() {
  const { t } = useTranslation();
  const board = useMay('calls.extend');
  return (
    <>
      <PageHeader title={t('nav.calls')} subtitle={t(board ? 'calls.boardHint' : 'calls.hint')} />
      <ProposalCallCards />
      <OpenCalls large={!board} />
      <Title order={3} mt="xl" mb="sm">
        {t('calls.nominated')}
      </Title>
      <NominationTable
        filters={{}}
        showCourse
        empty={{ title: t('calls.nobodyYet'), hint: t('calls.nobodyYetHint') }}
      />
    </>
  );
}
