import { Checkbox, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ChannelName, MESSAGE_GROUPS, type MessageGroup } from './channels-api';

/** Which kinds of messages come by which channels. */
export function ChannelGrid<Name extends ChannelName>({
  names,
  connected,
  chosen,
  label,
  onChange,
}: {
  names: readonly Name[];
  /** Channels that lead anywhere in this installation. */
  connected: readonly ChannelName[];
  chosen: Readonly<Record<MessageGroup, readonly Name[]>>;
  label: string;
  onChange: (chosen: Record<MessageGroup, Name[]>) => void;
}) {
  const { t } = useTranslation();
  const toggle = (group: MessageGroup, name: Name, on: boolean): void => {
    const all = { calls: [...chosen.calls], requests: [...chosen.requests], news: [...chosen.news] };
    onChange({ ...all, [group]: on ? [...all[group], name] : all[group].filter((one) => one !== name) });
  };
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table aria-label={label} verticalSpacing="xs" horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('channels.kind')}</Table.Th>
            {names.map((name) => (
              <Table.Th key={name} style={{ textAlign: 'center', verticalAlign: 'top' }}>
                {t(`channels.short.${name}`)}
                {!connected.includes(name) && (
                  <Text fz="xs" fw={400} c="#5f5a54">
                    {t('channels.notConnected')}
                  </Text>
                )}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {MESSAGE_GROUPS.map((group) => (
            <Table.Tr key={group}>
              <Table.Td>{t(`channels.group.${group}`)}</Table.Td>
              {names.map((name) => (
                <Table.Td key={name}>
                  <Checkbox
                    style={{ display: 'flex', justifyContent: 'center' }}
                    aria-label={`${t(`channels.group.${group}`)}: ${t(`channels.name.${name}`)}`}
                    checked={chosen[group].includes(name)}
                    onChange={({ currentTarget: { checked } }) => {
                      toggle(group, name, checked);
                    }}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
