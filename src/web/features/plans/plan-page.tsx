import { Alert, Anchor, Button, Card, Menu, SimpleGrid, Text } from '@mantine/core';
import { IconCheck, IconHistory, IconPlus, IconSchool } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { ExportButton } from '../../components/export-button';
import { notifyDone, notifyProblem } from '../../components/notify';
import { PageHeader } from '../../components/page-header';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeDate, writeInstant } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { type FollowedLine, type Plan, usePlan, useRevisePlan, useUndoFill } from './api';
import { ApproveDialog } from './approve-dialog';
import { DiscardDialog } from './discard-dialog';
import { LineDialog } from './line-dialog';
import { LinkDialog } from './link-dialog';
import { NeedsDialog } from './needs-dialog';
import { PlanTable } from './plan-table';
import { planName, trained, versionName } from './words';

/** One version of a plan: its lines, what became of them, and what can be done next. */
export function PlanPage() {
  const { t } = useTranslation();
  const { planId = '' } = useParams({ strict: false }) as { planId?: string };
  const { ban } = useSearch({ strict: false }) as { ban?: number };
  const plan = usePlan(planId, ban);
  if (plan.error) return <ErrorState error={plan.error} retry={() => void plan.refetch()} />;
  if (!plan.data) return <Loading />;
  return (
    <>
      <Anchor renderRoot={(props) => <Link to="/ke-hoach" {...props} />}>{t('nav.plans')}</Anchor>
      <Content plan={plan.data} />
    </>
  );
}

type Open = 'approve' | 'needs' | 'line' | 'discard' | FollowedLine | null;

