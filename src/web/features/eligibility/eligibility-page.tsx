import { Anchor, Badge, Breadcrumbs, Button, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyProblem } from '../../components/notify';
import { PageHeader } from '../../components/page-header';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { today, writeDate } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { useProgram } from '../programs/api';
import { type RuleSet, useDeleteRuleSet, useRuleSets } from './api';
import { RuleEditor } from './rule-editor';
import { WaiverDialog } from './waiver-dialog';
import { WaiverList } from './waiver-list';

/** Who may go to classes of one program: what holds, what held and will hold, and whom a decision lifted a rule for. */
export function EligibilityPage() {
  const { t } = useTranslation();
  const { programId } = useParams({ strict: false }) as { programId: string };
  const program = useProgram(programId);
  const sets = useRuleSets(programId);
  const mayManage = useMay('eligibility.manage');
  const [asked, setAsked] = useState<'write' | 'waive' | null>(null);
  const [from, setFrom] = useState<RuleSet | null>(null);
  if (program.error) return <ErrorState error={program.error} retry={() => void program.refetch()} />;
  if (!program.data) return <Loading />;
  const write = (set: RuleSet | null): void => {
    setFrom(set);
    setAsked('write');
  };
  return (
    <>
      <Breadcrumbs mb="xs" style={{ flexWrap: 'wrap' }}>
        <Anchor renderRoot={(props) => <Link to="/quan-tri/$tab" params={{ tab: 'dieu-kien' }} {...props} />}>
          {t('eligibility.title')}
        </Anchor>
        <Text style={{ overflowWrap: 'anywhere' }}>{program.data.name}</Text>
      </Breadcrumbs>
      <PageHeader title={t('eligibility.of', { program: program.data.name })}>
        {mayManage && (
          <>
            <Button
              variant="default"
              onClick={() => {
                setAsked('waive');
              }}
            >
              {t('eligibility.waive')}
            </Button>
            <Button
              onClick={() => {
                write(null);
              }}
            >
              {t('eligibility.write')}
            </Button>
          </>
        )}
      </PageHeader>
      {asked === 'write' && (
        <RuleEditor
          key={from?.id ?? 'new'}
          programId={programId}
          from={from}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
      {sets.isPending && <Loading />}
      {sets.error && <ErrorState error={sets.error} retry={() => void sets.refetch()} />}
      {sets.data?.items.length === 0 && asked !== 'write' && (
        <EmptyState title={t('eligibility.none')}>{t('eligibility.noneHint')}</EmptyState>
      )}
      <Stack>
        {(sets.data?.items ?? []).map((set) => (
          <SetCard
            key={set.id}
            set={set}
            mayManage={mayManage}
            onRewrite={() => {
              write(set);
            }}
          />
        ))}
      </Stack>
      <Title order={3} fz="lg" mt="lg" mb="sm">
        {t('eligibility.waivers')}
      </Title>
      <WaiverList programId={programId} />
      {asked === 'waive' && (
        <WaiverDialog
          given={{ programId }}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

/** One set of rules in sentences, with when it holds and which paper says so. */
function SetCard({ set, mayManage, onRewrite }: { set: RuleSet; mayManage: boolean; onRewrite: () => void }) {
  const { t } = useTranslation();
  const remove = useDeleteRuleSet();
  const { mode, from, to, source, confirmed, inForce, rules } = set;
  const span = to
    ? t('standards.fromTo', { from: writeDate(from), to: writeDate(to) })
    : t('standards.from', { from: writeDate(from) });
  return (
    <Card withBorder component="section" aria-label={`${t(`programs.modes.${mode ?? 'either'}`)}, ${span}`}>
      <Group gap={8} mb="xs">
        <Title order={3} fz="lg">
          {t(`programs.modes.${mode ?? 'either'}`)} · {span}
        </Title>
        {inForce && (
          <Badge variant="outline" c="#1b5e2a" color="green.9">
            {t('eligibility.inForce')}
          </Badge>
        )}
        {!confirmed && (
          <Badge variant="outline" c="#7a4a00" color="orange.9">
            {t('standards.toConfirm')}
          </Badge>
        )}
      </Group>
      <Text fz="sm" c="#5f5a54">
        {t('standards.by', { source })}
      </Text>
      {rules.length === 0 && <Text>{t('eligibility.asksNothing')}</Text>}
      <List mt="xs">
        {rules.map(({ kind, sentence, exception, source: clause }) => (
          <List.Item key={kind}>
            {sentence}
            {exception && ` ${t('eligibility.mayExcept')}`}
            {clause && ` (${clause})`}
          </List.Item>
        ))}
      </List>
      {mayManage && (
        <Group mt="sm">
          {(to === null || to >= today()) && (
            <Button variant="default" onClick={onRewrite}>
              {t('eligibility.rewrite')}
            </Button>
          )}
          {from > today() && (
            <Button
              variant="default"
              loading={remove.isPending}
              onClick={() => {
                remove.mutate(set.id, { onError: notifyProblem });
              }}
            >
              {t('eligibility.delete')}
            </Button>
          )}
        </Group>
      )}
    </Card>
  );
}
