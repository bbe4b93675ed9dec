import { Group, Select } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCourses } from '../courses/api';
import { usePrograms } from '../programs/api';
import { useUnits } from '../units/api';

/** What the queue is narrowed to; stands in the address. */
export interface ReviewFilter {
  courseId?: string;
  unitId?: string;
  programId?: string;
}

export const useReviewFilter = (): ReviewFilter => {
  const { courseId, unitId, programId } = useSearch({ strict: false }) as ReviewFilter;
  return { ...(courseId && { courseId }), ...(unitId && { unitId }), ...(programId && { programId }) };
};

export function ReviewFilters() {
  const { t } = useTranslation();
  const filter = useReviewFilter();
  const navigate = useNavigate();
  const open = useCourses({ state: 'open' });
  const closed = useCourses({ state: 'closed' });
  const programs = usePrograms();
  const units = useUnits();
  const select = (field: keyof ReviewFilter, label: string, data: readonly { id: string; name: string }[]) => (
    <Select
      label={label}
      placeholder={t('review.all')}
      clearable
      searchable
      w={{ base: '100%', sm: 320 }}
      value={filter[field] ?? null}
      data={data.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(value) => {
        void navigate({
          to: '/tham-dinh',
          search: { ...filter, [field]: value ?? undefined } as never,
          replace: true,
        });
      }}
    />
  );
  const courses = [...open.items, ...closed.items].map(({ id, code, title }) => ({ id, name: `${code} · ${title}` }));
  return (
    <Group mb="md" gap="sm">
      {select('courseId', t('review.filterCourse'), courses)}
      {select('unitId', t('review.filterUnit'), units.data?.items ?? [])}
      {select('programId', t('review.filterProgram'), programs.data?.items ?? [])}
    </Group>
  );
}
