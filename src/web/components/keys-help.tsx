import { ActionIcon, Kbd, Popover, Table, Text } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** The keys of a list, for those who work without a mouse. */
export function KeysHelp({
  keys,
  opened,
  onChange,
}: {
  /** What is pressed, and what it does. */
  keys: readonly (readonly [string, string])[];
  opened: boolean;
  onChange: (opened: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" trapFocus withRoles opened={opened} onChange={onChange}>
      <Popover.Target>
        <ActionIcon
          variant="default"
          size={42}
          visibleFrom="sm"
          aria-label={t('people.keys')}
          onClick={() => {
            onChange(!opened);
          }}
        >
          <IconKeyboard size={20} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('people.keys')}>
        <Text fw={600} mb="xs" tabIndex={-1} data-autofocus>
          {t('people.keys')}
        </Text>
        <Table withRowBorders={false}>
          <Table.Tbody>
            {keys.map(([key, text]) => (
              <Table.Tr key={key}>
                <Table.Td>
                  <Kbd>{key}</Kbd>
                </Table.Td>
                <Table.Td>{text}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Popover.Dropdown>
    </Popover>
  );
}
