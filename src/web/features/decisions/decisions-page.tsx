import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header';
import { useMay } from '../identity/api';
import { DecisionTable } from './decision-table';
import { Undecided } from './undecided';

/** Every decision that sends people to study. */
export function DecisionsPage() {
  const { t } = useTranslation();
  const manages = useMay('decisions.manage');
  return (
    <>
      <PageHeader title={t('decisions.title')} subtitle={t('decisions.hint')} />
      {manages && <Undecided />}
      <DecisionTable />
    </>
  );
}
