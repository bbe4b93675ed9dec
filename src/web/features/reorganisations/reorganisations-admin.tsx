import { Anchor, Button, Group, Text, TextInput } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { StateBadge } from '../../components/badges';
import { DataTable } from '../../components/data-table';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { today, writeDate } from '../../i18n/dates';
import { type Reorganisation, useCreateReorganisation, useReorganisations } from './api';

/** What was rearranged, and what is being prepared. */
export function ReorganisationsAdmin() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const all = useReorganisations();
  const list = {
    ...all,
    items: all.data?.items ?? [],
    total: all.data?.total ?? 0,
    hasNextPage: false,
    isFetchingNextPage: false,
    fetchNextPage: () => undefined,
  };
  return (
    <>
      <Group mb="md" justify="space-between">
        <Text c="#5f5a54" maw={640}>
          {t('reorganisations.hint')}
        </Text>
        <Button
          onClick={() => {
            setAdding(true);
          }}
        >
          {t('reorganisations.new')}
        </Button>
      </Group>
      <DataTable<Reorganisation>
        label={t('reorganisations.title')}
        list={list}
        empty={{ title: t('reorganisations.none'), hint: t('reorganisations.noneHint') }}
        columns={[
          {
            label: t('reorganisations.number'),
            title: true,
            render: ({ id, documentNumber }) => (
              <Anchor
                renderRoot={(props) => (
                  <Link to="/quan-tri/sap-xep/$reorganisationId" params={{ reorganisationId: id }} {...props} />
                )}
              >
                {documentNumber}
              </Anchor>
            ),
          },
          { label: t('reorganisations.documentDate'), render: ({ documentDate }) => writeDate(documentDate) },
          { label: t('reorganisations.effectiveOn'), render: ({ effectiveOn }) => writeDate(effectiveOn) },
          { label: t('reorganisations.steps'), render: ({ steps }) => steps.length },
          {
            label: t('reorganisations.state'),
            render: ({ state }) => <StateBadge family="reorganisation" state={state} />,
          },
        ]}
      />
      {adding && (
        <NewReorganisation
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </>
  );
}

function NewReorganisation({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateReorganisation();
  const [draft, setDraft] = useState<Schema<'CreateReorganisationDto'>>({
    documentNumber: '',
    documentDate: today(),
    effectiveOn: today(),
    steps: [],
  });
  const date = (name: 'documentDate' | 'effectiveOn') => (
    <DateField
      label={t(`reorganisations.${name}`)}
      required
      value={draft[name]}
      error={fieldError(create.error, name)}
      onChange={(value) => {
        setDraft({ ...draft, [name]: value ?? '' });
      }}
    />
  );
  return (
    <Dialog
      opened
      title={t('reorganisations.new')}
      onClose={onClose}
      submitLabel={t('reorganisations.begin')}
      busy={create.isPending}
      error={create.error}
      fields={['documentNumber', 'documentDate', 'effectiveOn']}
      onSubmit={() => {
        create.mutate(draft, {
          onSuccess: ({ id }) =>
            void navigate({ to: '/quan-tri/sap-xep/$reorganisationId', params: { reorganisationId: id } }),
        });
      }}
    >
      <TextInput
        label={t('reorganisations.number')}
        placeholder="1672/NQ-UBTVQH15"
        required
        value={draft.documentNumber}
        error={fieldError(create.error, 'documentNumber')}
        onChange={({ currentTarget }) => {
          setDraft({ ...draft, documentNumber: currentTarget.value });
        }}
      />
      {date('documentDate')}
      {date('effectiveOn')}
    </Dialog>
  );
}
