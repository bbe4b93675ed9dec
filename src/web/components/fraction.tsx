import { Group, Progress, Text } from '@mantine/core';

/** A number with what it is part of; nobody has to guess the denominator. */
export function Fraction({ part, whole, label }: { part: number; whole: number; label?: string }) {
  const percent = whole === 0 ? 0 : (100 * part) / whole;
  return (
    <div style={{ minWidth: 110 }}>
      <Group justify="space-between" gap={8} wrap="nowrap">
        {label && <Text fz="sm">{label}</Text>}
        <Text fw={600} fz="sm" style={{ whiteSpace: 'nowrap' }}>
          {part}/{whole}
        </Text>
      </Group>
      <Progress value={percent} aria-label={label ?? `${part}/${whole}`} color={percent >= 100 ? '#2b7a3d' : 'son.7'} />
    </div>
  );
}
