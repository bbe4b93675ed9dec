import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/**
 * Downloads the list that is shown as an Excel file.
 * @param path of the API, e.g. `/needs/export`. @param query the filters of the list; empty ones are left out.
 */
export function ExportButton({ path, query = {} }: { path: string; query?: Record<string, string | undefined> }) {
  const { t } = useTranslation();
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(given).toString();
  return (
    <Button
      component="a"
      href={`/api/v1${path}${search && `?${search}`}`}
      download
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden />}
    >
      {t('common.exportExcel')}
    </Button>
  );
}
