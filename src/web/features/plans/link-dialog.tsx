import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../../components/notify';
import { ErrorState } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { type FollowedLine, type Plan, useClassesOf, useLinkClass, useUnlinkClass } from './api';
import { lineUnit } from './words';

/** Which classes count for a line: those linked by hand can be let go, others of its program taken. */
export function LinkDialog({ plan, line, onClose }: { plan: Plan; line: FollowedLine; onClose: () => void }) {
  const { t } = useTranslation();
  const classes = useClassesOf(line.program.id);
  const link = useLinkClass(plan.id, line.id);
  const unlink = useUnlinkClass(plan.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const linked = line.courses.filter((course) => course.linked);
  const free = (classes.data?.items ?? []).filter(
    ({ id, state }) => state !== 'cancelled' && !linked.some((course) => course.id === id),
  );
  const error = link.error ?? unlink.error ?? classes.error;
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      title={t('plans.linkOf', { program: line.program.name, unit: lineUnit(t, plan, line.unit) })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <Text>{t('plans.linkHint')}</Text>
        {linked.map(({ id, code, title, startsOn }) => (
          <Group key={id} justify="space-between" wrap="nowrap">
            <Text style={{ overflowWrap: 'anywhere' }}>
              {code} · {title} · {writeDate(startsOn)}
            </Text>
            <Button
              variant="default"
              size="compact-md"
              aria-label={t('plans.unlinkOf', { code })}
              loading={unlink.isPending && unlink.variables === id}
              onClick={() => {
                link.reset();
                unlink.mutate(id, {
                  onSuccess: () => {
                    notifyDone(t('plans.unlinked'));
                  },
                });
              }}
            >
              {t('plans.unlink')}
            </Button>
          </Group>
        ))}
        <Select
          label={t('plans.linkClass')}
          placeholder={t('plans.linkPlaceholder')}
          searchable
          nothingFoundMessage={t('plans.noClassToLink')}
          data={free.map(({ id, code, title, startsOn }) => ({
            value: id,
            label: `${code} · ${title} · ${writeDate(startsOn)}`,
          }))}
          value={chosen}
          onChange={setChosen}
        />
        {error && <ErrorState error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.close')}
          </Button>
          <Button
            disabled={chosen === null}
            loading={link.isPending}
            onClick={() => {
              if (chosen === null) return;
              unlink.reset();
              link.mutate(chosen, {
                onSuccess: () => {
                  setChosen(null);
                  notifyDone(t('plans.linked'));
                },
              });
            }}
          >
            {t('plans.link')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