function Content({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  const [linking, setLinking] = useState<string | null>(null);
  const linked = plan.lines.find(({ id }) => id === linking);
  const goTo = useVersion(plan.id);
  const close = (): void => {
    setOpen(null);
  };
  return (
    <>
      <PageHeader title={planName(t, plan)} subtitle={`${plan.unit.name} · ${versionName(t, plan.shown)}`}>
        <StateBadge family="planVersion" state={plan.shown.state} />
        <Versions plan={plan} />
        <ExportButton path={`/plans/${plan.id}/export`} query={{ number: String(plan.shown.number) }} />
        <Steps plan={plan} onOpen={setOpen} />
      </PageHeader>
      <Standing plan={plan} />
      <Totals plan={plan} />
      {plan.groups.length === 0 ? (
        <EmptyState title={t('plans.noLines')}>{plan.can.write ? t('plans.noLinesHint') : undefined}</EmptyState>
      ) : (
        <PlanTable plan={plan} onEdit={setOpen} onLink={setLinking} />
      )}
      <Text fz="sm" c="#5f5a54" mt="sm">
        {t('plans.rule')}
      </Text>
      {open === 'approve' && (
        <ApproveDialog
          plan={plan}
          onClose={close}
          onDone={() => {
            close();
            goTo(plan.shown.number);
          }}
        />
      )}
      {linked && (
        <LinkDialog
          plan={plan}
          line={linked}
          onClose={() => {
            setLinking(null);
          }}
        />
      )}
      {open === 'needs' && <NeedsDialog plan={plan} onClose={close} />}
      {open === 'discard' && <DiscardDialog plan={plan} onClose={close} />}
      {(open === 'line' || typeof open === 'object') && open !== null && (
        <LineDialog plan={plan} line={open === 'line' ? null : open} onClose={close} />
      )}
    </>
  );
}

/** Shows another version of the plan. */
function useVersion(planId: string): (number: number) => void {
  const navigate = useNavigate();
  return (ban) => {
    void navigate({ to: '/ke-hoach/$planId', params: { planId }, search: { ban } } as never);
  };
}

/** What can be done with the version shown. */
function Steps({ plan, onOpen }: { plan: Plan; onOpen: (open: Open) => void }) {
  const { t } = useTranslation();
  const revise = useRevisePlan(plan.id);
  const goTo = useVersion(plan.id);
  if (plan.can.revise)
    return (
      <Button
        loading={revise.isPending}
        onClick={() => {
          revise.mutate(undefined, {
            onSuccess: ({ shown }) => {
              goTo(shown.number);
            },
            onError: notifyProblem,
          });
        }}
      >
        {t('plans.revise')}
      </Button>
    );
  if (!plan.can.write) return null;
  const step = (open: Open) => () => {
    onOpen(open);
  };
  return (
    <>
      <Button variant="default" leftSection={<IconSchool size={18} aria-hidden />} onClick={step('needs')}>
        {t('plans.fromNeeds')}
      </Button>
      <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={step('line')}>
        {t('plans.addLine')}
      </Button>
      <Button variant="default" onClick={step('discard')}>
        {t('plans.discard')}
      </Button>
      <Button leftSection={<IconCheck size={18} aria-hidden />} onClick={step('approve')}>
        {t('plans.approve')}
      </Button>
    </>
  );
}

/** All versions, and the way to see two side by side. */
function Versions({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const goTo = useVersion(plan.id);
  const mayReadHistory = useMay('plans.readDrafts');
  const [previous, latest] = plan.versions.slice(-2);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconHistory size={18} aria-hidden />}>
          {t('plans.versions', { count: plan.versions.length })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {[...plan.versions].reverse().map((version) => (
          <Menu.Item
            key={version.number}
            rightSection={version.number === plan.shown.number ? <IconCheck size={16} aria-hidden /> : undefined}
            onClick={() => {
              goTo(version.number);
            }}
          >
            {versionName(t, version)} · {t(`state.planVersion.${version.state}`)}
          </Menu.Item>
        ))}
        {mayReadHistory && (
          <Menu.Item
            renderRoot={(props) => <Link to="/ke-hoach/$planId/lich-su" params={{ planId: plan.id }} {...props} />}
          >
            {t('plans.history')}
          </Menu.Item>
        )}
        {latest && previous && (
          <Menu.Item
            renderRoot={(props) => (
              <Link
                to="/ke-hoach/$planId/so-sanh"
                params={{ planId: plan.id }}
                search={{ tu: previous.number, den: latest.number } as never}
                {...props}
              />
            )}
          >
            {t('plans.compare')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** By which document it stands, what else is being written, and what can be taken back. */
function Standing({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const undo = useUndoFill(plan.id);
  const goTo = useVersion(plan.id);
  const { shown, lastFill } = plan;
  const draft = plan.versions.find(({ state }) => state === 'draft');
  return (
    <>
      {shown.documentNumber !== null && (
        <Text mb="sm">
          {t('plans.standsBy', {
            document: shown.documentNumber,
            date: writeDate(shown.documentDate),
            signer: shown.signer,
          })}
        </Text>
      )}
      {draft && shown.state !== 'draft' && (
        <Alert color="yellow" variant="light" mb="sm" title={t('plans.draftWaits', { number: draft.number })}>
          <Button
            variant="default"
            onClick={() => {
              goTo(draft.number);
            }}
          >
            {t('plans.seeDraft')}
          </Button>
        </Alert>
      )}
      {lastFill && (
        <Alert
          color="blue"
          variant="light"
          mb="sm"
          title={t('plans.filled', { at: writeInstant(lastFill.at), added: lastFill.added, changed: lastFill.changed })}
        >
          <Button
            variant="default"
            loading={undo.isPending}
            onClick={() => {
              undo.mutate(lastFill.id, {
                onSuccess: () => {
                  notifyDone(t('plans.undone'));
                },
                onError: notifyProblem,
              });
            }}
          >
            {t('plans.undo')}
          </Button>
        </Alert>
      )}
    </>
  );
}

/** The plan in four figures. */
function Totals({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const { planned, progress, late } = plan;
  const figures: [label: string, figure: string, more: string][] = [
    [
      t('plans.planned'),
      t('plans.classCount', { count: planned.classes }),
      t('plans.turns', { count: planned.trainees }),
    ],
    [
      t('plans.opened'),
      t('plans.openedOf', { part: progress.opened.classes, whole: planned.classes }),
      t('plans.turns', { count: progress.opened.trainees }),
    ],
    [
      t('plans.trained'),
      t('plans.classCount', { count: progress.trained.classes }),
      progress.trained.unnamed > 0
        ? `${trained(t, progress)} (${t('plans.unnamed', { count: progress.trained.unnamed })})`
        : trained(t, progress),
    ],
    [t('plans.late'), t('plans.lineCount', { count: late }), t('plans.ofLines', { count: plan.lines.length })],
  ];
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} mb="md">
      {figures.map(([label, figure, more]) => (
        <Card key={label} withBorder p="sm">
          <Text c="#5f5a54">{label}</Text>
          <Text fz="xl" fw={700}>
            {figure}
          </Text>
          <Text fz="sm">{more}</Text>
        </Card>
      ))}
    </SimpleGrid>
  );
}
