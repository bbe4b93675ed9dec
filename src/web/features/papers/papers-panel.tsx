import { Anchor, Button, CloseButton, FileButton, Group, Menu, Progress, Stack, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem';
import { notifyProblem } from '../../components/notify';
import { ErrorState, Loading } from '../../components/states';
import { writeDate, writeInstant } from '../../i18n/dates';
import {
  type FiledKind,
  PAPER_KINDS,
  type Paper,
  type PaperKind,
  type Papers,
  useAddEarlier,
  useAddFile,
  usePapers,
  useRemovePaper,
} from './api';
import { Fitness } from './fitness';

const ACCEPTED = '.pdf,.docx,.png,.jpg,.jpeg';

/** What is attached to a nomination: each kind with what is there, what is missing first asked for. */
export function PapersPanel({ nominationId }: { nominationId: string }) {
  const { t } = useTranslation();
  const papers = usePapers(nominationId);
  if (papers.error) return <ErrorState error={papers.error} retry={() => void papers.refetch()} />;
  if (!papers.data) return <Loading />;
  const { required, items, mayChange } = papers.data;
  const shown = [
    ...required,
    ...PAPER_KINDS.filter((kind) => !required.includes(kind) && (mayChange || has(items, kind))),
  ];
  if (shown.length === 0) return <Text c="#5f5a54">{t('papers.none')}</Text>;
  return (
    <Stack gap="md" component="ul" m={0} p={0} aria-label={t('papers.title')}>
      {shown.map((kind) => (
        <Kind key={kind} kind={kind} nominationId={nominationId} papers={papers.data} />
      ))}
    </Stack>
  );
}

const has = (items: readonly Paper[], kind: PaperKind): boolean => items.some((paper) => paper.kind === kind);

function Kind({ kind, nominationId, papers }: { kind: PaperKind; nominationId: string; papers: Papers }) {
  const { t } = useTranslation();
  const { missing, mayChange, items } = papers;
  const own = items.filter((paper) => paper.kind === kind);
  return (
    <li style={{ listStyle: 'none' }}>
      <Group gap="xs" mb={4}>
        <Text fw={600}>{t(`papers.kind.${kind}`)}</Text>
        {missing.includes(kind) && (
          <Text fz="sm" fw={600} c="#7a4a00">
            {t('papers.missing')}
          </Text>
        )}
      </Group>
      <Stack gap={4}>
        {kind === 'health' ? (
          <Fitness paper={own[0]} nominationId={nominationId} mayChange={mayChange} />
        ) : (
          <>
            {own.map((paper) => (
              <PaperLine key={paper.id} paper={paper} mayChange={mayChange} />
            ))}
            {mayChange && <AddFile kind={kind} nominationId={nominationId} earlier={papers.earlier} />}
          </>
        )}
      </Stack>
    </li>
  );
}

function PaperLine({ paper: { id, file, addedAt, addedBy }, mayChange }: { paper: Paper; mayChange: boolean }) {
  const { t } = useTranslation();
  const remove = useRemovePaper();
  if (!file) return null;
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <div style={{ flex: 1, minWidth: 0 }}>
        <Anchor href={`/api/v1/papers/${id}/content`} download style={{ overflowWrap: 'anywhere' }}>
          {file.name}
        </Anchor>
        <Text fz="sm" c="#5f5a54">
          {t('papers.about', { size: writeSize(file.size), by: addedBy, at: writeInstant(addedAt) })}
          {file.scanned ? ` · ${t('papers.scanned')}` : ''}
        </Text>
      </div>
      {mayChange && (
        <CloseButton
          size="lg"
          aria-label={t('papers.remove', { name: file.name })}
          disabled={remove.isPending}
          onClick={() => {
            remove.mutate(id, { onError: notifyProblem });
          }}
        />
      )}
    </Group>
  );
}

const writeSize = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} KB`
    : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;

function AddFile({
  kind,
  nominationId,
  earlier,
}: {
  kind: FiledKind;
  nominationId: string;
  earlier: Papers['earlier'];
}) {
  const { t } = useTranslation();
  const reset = useRef<() => void>(null);
  const [arrived, setArrived] = useState(0);
  const add = useAddFile(nominationId);
  const again = useAddEarlier(nominationId);
  const onError = (error: unknown): void => {
    const rule = error instanceof ApiProblem ? error.fieldErrors.uploadId : undefined;
    notifyProblem(rule === undefined ? error : new Error(rule));
  };
  return (
    <>
      <Group gap="xs">
        <FileButton
          resetRef={reset}
          accept={ACCEPTED}
          onChange={(file) => {
            if (!file) return;
            setArrived(0);
            add.mutate({ kind, file, onProgress: setArrived }, { onError, onSettled: () => reset.current?.() });
          }}
        >
          {(props) => (
            <Button
              {...props}
              size="compact-md"
              variant="default"
              leftSection={<IconPaperclip size={16} aria-hidden />}
              loading={add.isPending}
              aria-label={t('papers.addOf', { kind: t(`papers.kind.${kind}`) })}
            >
              {t('papers.add')}
            </Button>
          )}
        </FileButton>
        {earlier.length > 0 && (
          <Menu>
            <Menu.Target>
              <Button size="compact-md" variant="subtle" loading={again.isPending}>
                {t('papers.useEarlier')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {earlier.map(({ id, name, courseCode, addedAt }) => (
                <Menu.Item
                  key={id}
                  onClick={() => {
                    again.mutate({ kind, paperId: id }, { onError });
                  }}
                >
                  {t('papers.earlier', { name, course: courseCode, day: writeDate(addedAt.slice(0, 10)) })}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {add.isPending && <Progress value={arrived * 100} aria-label={t('papers.sending')} />}
    </>
  );
}
