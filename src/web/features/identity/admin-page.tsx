import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header';
import { KeptMail } from '../notifications/kept-mail';
import { StandardsAdmin } from '../standards/standards-admin';
import { UnitsAdmin } from '../units/units-admin';
import { AccountsAdmin } from './accounts-admin';

/** Units, accounts, standards of posts, and the mail that was sent or kept; which of them stands in the address. */
export function AdminPage() {
  const { t } = useTranslation();
  const { muc = 'units' } = useSearch({ strict: false }) as { muc?: string };
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t('nav.admin')} />
      <Tabs
        value={muc}
        keepMounted={false}
        onChange={(tab) => {
          void navigate({ to: '/quan-tri', search: { muc: tab } as never, replace: true });
        }}
      >
        <Tabs.List>
          <Tabs.Tab value="units">{t('admin.units')}</Tabs.Tab>
          <Tabs.Tab value="accounts">{t('admin.accounts')}</Tabs.Tab>
          <Tabs.Tab value="standards">{t('admin.standards')}</Tabs.Tab>
          <Tabs.Tab value="mail">{t('admin.mail')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="units" pt="md">
          <UnitsAdmin />
        </Tabs.Panel>
        <Tabs.Panel value="accounts" pt="md">
          <AccountsAdmin />
        </Tabs.Panel>
        <Tabs.Panel value="standards" pt="md">
          <StandardsAdmin />
        </Tabs.Panel>
        <Tabs.Panel value="mail" pt="md">
          <KeptMail />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
