import { ActionIcon, Button, Card, Group, List, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../components/states';
import type { DraftPerson } from '../../offline/drafts';

const LONGEST_LIST = 200;

/** The list being made, in the order in which people get seats, and the one button that sends it. */
export function ChosenList({
  chosen,
  onRemove,
  onSend,
  busy,
  error,
  disabled,
}: {
  chosen: readonly DraftPerson[];
  onRemove: (person: DraftPerson) => void;
  onSend: () => void;
  busy: boolean;
  error: unknown;
  disabled: boolean;
}) {
  const { t } = useTranslation();
  const tooMany = chosen.length > LONGEST_LIST;
  return (
    <Card withBorder component="section" aria-label={t('nominate.list')} style={{ position: 'sticky', top: 76 }}>
      <Title order={3} fz="lg" mb="sm">
        {t('nominate.listOf', { count: chosen.length })}
      </Title>
      {chosen.length === 0 ? (
        <Text c="#5f5a54">{t('nominate.listEmpty')}</Text>
      ) : (
        <List type="ordered" spacing={6} mah={420} style={{ overflowY: 'auto' }}>
          {chosen.map((person) => (
            <List.Item key={person.id}>
              <Group gap={6} wrap="nowrap">
                <Text style={{ flex: 1 }}>{person.fullName}</Text>
                <ActionIcon
                  variant="subtle"
                  color="gray.8"
                  aria-label={t('nominate.remove', { name: person.fullName })}
                  onClick={() => {
                    onRemove(person);
                  }}
                >
                  <IconX size={18} />
                </ActionIcon>
              </Group>
            </List.Item>
          ))}
        </List>
      )}
      {tooMany && <Text c="son.7">{t('nominate.tooMany', { most: LONGEST_LIST })}</Text>}
      {error !== null && error !== undefined && <ErrorState error={error} />}
      <Button
        mt="md"
        size="lg"
        fullWidth
        disabled={disabled || chosen.length === 0 || tooMany}
        loading={busy}
        onClick={onSend}
      >
        {t('nominate.send', { count: chosen.length })}
      </Button>
    </Card>
  );
}
