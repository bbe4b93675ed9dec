import { Button, Card, CloseButton, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { notifyDone, notifyProblem } from '../../components/notify';
import { ErrorState } from '../../components/states';
import { useCandidates } from '../nominations/api';
import { type Reserve, useNameReserves, useRemoveReserve, useReserves } from '../nominations/reserves-api';

/** Who steps in when somebody of the same unit leaves: named beside the list, holding no seat. */
export function CourseReserves({ courseId }: { courseId: string }) {
  const { t } = useTranslation();
  const reserves = useReserves(courseId);
  const [naming, setNaming] = useState(false);
  if (reserves.error) return <ErrorState error={reserves.error} retry={() => void reserves.refetch()} />;
  if (!reserves.data) return null;
  const { items, canName } = reserves.data;
  if (items.length === 0 && !canName) return null;
  return (
    <Card withBorder component="section" aria-labelledby="reserve-nominees">
      <Group justify="space-between" mb="xs">
        <Title order={3} fz="lg" id="reserve-nominees">
          {t('reserves.title')}
        </Title>
        {canName && (
          <Button
            variant="default"
            onClick={() => {
              setNaming(true);
            }}
          >
            {t('reserves.name')}
          </Button>
        )}
      </Group>
      <Text mb="xs">{items.length === 0 ? t('reserves.none') : t('reserves.about')}</Text>
      <Stack gap="xs" component="ul" m={0} p={0}>
        {items.map((reserve) => (
          <ReserveLine key={reserve.id} reserve={reserve} courseId={courseId} />
        ))}
      </Stack>
      {naming && (
        <NameDialog
          courseId={courseId}
          onClose={() => {
            setNaming(false);
          }}
        />
      )}
    </Card>
  );
}

function ReserveLine({ reserve, courseId }: { reserve: Reserve; courseId: string }) {
  const { t } = useTranslation();
  const remove = useRemoveReserve(courseId);
  const { id, fullName, post, unit, position, proposed, eligible, checks, canRemove } = reserve;
  const against = checks.find(({ result }) => result === 'fail' || result === 'needsException')?.message;
  return (
    <Group component="li" justify="space-between" wrap="nowrap" align="flex-start">
      <div style={{ overflowWrap: 'anywhere' }}>
        <Text fw={600}>
          {position}. {fullName}
        </Text>
        <Text fz="sm" c="#5f5a54">
          {[post, unit.name, proposed ? t('reserves.proposed') : null].filter(Boolean).join(' · ')}
        </Text>
        {!eligible && against && <Text fz="sm">{against}</Text>}
      </div>
      {canRemove && (
        <CloseButton
          size="lg"
          aria-label={t('reserves.remove', { name: fullName })}
          disabled={remove.isPending}
          onClick={() => {
            remove.mutate(id, { onError: notifyProblem });
          }}
        />
      )}
    </Group>
  );
}

function NameDialog({ courseId, onClose }: { courseId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [officialId, setOfficialId] = useState<string | null>(null);
  const candidates = useCandidates(courseId, q);
  const name = useNameReserves(courseId);
  const [against, setAgainst] = useState<string | null>(null);
  return (
    <Dialog
      opened
      title={t('reserves.name')}
      onClose={onClose}
      submitLabel={t('reserves.keep')}
      busy={name.isPending}
      error={name.error}
      onSubmit={() => {
        if (officialId === null) return;
        name.mutate([officialId], {
          onSuccess: ({ items: [line] }) => {
            if (line?.kept) {
              notifyDone(t('reserves.kept'));
              onClose();
              return;
            }
            const failed = line?.checks.find(({ result }) => result === 'fail' || result === 'needsException');
            setAgainst(failed?.message ?? t('reserves.notKept'));
          },
        });
      }}
    >
      <Text>{t('reserves.about')}</Text>
      <Select
        data-autofocus
        label={t('officials.person')}
        required
        searchable
        searchValue={q}
        onSearchChange={setQ}
        filter={({ options }) => options}
        data={candidates.items.map(({ official }) => ({
          value: official.id,
          label: `${official.fullName} · ${official.unit.name}`,
        }))}
        value={officialId}
        error={against}
        onChange={(id) => {
          setAgainst(null);
          setOfficialId(id);
        }}
      />
    </Dialog>
  );
}
