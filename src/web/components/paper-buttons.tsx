import { Button } from '@mantine/core';
import { IconFileTypeDocx, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ExportButton } from './export-button';

/** What takes an official paper out: its list as a workbook, all of it as a Word file, or on paper. @param path in the API */
export function PaperButtons({ path }: { path: string }) {
  const { t } = useTranslation();
  return (
    <>
      <ExportButton path={`${path}/export`} />
      <Button
        component="a"
        href={`/api/v1${path}/document`}
        download
        variant="default"
        leftSection={<IconFileTypeDocx size={18} aria-hidden />}
      >
        {t('partyDocument.word')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => {
          window.print();
        }}
      >
        {t('partyDocument.print')}
      </Button>
    </>
  );
}
