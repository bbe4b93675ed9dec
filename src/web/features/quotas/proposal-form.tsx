import { Card, NumberInput, Select, SimpleGrid, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Program } from '../programs/api';
import { asMinimums, MinimumFields } from './minimum-fields';
import { minimumsOf, type ProposalSearch } from './proposal-question';
import { type Method, METHODS, NO_OTHER } from './proposals-api';

const MOST_PLACES = 10_000;

/** What is shared out, and how. */
export function ProposalForm({
  programs,
  years,
  search,
  onChange,
}: {
  programs: readonly Program[];
  years: readonly number[];
  search: ProposalSearch;
  onChange: (change: ProposalSearch) => void;
}) {
  const { t } = useTranslation();
  const methods = METHODS.map((method) => ({ value: method, label: t(`quotaProposals.method.${method}`) }));
  return (
    <Card withBorder>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        <Select
          label={t('quotaProposals.program')}
          allowDeselect={false}
          value={search.ct ?? null}
          data={programs.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(ct) => {
            onChange({ ct: ct ?? '', cho: undefined });
          }}
        />
        <Select
          label={t('quotas.year')}
          allowDeselect={false}
          value={String(search.nam)}
          data={years.map(String)}
          onChange={(nam) => {
            onChange({ nam: Number(nam), cho: undefined });
          }}
        />
        <NumberInput
          label={t('quotaProposals.places')}
          min={0}
          max={MOST_PLACES}
          allowDecimal={false}
          value={search.cho ?? 0}
          onChange={(cho) => {
            onChange({ cho: Number(cho) });
          }}
        />
        <Select
          label={t('quotaProposals.first')}
          description={t(`quotaProposals.about.${search.cach ?? 'sainte-lague'}`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          allowDeselect={false}
          value={search.cach ?? 'sainte-lague'}
          data={methods}
          onChange={(cach) => {
            onChange({ cach: cach as Method });
          }}
        />
        <Select
          label={t('quotaProposals.second')}
          description={t(`quotaProposals.about.${search.soSanh ?? 'hamilton'}`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          allowDeselect={false}
          value={search.soSanh ?? 'hamilton'}
          data={[...methods, { value: NO_OTHER, label: t('quotaProposals.method.none') }]}
          onChange={(soSanh) => {
            onChange({ soSanh: soSanh as Method });
          }}
        />
        <NumberInput
          label={t('quotaProposals.minimumShare')}
          description={t('quotaProposals.minimumShareHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={0}
          max={100}
          suffix=" %"
          allowDecimal={false}
          value={search.toiThieu ?? 0}
          onChange={(toiThieu) => {
            onChange({ toiThieu: Number(toiThieu) });
          }}
        />
      </SimpleGrid>
      <Text fw={600} mt="md">
        {t('quotaMinimums.all')}
      </Text>
      <Text fz="sm" c="#5f5a54" mb="xs">
        {t('quotaMinimums.allHint')}
      </Text>
      <MinimumFields
        value={minimumsOf(search)}
        most={search.cho ?? 0}
        onChange={({ places, underAge }) => {
          const { women, ethnic, young } = places;
          onChange({ nu: women || undefined, dt: ethnic || undefined, tre: young || undefined, tuoi: underAge });
        }}
      />
      {asMinimums(minimumsOf(search)).length === 0 && (
        <Switch
          mt="sm"
          label={t('quotaMinimums.end')}
          checked={search.boMuc === true}
          onChange={({ currentTarget }) => {
            onChange({ boMuc: currentTarget.checked || undefined });
          }}
        />
      )}
      <Switch
        mt="md"
        label={t('quotaProposals.cap')}
        checked={search.vuotNhuCau !== true}
        onChange={({ currentTarget }) => {
          onChange({ vuotNhuCau: currentTarget.checked ? undefined : true });
        }}
      />
    </Card>
  );
}
