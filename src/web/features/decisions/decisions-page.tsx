import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header';
import { DecisionTable } from './decision-table';

/** Every decision that sends people to study. */
export function DecisionsPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('decisions.title')} subtitle={t('decisions.hint')} />
      <DecisionTable />
    </>
  );
}
