import { DateInput, type DateInputProps } from '@mantine/dates';
import '@mantine/dates/styles.css';
import 'dayjs/locale/vi';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { useTranslation } from 'react-i18next';

dayjs.extend(customParseFormat);

export type DateFieldProps = Omit<DateInputProps, 'valueFormat' | 'locale'>;

/** A day, typed as 15/3/2026 or picked; its value is `YYYY-MM-DD`. */
export function DatePicker(props: DateFieldProps) {
  const { i18n, t } = useTranslation();
  return (
    <DateInput
      size="md"
      valueFormat="DD/MM/YYYY"
      placeholder={t('common.datePlaceholder')}
      locale={i18n.language}
      dateParser={(text) => {
        const parsed = dayjs(text, ['D/M/YYYY', 'DD/MM/YYYY', 'YYYY-MM-DD'], true);
        return parsed.isValid() ? parsed.format('YYYY-MM-DD') : null;
      }}
      {...props}
    />
  );
}
