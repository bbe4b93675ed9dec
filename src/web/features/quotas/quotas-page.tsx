import { Button, Select, Tabs } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../components/export-button';
import { PageHeader } from '../../components/page-header';
import { today } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { MatrixTab } from './matrix-tab';

const FIRST_YEAR = 2015;

/** A part of the page, by its name in the address. */
interface QuotaTab {
  readonly name: string;
  readonly label: string;
  readonly content: (year: number) => React.ReactNode;
}

/** The few places of a year, and everything that happens to them; the part shown stands in the address. */
export function QuotasPage() {
  const { t } = useTranslation();
  const thisYear = Number(today().slice(0, 4));
  const { nam, tab } = useSearch({ strict: false }) as { nam?: number; tab?: string };
  const year = nam ?? thisYear;
  const navigate = useNavigate();
  const maySet = useMay('quotas.set');
  const tabs: QuotaTab[] = [
    { name: 'bang', label: t('quotas.tab.matrix'), content: (of) => <MatrixTab key={of} year={of} /> },
  ];
  const shown = tabs.find(({ name }) => name === tab) ?? tabs[0];
  const show = (search: { nam?: number; tab?: string }): void => {
    void navigate({ to: '/chi-tieu', search: { nam, tab, ...search } as never });
  };
  return (
    <>
      <PageHeader title={t('nav.quotas')} subtitle={t('quotas.subtitle')}>
        {maySet && (
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/chi-tieu/phuong-an" search={{ nam: year } as never} {...props} />}
          >
            {t('quotaProposals.open')}
          </Button>
        )}
        <ExportButton path="/quotas/export" query={{ period: String(year) }} />
        <Select
          aria-label={t('quotas.year')}
          w={130}
          allowDeselect={false}
          value={String(year)}
          data={Array.from({ length: thisYear + 2 - FIRST_YEAR }, (_, index) => String(thisYear + 1 - index))}
          onChange={(value) => {
            show({ nam: Number(value) });
          }}
        />
      </PageHeader>
      <Tabs
        value={shown?.name ?? null}
        onChange={(name) => {
          show({ tab: name ?? undefined });
        }}
        keepMounted={false}
      >
        <Tabs.List mb="md" style={{ overflowX: 'auto', flexWrap: 'nowrap' }}>
          {tabs.map(({ name, label }) => (
            <Tabs.Tab key={name} value={name}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ name, content }) => (
          <Tabs.Panel key={name} value={name}>
            {content(year)}
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
