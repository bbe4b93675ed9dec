import { Button, Menu } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const LETTERS = [
  { text: 'allWord', query: 'format=docx' },
  { text: 'allPdf', query: 'format=pdf' },
  { text: 'eachWord', query: 'format=docx&perUnit=true' },
  { text: 'eachPdf', query: 'format=pdf&perUnit=true' },
] as const;

/** The letter to units that read no messages: one to all or one to each, to be changed or to be printed. */
export function LetterMenu({ courseId }: { courseId: string }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={<IconFileText size={18} />}>
          {t('reminders.letter')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {LETTERS.map(({ text, query }) => (
          <Menu.Item key={text} component="a" href={`/api/v1/reminders/letter?courseId=${courseId}&${query}`}>
            {t(`reminders.letters.${text}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
