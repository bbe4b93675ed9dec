import { Button, Card, Checkbox, Group, NumberInput, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { ErrorState } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { type Offer, useAnswerOffer, useOfferPlaces, useOffers, useReturnRules, useSetReturnRule } from './moves-api';
import { PlacesField, ProgramField } from './place-fields';

/** Unused places: when they come back, and who is asked to take them. */
export function OffersPart({ year }: { year: number }) {
  const { t } = useTranslation();
  const offers = useOffers(year);
  const rules = useReturnRules(year).data?.items ?? [];
  const may = useMay('quotas.offer');
  const [dialog, setDialog] = useState<'offer' | 'rule' | null>(null);
  const close = (): void => {
    setDialog(null);
  };
  return (
    <Stack mt="lg">
      <Group justify="space-between">
        <Title order={3} fz="lg">
          {t('quotas.offers')}
        </Title>
        {may && (
          <Group>
            <Button
              variant="default"
              onClick={() => {
                setDialog('rule');
              }}
            >
              {t('quotas.setRule')}
            </Button>
            <Button
              onClick={() => {
                setDialog('offer');
              }}
            >
              {t('quotas.offer')}
            </Button>
          </Group>
        )}
      </Group>
      {rules.map((rule) => (
        <Text key={rule.id}>
          {t(rule.offers ? 'quotas.ruleOffers' : 'quotas.ruleReturns', {
            program: rule.programName,
            day: writeDate(rule.returnAfter),
            days: rule.answerDays,
          })}
          {rule.doneOn && ` ${t('quotas.ruleDone', { day: writeDate(rule.doneOn) })}`}
        </Text>
      ))}
      {offers.error && <ErrorState error={offers.error} />}
      {offers.data?.items.length === 0 && <Text>{t('quotas.noOffers')}</Text>}
      {offers.data && offers.data.items.length > 0 && (
        <Card withBorder p={0} style={{ overflowX: 'auto' }} tabIndex={0}>
          <Table miw={760} verticalSpacing="xs" aria-label={t('quotas.offers')}>
            <Table.Tbody>
              {offers.data.items.map((offer) => (
                <OfferRow key={offer.id} offer={offer} />
              ))}
            </Table.Tbody>
          </Table>
        </Card>
      )}
      {dialog === 'offer' && <OfferDialog year={year} onClose={close} />}
      {dialog === 'rule' && <RuleDialog year={year} onClose={close} />}
    </Stack>
  );
}

function OfferRow({ offer }: { offer: Offer }) {
  const { t } = useTranslation();
  const reply = useAnswerOffer();
  const [some, setSome] = useState(offer.places ?? 1);
  return (
    <Table.Tr>
      <Table.Td>{offer.position}</Table.Td>
      <Table.Td>
        {offer.unit.name}
        <Text fz="sm">{t('quotas.offerNeed', { program: offer.programName, count: offer.need })}</Text>
      </Table.Td>
      <Table.Td>
        {t(`quotas.offerState.${offer.state}`, {
          count: offer.accepted ?? offer.places ?? 0,
          day: writeDate(offer.answerBy),
        })}
        {reply.error && <ErrorState error={reply.error} />}
      </Table.Td>
      <Table.Td>
        {offer.mayAnswer && (
          <Group gap="xs">
            {(offer.places ?? 0) > 1 && (
              <NumberInput
                w={90}
                min={1}
                max={offer.places ?? 1}
                allowDecimal={false}
                aria-label={t('quotas.acceptSome')}
                value={some}
                onChange={(places) => {
                  setSome(Number(places) || 1);
                }}
              />
            )}
            <Button
              size="compact-md"
              loading={reply.isPending}
              onClick={() => {
                reply.mutate({ id: offer.id, places: some });
              }}
            >
              {t('quotas.accept', { count: some })}
            </Button>
            <Button
              size="compact-md"
              variant="default"
              loading={reply.isPending}
              onClick={() => {
                reply.mutate({ id: offer.id, places: null });
              }}
            >
              {t('quotas.decline')}
            </Button>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function DaysField({
  label,
  value,
  error,
  onChange,
}: {
  label: string;
  value: number;
  error?: string | undefined;
  onChange: (days: number) => void;
}) {
  return (
    <NumberInput
      size="md"
      required
      min={0}
      max={60}
      allowDecimal={false}
      label={label}
      value={value}
      error={error}
      onChange={(days) => {
        onChange(Number(days) || 0);
      }}
    />
  );
}

function OfferDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useTranslation();
  const offer = useOfferPlaces();
  const [programId, setProgram] = useState<string | null>(null);
  const [places, setPlaces] = useState(1);
  const [answerDays, setDays] = useState(5);
  return (
    <Dialog
      opened
      title={t('quotas.offer')}
      submitLabel={t('quotas.send')}
      busy={offer.isPending}
      error={offer.error}
      fields={['programId', 'places', 'answerDays']}
      onClose={onClose}
      onSubmit={() => {
        offer.mutate(
          { programId: programId ?? '', period: year, places, answerDays },
          {
            onSuccess: () => {
              notifyDone(t('quotas.sent'));
              onClose();
            },
          },
        );
      }}
    >
      <Text>{t('quotas.offerHint')}</Text>
      <ProgramField value={programId} error={fieldError(offer.error, 'programId')} onChange={setProgram} />
      <PlacesField value={places} error={fieldError(offer.error, 'places')} onChange={setPlaces} />
      <DaysField
        label={t('quotas.answerDays')}
        value={answerDays}
        error={fieldError(offer.error, 'answerDays')}
        onChange={setDays}
      />
    </Dialog>
  );
}

function RuleDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useTranslation();
  const set = useSetReturnRule();
  const [programId, setProgram] = useState<string | null>(null);
  const [returnAfter, setDay] = useState<string | null>(null);
  const [warnDays, setWarn] = useState(7);
  const [offers, setOffers] = useState(true);
  const [answerDays, setAnswer] = useState(5);
  return (
    <Dialog
      opened
      title={t('quotas.setRule')}
      submitLabel={t('common.save')}
      busy={set.isPending}
      error={set.error}
      fields={['programId', 'returnAfter', 'warnDays', 'answerDays']}
      onClose={onClose}
      onSubmit={() => {
        set.mutate(
          { programId: programId ?? '', period: year, returnAfter: returnAfter ?? '', warnDays, offers, answerDays },
          {
            onSuccess: () => {
              notifyDone(t('common.saved'));
              onClose();
            },
          },
        );
      }}
    >
      <ProgramField value={programId} error={fieldError(set.error, 'programId')} onChange={setProgram} />
      <DateField
        required
        label={t('quotas.returnAfter')}
        value={returnAfter}
        error={fieldError(set.error, 'returnAfter')}
        onChange={setDay}
      />
      <DaysField
        label={t('quotas.warnDays')}
        value={warnDays}
        error={fieldError(set.error, 'warnDays')}
        onChange={setWarn}
      />
      <Checkbox
        size="md"
        label={t('quotas.offersAfter')}
        checked={offers}
        onChange={({ currentTarget }) => {
          setOffers(currentTarget.checked);
        }}
      />
      <DaysField
        label={t('quotas.answerDays')}
        value={answerDays}
        error={fieldError(set.error, 'answerDays')}
        onChange={setAnswer}
      />
    </Dialog>
  );
}
