import { NumberInput, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { type Foreseen, useGiveBack } from './foresight-api';
import { useOfferPlaces } from './moves-api';

/** Says in numbers what moves, before it does: back into the reserve, or offered to the next in need. */
export function MoveDialog({
  item,
  year,
  to,
  onClose,
}: {
  item: Foreseen;
  year: number;
  to: Foreseen['next'];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [giveBack, offer] = [useGiveBack(year), useOfferPlaces()];
  const [answerDays, setDays] = useState(5);
  const places = to ? Math.min(item.surplus, to.lacking) : item.surplus;
  const names = { places, unit: item.unit.name, program: item.program.name, to: to?.unit.name ?? '' };
  const done = {
    onSuccess: () => {
      notifyDone(to ? t('foresight.offered', { unit: to.unit.name }) : t('common.saved'));
      onClose();
    },
  };
  const submit = (): void => {
    if (!to) giveBack.mutate({ from: item, places }, done);
    else {
      const from = item.reserve ? {} : { fromUnitId: item.unitId };
      offer.mutate(
        { programId: item.program.id, period: year, places, answerDays, firstUnitId: to.unitId, ...from },
        done,
      );
    }
  };
  return (
    <Dialog
      opened
      title={to ? t('foresight.give', { unit: to.unit.name }) : t('foresight.back')}
      onClose={onClose}
      submitLabel={t(to ? 'foresight.offer' : 'foresight.move', { count: places })}
      busy={giveBack.isPending || offer.isPending}
      error={giveBack.error ?? offer.error}
      fields={['answerDays']}
      onSubmit={submit}
    >
      <Text>{to ? t('foresight.giveExplained', names) : t('foresight.backExplained', names)}</Text>
      {to && (
        <NumberInput
          label={t('foresight.answerDays')}
          min={1}
          max={60}
          allowDecimal={false}
          value={answerDays}
          error={fieldError(offer.error, 'answerDays')}
          onChange={(days) => {
            setDays(Number(days) || 0);
          }}
        />
      )}
    </Dialog>
  );
}
