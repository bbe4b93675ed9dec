import { Alert, Anchor, Button, Card, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { PageHeader } from '../../components/page-header';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { today } from '../../i18n/dates';
import { usePrograms } from '../programs/api';
import { useQuotas } from './api';
import { FairnessCard } from './proposal-fairness';
import { ProposalForm } from './proposal-form';
import { ProposalTable } from './proposal-table';
import { asMinimums } from './minimum-fields';
import {
  type Method,
  NO_OTHER,
  type Proposal,
  type ProposalQuestion,
  useApplyProposal,
  useProposal,
} from './proposals-api';
import { type Limits, NO_LIMITS, minimumsOf, numbersOf, type ProposalSearch } from './proposal-question';

const TYPING_MS = 350;
/** Of titles on yellow: a contrast of 7. */
const DARK = '#7a4a00';

/** Phương án phân bổ: two ways of sharing a program's places out side by side, with the numbers and reasons of each unit. */
export function QuotaProposalsPage() {
  const { t } = useTranslation();
  const search: ProposalSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const thisYear = Number(today().slice(0, 4));
  const period = search.nam ?? thisYear;
  const [programs, quotas] = [usePrograms(), useQuotas(period)];
  const [limits, setLimits] = useState<Limits>(NO_LIMITS);
  const error = programs.error ?? quotas.error;
  if (error) return <ErrorState error={error} retry={() => void quotas.refetch()} />;
  if (!programs.data || !quotas.data) return <Loading />;
  const rationed = programs.data.items.filter(({ needsQuota }) => needsQuota);
  const programId = search.ct ?? rationed[0]?.id;
  if (programId === undefined) return <EmptyState title={t('quotaProposals.noProgram')} />;
  const now = quotas.data.items.filter((quota) => quota.programId === programId);
  // What the board can give: its reserve and what its units have, which is what was granted less what it uses itself.
  const granted = now.filter(({ parentId, reserve }) => reserve && parentId === null);
  const places = search.cho ?? granted.reduce((sum, { left, passedOn }) => sum + left + passedOn, 0);
  const least = asMinimums(minimumsOf(search));
  const set = (change: ProposalSearch): void => {
    void navigate({ to: '/chi-tieu/phuong-an', search: { ...search, ...change }, replace: true } as never);
  };
  return (
    <>
      <Anchor renderRoot={(props) => <Link to="/chi-tieu" search={{ nam: period } as never} {...props} />}>
        {t('nav.quotas')}
      </Anchor>
      <PageHeader title={t('quotaProposals.title')} subtitle={t('quotaProposals.hint')} />
      <ProposalForm
        programs={rationed}
        years={[thisYear - 1, thisYear, thisYear + 1, thisYear + 2]}
        search={{ ...search, ct: programId, nam: period, cho: places }}
        onChange={set}
      />
      <SideBySide
        question={{
          programId,
          period,
          places,
          minimumShare: search.toiThieu ?? 0,
          // None at all is said too: left out, units keep what they have.
          ...((least.length > 0 || search.boMuc) && { minimums: least }),
        }}
        methods={[search.cach ?? 'sainte-lague', search.soSanh ?? 'hamilton']}
        cap={search.vuotNhuCau !== true}
        limits={limits}
        onLimits={(next) => {
          setLimits(next);
          // Weights of one's own say otherwise than the need does: it is no limit then, until one says so.
          if (next.weighted && !limits.weighted) set({ vuotNhuCau: true });
        }}
      />
    </>
  );
}

interface SidesProps {
  question: Pick<ProposalQuestion, 'programId' | 'period' | 'places' | 'minimumShare' | 'minimums'>;
  methods: [Method, Method | typeof NO_OTHER];
  cap: boolean;
  limits: Limits;
  onLimits: (limits: Limits) => void;
}

function SideBySide({ question, methods, cap, limits, onLimits }: SidesProps) {
  const { t } = useTranslation();
  const asked = { ...question, ...numbersOf(limits), capByNeed: cap };
  const [first, second] = methods;
  const [settled] = useDebouncedValue(JSON.stringify(asked), TYPING_MS);
  const base = JSON.parse(settled) as ProposalQuestion;
  const a = useProposal({ ...base, method: first });
  const b = useProposal(second === NO_OTHER || second === first ? null : { ...base, method: second });
  const [applying, setApplying] = useState<Proposal | null>(null);
  const shown = [a.data, second === NO_OTHER || second === first ? undefined : b.data].filter(
    (proposal) => proposal !== undefined,
  );
  const problem = a.error ?? b.error;
  if (!a.data) return problem ? <ErrorState error={problem} /> : <Loading />;
  return (
    <Stack gap="md" mt="md">
      {problem && <ErrorState error={problem} />}
      {a.data.fairness.need === 0 && !limits.weighted && (
        <Alert
          color="yellow"
          icon={<IconAlertTriangle />}
          title={t('quotaProposals.noNeed', { year: question.period })}
        >
          {t('quotaProposals.noNeedHint')}
        </Alert>
      )}
      {shown.map((proposal) => (
        <Paradox key={proposal.method} proposal={proposal} />
      ))}
      <SimpleGrid cols={{ base: 1, sm: shown.length + 1 }}>
        <FairnessCard title={t('quotaProposals.today')} figures={a.data.fairness.today} />
        {shown.map((proposal) => (
          <FairnessCard
            key={proposal.method}
            title={t(`quotaProposals.method.${proposal.method}`)}
            figures={proposal.fairness}
            proposal={proposal}
          >
            <Button
              fullWidth
              mt="sm"
              variant={proposal.method === first ? 'filled' : 'default'}
              disabled={problem !== null}
              onClick={() => {
                setApplying(proposal);
              }}
            >
              {t('quotaProposals.apply')}
            </Button>
          </FairnessCard>
        ))}
      </SimpleGrid>
      <ProposalTable proposals={shown} limits={limits} onLimits={onLimits} />
      {applying && (
        <ApplyDialog
          proposal={applying}
          question={{ ...base, method: applying.method }}
          onClose={() => {
            setApplying(null);
          }}
        />
      )}
    </Stack>
  );
}

/** Says when one more place would cost somebody theirs. */
function Paradox({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  if (proposal.paradoxes.length === 0) return null;
  return (
    <Alert
      color="yellow"
      styles={{ title: { color: DARK } }}
      icon={<IconAlertTriangle />}
      title={t('quotaProposals.paradoxTitle')}
    >
      <Stack gap={4}>
        {proposal.paradoxes.map(({ unitId, unit, from, to, before, after }) => (
          <Text key={`${unitId} ${from}`}>
            {t('quotaProposals.paradox', { unit: unit.name, from, to, before, after })}
          </Text>
        ))}
        <Text fz="sm">{t('quotaProposals.paradoxWhy')}</Text>
      </Stack>
    </Alert>
  );
}

function ApplyDialog({
  proposal,
  question,
  onClose,
}: {
  proposal: Proposal;
  question: ProposalQuestion;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const apply = useApplyProposal();
  const changed = proposal.fairness.gaining.length + proposal.fairness.losing.length;
  return (
    <Dialog
      opened
      title={t('quotaProposals.apply')}
      onClose={onClose}
      submitLabel={t('quotaProposals.apply')}
      busy={apply.isPending}
      error={apply.error}
      onSubmit={() => {
        const { basedOn, allocations } = proposal;
        const given = allocations.map(({ unitId, places }) => ({ unitId, places }));
        apply.mutate(
          { ...question, basedOn, allocations: given },
          {
            onSuccess: () => {
              notifyDone(t('quotaProposals.applied'));
              void navigate({ to: '/chi-tieu', search: { nam: question.period } as never });
            },
          },
        );
      }}
    >
      <Card withBorder>
        <Group justify="space-between">
          <Text fw={600}>{t(`quotaProposals.method.${proposal.method}`)}</Text>
          <Text>{t('quotaProposals.sum', { places: proposal.places - proposal.left, left: proposal.left })}</Text>
        </Group>
      </Card>
      <Text>
        {t('quotaProposals.applyExplained', {
          changed,
          more: proposal.fairness.gaining.length,
          fewer: proposal.fairness.losing.length,
        })}
      </Text>
    </Dialog>
  );
}
