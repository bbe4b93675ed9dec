import { Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, Loading } from '../../components/states';
import { usePrograms } from '../programs/api';
import { type PolicyScope, usePolicyOf } from './policies-api';
import { PolicyEditor } from './policy-editor';
import { Secretaries } from './secretaries';

/** When silent units are reminded: for all classes, and for those of a program. A class's own is on its page. */
export function PoliciesAdmin() {
  const { t } = useTranslation();
  const programs = usePrograms();
  const [programId, setProgramId] = useState<string | null>(null);
  return (
    <Stack>
      <Text>{t('reminderPolicy.hint')}</Text>
      <Select
        label={t('reminderPolicy.scope')}
        description={t('reminderPolicy.scopeHint')}
        placeholder={t('reminderPolicy.scopeDefault')}
        clearable
        searchable
        maw={480}
        data={(programs.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={programId}
        onChange={setProgramId}
      />
      <PolicyOfScope scope={programId === null ? {} : { programId }} />
      <Secretaries />
    </Stack>
  );
}

/** The editor of one scope's policy. @param courseId the class that the preview is about, when it is known. */
export function PolicyOfScope({ scope, courseId = null }: { scope: PolicyScope; courseId?: string | null }) {
  const policy = usePolicyOf(scope);
  if (policy.error) return <ErrorState error={policy.error} retry={() => void policy.refetch()} />;
  if (!policy.data) return <Loading />;
  const { source, version } = policy.data;
  // Another scope, or another version of it, is another form.
  const form = `${scope.courseId ?? ''}${scope.programId ?? ''} ${source} ${version}`;
  return <PolicyEditor key={form} scope={scope} policy={policy.data} courseId={courseId} />;
}
