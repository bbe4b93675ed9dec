import { Alert, Anchor, Text } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keptClasses } from './api';

/** The page of choosing people says by itself what it works with. */
const CHOOSING = /^\/lop\/[^/]+\/de-cu$/;

/** There is no network: what one can do without. */
export function OfflineBar() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  const { data: classes = [] } = useQuery({
    queryKey: ['kept-classes'],
    queryFn: keptClasses,
    gcTime: 0,
    enabled: !online,
  });
  const { pathname } = useLocation();
  if (online || CHOOSING.test(pathname)) return null;
  return (
    <Alert role="status" color="yellow" variant="light" mb="md" title={t('install.offline')}>
      <Text fz="sm">{t(classes.length > 0 ? 'install.offlineLists' : 'install.offlineNothing')}</Text>
      {classes.map(({ id, code, title }) => (
        <Text key={id} fz="sm">
          <Anchor renderRoot={(props) => <Link to="/lop/$courseId/de-cu" params={{ courseId: id }} {...props} />}>
            {code}: {title}
          </Anchor>
        </Text>
      ))}
    </Alert>
  );
}
