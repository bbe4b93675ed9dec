import { ActionIcon, AppShell, Badge, Burger, Group, Menu, NavLink, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconBell,
  IconCalendarEvent,
  IconCalendarMonth,
  IconCertificate,
  IconChartBar,
  IconChecklist,
  IconClipboardList,
  IconFileImport,
  IconHome,
  IconMail,
  IconPencilPlus,
  IconSchool,
  IconSettings,
  IconTicket,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLive } from '../api/live';
import { Loading } from '../components/states';
import { useLogOut, useMe } from '../features/identity/api';
import { useUnread } from '../features/notifications/api';
import { useEffect } from 'react';
import { ApiProblem } from '../api/problem';
import { ErrorState } from '../components/states';
import { OfflineBar } from '../features/nominations/offline-bar';
import { WaitingLists } from '../features/nominations/waiting-lists';
import { NewVersion } from './new-version';

const DESTINATIONS = [
  { to: '/', text: 'own', icon: IconSchool, ability: 'officials.readOwn' },
  { to: '/', text: 'home', icon: IconHome, ability: 'reports.read' },
  { to: '/lop', text: 'courses', icon: IconCalendarEvent, ability: 'courses.read' },
  { to: '/lich', text: 'calendar', icon: IconCalendarMonth, ability: 'timetable.read' },
  { to: '/de-cu', text: 'calls', icon: IconPencilPlus, ability: 'calls.answer' },
  { to: '/tham-dinh', text: 'review', icon: IconChecklist, ability: 'nominations.decide' },
  { to: '/quyet-dinh', text: 'decisions', icon: IconCertificate, ability: 'decisions.read' },
  { to: '/chi-tieu', text: 'quotas', icon: IconTicket, ability: 'quotas.read' },
  { to: '/can-bo', text: 'officials', icon: IconUsers, ability: 'officials.read' },
  { to: '/nhu-cau', text: 'needs', icon: IconSchool, ability: 'needs.read' },
  { to: '/ke-hoach', text: 'plans', icon: IconClipboardList, ability: 'plans.read' },
  { to: '/nhap-du-lieu', text: 'imports', icon: IconFileImport, ability: 'imports.use' },
  { to: '/don-doc', text: 'reminders', icon: IconBell, ability: 'reminders.read' },
  { to: '/hop-thu', text: 'inbox', icon: IconMail, ability: 'notifications.read' },
  { to: '/bao-cao', text: 'reports', icon: IconChartBar, ability: 'reports.read' },
  { to: '/quan-tri', text: 'admin', icon: IconSettings, ability: 'identity.manageAccounts' },
] as const;

/** The frame around every page: where one is, where one can go, who one is. */
export function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  const [opened, menu] = useDisclosure();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const loggedOut = me.error instanceof ApiProblem && me.error.status === 401;

  // Once, with where the reader wanted to go: the shell still stands for a moment while the address already changes.
  useEffect(() => {
    if (!loggedOut) return;
    const { pathname: wanted, search } = window.location;
    void navigate({ to: '/dang-nhap', search: { tiep: wanted + search } as never, replace: true });
  }, [loggedOut, navigate]);
  useEffect(() => menu.close, [pathname, menu.close]);
  useEffect(() => {
    if (me.data?.mustChangePassword && pathname !== '/tai-khoan') void navigate({ to: '/tai-khoan' });
  }, [me.data?.mustChangePassword, pathname, navigate]);

  if (me.error && !loggedOut) return <ErrorState error={me.error} retry={() => void me.refetch()} />;
  if (!me.data) return <Loading />;
  const abilities = new Set(me.data.abilities);
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 236, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
    >
      {abilities.has('live.listen') && <LiveLine />}
      <WaitingLists />
      <NewVersion />
      <a className="skip-link" href="#noi-dung">
        {t('common.skip')}
      </a>
      <AppShell.Header bg="son.7" c="white">
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap" gap="sm">
            <Burger opened={opened} onClick={menu.toggle} hiddenFrom="sm" color="white" aria-label={t('common.menu')} />
            <Title order={1} fz="xl" c="white">
              {t('common.product')}
            </Title>
            <Text visibleFrom="sm" c="white" fz="sm">
              {me.data.unit.name}
            </Text>
          </Group>
          <AccountMenu name={me.data.displayName} />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('common.menu')} style={{ overflowY: 'auto' }}>
        {DESTINATIONS.filter(({ ability }) => abilities.has(ability)).map(({ to, text, icon: Icon }) => (
          <NavLink
            key={text}
            renderRoot={(props) => <Link to={to} {...props} />}
            label={t(`nav.${text}`)}
            leftSection={<Icon size={22} stroke={1.7} aria-hidden />}
            rightSection={text === 'inbox' ? <UnreadBadge /> : undefined}
            active={to === '/' ? pathname === '/' : pathname.startsWith(to)}
            onClick={menu.close}
            fz="md"
            py="sm"
            style={{ borderRadius: 8 }}
          />
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="noi-dung">
        <OfflineBar />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

/** Keeps every page true while others work. */
function LiveLine() {
  useLive();
  return null;
}

function UnreadBadge() {
  const { data } = useUnread();
  return data ? <Badge circle={data < 10}>{data}</Badge> : null;
}

function AccountMenu({ name }: { name: string }) {
  const { t } = useTranslation();
  const logOut = useLogOut();
  const navigate = useNavigate();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="xl" variant="transparent" c="white" aria-label={t('nav.account')}>
          <IconUserCircle size={30} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{name}</Menu.Label>
        <Menu.Item onClick={() => void navigate({ to: '/tai-khoan' })}>{t('nav.account')}</Menu.Item>
        <Menu.Item
          onClick={() => {
            logOut.mutate();
          }}
        >
          {t('nav.logOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
