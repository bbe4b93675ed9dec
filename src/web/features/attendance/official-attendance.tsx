import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../components/states';
import { useMay } from '../identity/api';
import { useOfficialAttendance } from './api';
import { AttendedCourses } from './attended-courses';

/** What an official was at; nothing is shown while there is nothing. */
export function OfficialAttendance({ officialId }: { officialId: string }) {
  const { t } = useTranslation();
  const attendance = useOfficialAttendance(officialId, useMay('attendance.read'));
  if (attendance.error) return <ErrorState error={attendance.error} retry={() => void attendance.refetch()} />;
  if (!attendance.data || attendance.data.items.length === 0) return null;
  return (
    <section aria-labelledby="official-attendance">
      <Title order={3} fz="lg" mt="lg" mb="sm" id="official-attendance">
        {t('attendance.title')}
      </Title>
      <AttendedCourses items={attendance.data.items} />
    </section>
  );
}
