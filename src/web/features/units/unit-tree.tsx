import { ActionIcon, Anchor, Badge, Group, Loader, Paper, Text, Tree, type TreeNodeData, useTree } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, Loading } from '../../components/states';
import { branch, type Unit, useUnit } from './api';

/** The organisation tree from one unit downward; a branch is fetched when it is first opened. */
export function UnitTree({ rootId, includeClosed }: { rootId: string; includeClosed: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const root = useUnit(rootId);
  const [opened, setOpened] = useState<readonly string[]>([rootId]);
  const branches = useQueries({
    queries: opened.map((id) => branch(id, includeClosed)),
    combine: (results) => results.map(({ data }) => data?.items ?? null),
  });
  const tree = useTree({
    initialExpandedState: { [rootId]: true },
    onLoadChildren: async (id) => {
      await queries.query(branch(id, includeClosed));
      setOpened((before) => (before.includes(id) ? before : [...before, id]));
    },
  });
  // The same object until a branch really changes: the tree begins anew with each that it is given.
  const { nodes, units } = useMemo(
    () => grow(root.data, new Map(opened.map((id, index) => [id, branches[index] ?? null]))),
    [root.data, opened, branches],
  );
  if (root.error) return <ErrorState error={root.error} retry={() => void root.refetch()} />;
  if (nodes.length === 0 || !branches[0]) return <Loading />;
  return (
    <Paper withBorder p="sm">
      <Tree
        aria-label={t('admin.units')}
        data={nodes}
        tree={tree}
        levelOffset={22}
        expandOnClick={false}
        renderNode={({ node: { value }, expanded, hasChildren, isLoading, elementProps }) => {
          const unit = units.get(value);
          return (
            <div {...elementProps}>
              <Group gap={6} wrap="nowrap" py={4}>
                {hasChildren ? (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    tabIndex={-1}
                    aria-label={t(expanded ? 'units.fold' : 'units.unfold', { name: unit?.name })}
                    onClick={() => {
                      tree.toggleExpanded(value);
                    }}
                  >
                    {isLoading ? (
                      <Loader size={16} />
                    ) : (
                      <IconChevronRight size={18} style={{ rotate: expanded ? '90deg' : undefined }} aria-hidden />
                    )}
                  </ActionIcon>
                ) : (
                  <span style={{ width: 28, flex: 'none' }} />
                )}
                {unit && <UnitLine unit={unit} />}
              </Group>
            </div>
          );
        }}
      />
    </Paper>
  );
}

/** The part of the tree that is known so far, and its units by id. */
function grow(root: Unit | undefined, below: ReadonlyMap<string, readonly Unit[] | null>) {
  const units = new Map<string, Unit>();
  const node = (unit: Unit): TreeNodeData => {
    units.set(unit.id, unit);
    const children = below.get(unit.id)?.map(node);
    return { value: unit.id, label: unit.name, hasChildren: (children?.length ?? unit.children) > 0, children };
  };
  return { nodes: root ? [node(root)] : [], units };
}

function UnitLine({ unit }: { unit: Unit }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" style={{ minWidth: 0 }}>
      <UnitLink unit={unit} />
      <Text fz="sm" c="#5f5a54">
        {t(`unitKind.${unit.kind}`)} · {unit.code}
        {unit.children > 0 && ` · ${t('units.below', { count: unit.children })}`}
      </Text>
      {unit.closed && <ClosedBadge />}
    </Group>
  );
}

/** A unit's name that leads to its page. */
export const UnitLink = ({ unit }: { unit: Pick<Unit, 'id' | 'name'> }) => (
  <Anchor
    fw={600}
    style={{ overflowWrap: 'anywhere' }}
    renderRoot={(props) => <Link to="/quan-tri/don-vi/$unitId" params={{ unitId: unit.id }} {...props} />}
  >
    {unit.name}
  </Anchor>
);

/** Marks a unit that has ended. */
export function ClosedBadge() {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color="gray.8">
      {t('units.closed')}
    </Badge>
  );
}
