import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header';
import { KeptMail } from '../notifications/kept-mail';
import { UnitsAdmin } from '../units/units-admin';
import { AccountsAdmin } from './accounts-admin';

/** Units, accounts, and the mail that was sent or kept. */
export function AdminPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('nav.admin')} />
      <Tabs defaultValue="units" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="units">{t('admin.units')}</Tabs.Tab>
          <Tabs.Tab value="accounts">{t('admin.accounts')}</Tabs.Tab>
          <Tabs.Tab value="mail">{t('admin.mail')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="units" pt="md">
          <UnitsAdmin />
        </Tabs.Panel>
        <Tabs.Panel value="accounts" pt="md">
          <AccountsAdmin />
        </Tabs.Panel>
        <Tabs.Panel value="mail" pt="md">
          <KeptMail />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
