import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { today, writeDate } from '../../i18n/dates';
import { useMay } from '../identity/api';
import type { OfficialProfile } from './api';
import { useWriteSpan } from './record-span';
import { RecordSection } from './record-section';

const CATEGORIES = ['cadre', 'civil-servant', 'public-employee', 'part-time', 'armed-forces', 'other'] as const;
const STATUSES = ['working', 'rotated', 'seconded', 'retired', 'left'] as const;

const useCategories = () => {
  const { t } = useTranslation();
  return CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }));
};

/** Posts over time: several at once, one of them the main one. */
export function PostsSection({ official }: { official: OfficialProfile }) {
  const { t } = useTranslation();
  const span = useWriteSpan();
  const categories = useCategories();
  return (
    <RecordSection
      part="posts"
      official={official}
      rows={official.posts}
      mayChange={useMay('officials.manage')}
      hint={t('record.postsHint')}
      nameOf={({ title }) => title}
      fields={(post) => [
        { name: 'title', label: t('officials.post'), kind: 'text', required: true, value: post?.title },
        {
          name: 'category',
          label: t('officials.category'),
          kind: 'select',
          required: true,
          options: categories,
          value: post?.category ?? official.category,
        },
        {
          name: 'unitId',
          label: t('officials.unit'),
          kind: 'unit',
          required: true,
          value: post?.unit.id ?? official.unitId,
        },
        { name: 'main', label: t('record.main'), kind: 'check', hint: t('record.mainHint'), value: post?.main ?? true },
        { name: 'from', label: t('record.from'), kind: 'date', value: post ? post.from : today() },
        { name: 'to', label: t('record.to'), kind: 'date', hint: t('record.toHint'), value: post?.to },
      ]}
      render={(post) => (
        <>
          <Group gap="xs">
            <Text fw={600}>{post.title}</Text>
            {post.main && <Badge color="gray.8">{t('record.mainShort')}</Badge>}
          </Group>
          <Text fz="sm">
            {post.unit.name} · {t(`category.${post.category}`)}
          </Text>
          <Text fz="sm" c="#5f5a54">
            {span(post)}
          </Text>
        </>
      )}
    />
  );
}

/** Status over time. */
export function StatusesSection({ official }: { official: OfficialProfile }) {
  const { t } = useTranslation();
  const span = useWriteSpan();
  return (
    <RecordSection
      part="statuses"
      official={official}
      rows={official.statuses}
      mayChange={useMay('officials.manage')}
      hint={t('record.statusesHint')}
      nameOf={({ status }) => t(`state.official.${status}`)}
      fields={(status) => [
        {
          name: 'status',
          label: t('officials.status'),
          kind: 'select',
          required: true,
          options: STATUSES.map((value) => ({ value, label: t(`state.official.${value}`) })),
          value: status?.status,
        },
        // The first status began at a day that nobody knows; it stays so until somebody says.
        ...(status && status.from === null
          ? []
          : [
              {
                name: 'from',
                label: t('record.from'),
                kind: 'date' as const,
                required: true,
                value: status?.from ?? today(),
              },
            ]),
        { name: 'note', label: t('record.note'), kind: 'text', value: status?.note },
      ]}
      render={(status) => (
        <>
          <Text fw={600}>{t(`state.official.${status.status}`)}</Text>
          <Text fz="sm" c="#5f5a54">
            {[span(status), status.note].filter(Boolean).join(' · ')}
          </Text>
        </>
      )}
    />
  );
}

/** Posts the person is planned for; only the board gets them at all. */
export function PlanningsSection({ official }: { official: OfficialProfile }) {
  const { t } = useTranslation();
  const categories = useCategories();
  return (
    <RecordSection
      part="plannings"
      official={official}
      rows={official.plannings ?? []}
      mayChange
      hint={t('record.boardAlone')}
      nameOf={({ title }) => title}
      fields={(planning) => [
        { name: 'title', label: t('record.plannedPost'), kind: 'text', required: true, value: planning?.title },
        {
          name: 'category',
          label: t('officials.category'),
          kind: 'select',
          required: true,
          options: categories,
          value: planning?.category ?? 'cadre',
        },
        { name: 'unitId', label: t('officials.unit'), kind: 'unit', value: planning?.unit?.id },
        {
          name: 'mustMeetBy',
          label: t('record.mustMeetBy'),
          kind: 'date',
          hint: t('record.mustMeetByHint'),
          value: planning?.mustMeetBy,
        },
        { name: 'confirmedOn', label: t('record.confirmedOn'), kind: 'date', value: planning?.confirmedOn },
      ]}
      render={(planning) => (
        <>
          <Text fw={600}>{planning.title}</Text>
          <Text fz="sm">{[planning.unit?.name, t(`category.${planning.category}`)].filter(Boolean).join(' · ')}</Text>
          <Text fz="sm" c="#5f5a54">
            {[
              planning.mustMeetBy && t('record.mustMeetByDay', { day: writeDate(planning.mustMeetBy) }),
              planning.confirmedOn
                ? t('record.confirmedOnDay', { day: writeDate(planning.confirmedOn) })
                : t('record.notConfirmed'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </>
      )}
    />
  );
}
