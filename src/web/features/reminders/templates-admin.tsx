import { Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, Loading } from '../../components/states';
import { TemplateEditor } from './template-editor';
import { useTemplates } from './templates-api';

/** What messages say, in words of the board's own. */
export function TemplatesAdmin() {
  const { t } = useTranslation();
  const templates = useTemplates();
  const [kind, setKind] = useState('call.before');
  if (templates.error) return <ErrorState error={templates.error} retry={() => void templates.refetch()} />;
  if (!templates.data) return <Loading />;
  const template = templates.data.items.find((one) => one.kind === kind);
  return (
    <Stack>
      <Text>{t('templates.hint')}</Text>
      <Select
        label={t('templates.kind')}
        allowDeselect={false}
        maw={480}
        data={templates.data.items.map((one) => ({ value: one.kind, label: t(`templates.kinds.${nameOf(one.kind)}`) }))}
        value={kind}
        onChange={(next) => {
          setKind(next ?? kind);
        }}
      />
      {template && <TemplateEditor key={`${kind} ${template.version}`} template={template} />}
    </Stack>
  );
}

/** Names of texts are split at dots. */
const nameOf = (kind: string): string => kind.replaceAll('.', '-');
