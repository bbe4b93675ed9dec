import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCourses } from '../courses/api';

/** An open class, so that one sees with real names and days what a policy or a text would send. */
export function ClassToTry({ value, onChange }: { value: string | null; onChange: (courseId: string | null) => void }) {
  const { t } = useTranslation();
  const courses = useCourses({ state: 'open' });
  return (
    <Select
      label={t('reminderPolicy.previewClass')}
      placeholder={t('reminderPolicy.previewChoose')}
      searchable
      clearable
      nothingFoundMessage={t('reminderPolicy.noOpenClass')}
      data={courses.items.map(({ id, code, title }) => ({ value: id, label: `${code} · ${title}` }))}
      value={value}
      onChange={onChange}
    />
  );
}
