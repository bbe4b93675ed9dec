import { Chip, Group, SimpleGrid, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { type Course, type UnitCall, useCalls } from './api';
import { CallTile } from './call-tile';

/** What the tiles can be narrowed to. */
const SHOWN = {
  all: () => true,
  answered: ({ status }) => status === 'answered' || status === 'late',
  late: ({ status }) => status === 'late',
  awaiting: ({ status }) => status === 'awaiting',
  silent: ({ status }) => status === 'silent',
  'more-time': ({ answer }) => answer === 'more-time',
  short: ({ expected, sent, answer }) => expected !== null && sent < expected && answer === 'list',
} as const satisfies Record<string, (call: UnitCall) => boolean>;
type Shown = keyof typeof SHOWN;
const WAYS = Object.keys(SHOWN) as Shown[];

/** Who was called and what they answered, a tile each; which ones are shown stands in the address. */
export function CallTiles({ course }: { course: Course }) {
  const { t } = useTranslation();
  const calls = useCalls({ courseId: course.id });
  const search = useSearch({ strict: false }) as { donVi?: string };
  const navigate = useNavigate();
  if (calls.error) return <ErrorState error={calls.error} retry={() => void calls.refetch()} />;
  if (!calls.data) return <Loading />;
  const { items } = calls.data;
  if (items.length === 0) return <EmptyState title={t('calls.none')}>{t('calls.noneHint')}</EmptyState>;
  const { answered, units, late, silent } = course.calls;
  const way = WAYS.find((each) => each === search.donVi) ?? 'all';
  const shown = items.filter(SHOWN[way]);
  return (
    <>
      <Text mb="xs" fw={600}>
        {t('calls.tally', { answered, units, late, silent })}
      </Text>
      <Expected calls={items} />
      <Chip.Group
        value={way}
        onChange={(donVi) => {
          void navigate({
            to: '/lop/$courseId',
            params: { courseId: course.id },
            search: (donVi === 'all' ? {} : { donVi }) as never,
            replace: true,
          });
        }}
      >
        <Group gap="xs" mb="md" role="group" aria-label={t('calls.filter')}>
          {WAYS.map((each) => {
            const count = items.filter(SHOWN[each]).length;
            return count > 0 || each === 'all' || each === way ? (
              <Chip key={each} value={each} size="md">
                {t(`calls.show.${each}`, { count })}
              </Chip>
            ) : null;
          })}
        </Group>
      </Chip.Group>
      {shown.length === 0 && <EmptyState title={t('calls.noneShown')} />}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {shown.map((call) => (
          <CallTile key={call.id} call={call} />
        ))}
      </SimpleGrid>
    </>
  );
}

/** Of the units of which a number is expected: how many people, and how many came. */
function Expected({ calls }: { calls: readonly UnitCall[] }) {
  const { t } = useTranslation();
  const numbered = calls.filter(({ expected }) => expected !== null);
  if (numbered.length === 0) return null;
  const sum = (of: (call: UnitCall) => number): number => numbered.reduce((total, call) => total + of(call), 0);
  return (
    <Text mb="sm">
      {t('calls.expectedSum', { expected: sum(({ expected }) => expected ?? 0), sent: sum(({ sent }) => sent) })}
    </Text>
  );
}
