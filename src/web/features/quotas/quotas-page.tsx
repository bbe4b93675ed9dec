import { Button, Select, Tabs } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../components/export-button';
import { PageHeader } from '../../components/page-header';
import { today } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { GrantsTab } from './grants-tab';
import { HistoryTab } from './history-tab';
import { HoldsTab } from './holds-tab';
import { LedgerTab } from './ledger-tab';
import { MatrixTab } from './matrix-tab';
import { NoticesTab } from './notices-tab';
import { TransfersTab } from './transfers-tab';

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
  const mayReadGrants = useMay('quotas.readGrants');
  const tabs: QuotaTab[] = [
    { name: 'bang', label: t('quotas.tab.matrix'), content: (of) => <MatrixTab key={of} year={of} /> },
    ...(mayReadGrants
      ? [{ name: 'giao', label: t('quotas.tab.grants'), content: (of: number) => <GrantsTab year={of} /> }]
      : []),
    { name: 'giu-cho', label: t('quotas.tab.holds'), content: (of) => <HoldsTab year={of} /> },
    { name: 'dieu-chuyen', label: t('quotas.tab.transfers'), content: (of) => <TransfersTab year={of} /> },
    { name: 'so', label: t('quotas.tab.ledger'), content: (of) => <LedgerTab key={of} year={of} /> },
    { name: 'thong-bao', label: t('quotas.tab.notices'), content: (of) => <NoticesTab year={of} /> },
    { name: 'lich-su', label: t('quotas.tab.history'), content: () => <HistoryTab /> },
  ];
  const shown = tabs.find(({ name }) => name === tab) ?? tabs[0];
  const list = useRef<HTMLDivElement>(null);
  const name = shown?.name;
  useEffect(() => {
    // On a phone the tabs do not fit side by side: the one that is shown is never out of sight.
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [name]);
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
        <Tabs.List ref={list} mb="md" style={{ overflowX: 'auto', flexWrap: 'nowrap' }}>
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
