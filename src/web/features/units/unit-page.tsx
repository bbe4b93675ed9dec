import { Anchor, Breadcrumbs, Button, Card, SimpleGrid, Stack, Text, Timeline, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { DataTable } from '../../components/data-table';
import { PageHeader } from '../../components/page-header';
import { ErrorState, Loading } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { OfficeContact } from '../notifications/office-contact';
import { type Unit, type UnitDetails, useUnit, useUnitList } from './api';
import { UnitDialog } from './unit-dialog';
import { ClosedBadge, UnitLink } from './unit-tree';

/** One unit: how to reach it, what it was before, what it was made of and became, and what stands below it. */
export function UnitPage() {
  const { unitId } = useParams({ strict: false }) as { unitId: string };
  const { t } = useTranslation();
  const unit = useUnit(unitId);
  const mayManage = useMay('units.manage');
  const mayManageOffice = useMay('notifications.manageOffice');
  const [dialog, setDialog] = useState<'edit' | 'add' | null>(null);
  if (unit.error) return <ErrorState error={unit.error} retry={() => void unit.refetch()} />;
  if (!unit.data) return <Loading />;
  const { name, kind, code, above, closed } = unit.data;
  const open = (which: 'edit' | 'add') => () => {
    setDialog(which);
  };
  return (
    <>
      <Breadcrumbs mb="xs" style={{ flexWrap: 'wrap' }}>
        <Anchor renderRoot={(props) => <Link to="/quan-tri/don-vi" {...props} />}>{t('admin.units')}</Anchor>
        {above.map((parent) => (
          <UnitLink key={parent.id} unit={parent} />
        ))}
        <Text>{name}</Text>
      </Breadcrumbs>
      <PageHeader title={name} subtitle={`${t(`unitKind.${kind}`)} · ${code}`}>
        {mayManage && (
          <Button variant="default" onClick={open('edit')}>
            {t('units.correct')}
          </Button>
        )}
        {mayManage && !closed && (
          <Button leftSection={<IconPlus size={18} />} onClick={open('add')}>
            {t('units.addBelow')}
          </Button>
        )}
      </PageHeader>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Contacts unit={unit.data} />
        <History unit={unit.data} />
        {mayManageOffice && !closed && <OfficeContact unitId={unitId} />}
      </SimpleGrid>
      {!closed && <Below unitId={unitId} />}
      {dialog && (
        <UnitDialog
          unit={dialog === 'edit' ? unit.data : undefined}
          parent={dialog === 'add' ? unit.data : null}
          onClose={() => {
            setDialog(null);
          }}
        />
      )}
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder component="section">
      <Title order={3} fz="lg" mb="sm">
        {title}
      </Title>
      {children}
    </Card>
  );
}

function Contacts({ unit }: { unit: UnitDetails }) {
  const { t } = useTranslation();
  const facts: [string, ReactNode][] = [
    [t('units.secretary'), unit.secretary],
    [t('units.phone'), unit.phone && <Anchor href={`tel:${unit.phone.replace(/[^+\d]/g, '')}`}>{unit.phone}</Anchor>],
    [t('units.email'), unit.email && <Anchor href={`mailto:${unit.email}`}>{unit.email}</Anchor>],
    [t('units.address'), unit.address],
    [t('units.area'), unit.area && t(`unitArea.${unit.area}`)],
    [t('units.validFrom'), unit.validFrom && writeDate(unit.validFrom)],
    ...(unit.validTo ? [[t('units.validTo'), writeDate(unit.validTo)] as [string, ReactNode]] : []),
  ];
  return (
    <Section title={t('units.contacts')}>
      {unit.closed && <ClosedBadge />}
      <dl style={{ margin: 0, display: 'grid', gridTemplateColumns: 'minmax(110px, 35%) 1fr', gap: '6px 12px' }}>
        {facts.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt style={{ color: '#5f5a54' }}>{label}</dt>
            <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>{value ?? '—'}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function History({ unit }: { unit: UnitDetails }) {
  const { t } = useTranslation();
  return (
    <Section title={t('units.history')}>
      <Timeline bulletSize={16} lineWidth={2}>
        {[...unit.spells].reverse().map((spell) => (
          <Timeline.Item key={spell.from ?? ''} title={spell.name}>
            <Text fz="sm">{span(t, spell)}</Text>
            <Text fz="sm" c="#5f5a54">
              {t(`unitKind.${spell.kind}`)} · {spell.code}
              {spell.parent && ` · ${t('units.under', { name: spell.parent.name })}`}
            </Text>
            {spell.area && (
              <Text fz="sm" c="#5f5a54">
                {t('units.inArea', { area: t(`unitArea.${spell.area}`) })}
              </Text>
            )}
          </Timeline.Item>
        ))}
      </Timeline>
      <Successions title={t('units.madeOf')} of={unit.madeOf} />
      <Successions title={t('units.became')} of={unit.became} />
    </Section>
  );
}

/** `từ … đến …`, as far as the days are known. */
function span(t: (key: string, facts?: Record<string, string>) => string, { from, to }: Schema<'UnitSpell'>): string {
  if (!from && !to) return t('units.always');
  if (!to) return t('units.since', { from: writeDate(from) });
  return from
    ? t('units.between', { from: writeDate(from), to: writeDate(to) })
    : t('units.until', { to: writeDate(to) });
}

function Successions({ title, of }: { title: string; of: readonly Schema<'UnitSuccession'>[] }) {
  const { t } = useTranslation();
  if (of.length === 0) return null;
  return (
    <Stack gap={4} mt="md">
      <Text fw={600}>{title}</Text>
      {of.map(({ unit, on }) => (
        <Text key={unit.id} fz="sm" component="div">
          <UnitLink unit={unit} /> · {t('units.since', { from: writeDate(on) })}
        </Text>
      ))}
    </Stack>
  );
}

function Below({ unitId }: { unitId: string }) {
  const { t } = useTranslation();
  const below = useUnitList({ parentId: unitId });
  return (
    <>
      <Title order={3} mt="xl" mb="sm">
        {t('units.unitsBelow')}
      </Title>
      <DataTable<Unit>
        label={t('units.unitsBelow')}
        list={below}
        empty={{ title: t('units.noneBelow') }}
        columns={[
          { label: t('admin.unitName'), title: true, render: (unit) => <UnitLink unit={unit} /> },
          { label: t('admin.unitCode'), render: ({ code }) => code },
          { label: t('admin.unitKind'), render: ({ kind }) => t(`unitKind.${kind}`) },
          { label: t('units.unitsBelow'), render: ({ children }) => children },
        ]}
      />
    </>
  );
}
