import { Anchor, FileButton, Menu, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { notifyDone, notifyProblem } from '../../components/notify';
import { writeDate } from '../../i18n/dates';
import { useMay } from '../identity/api';
import type { OfficialProfile } from './api';
import { LEVELS } from './levels';
import {
  certificateAddress,
  type Qualification,
  usePutCertificate,
  useRemoveCertificate,
  useTraining,
} from './record-api';
import { RecordSection } from './record-section';

const GRADES = ['excellent', 'good', 'fair', 'average'] as const;
const KINDS = ['professional', 'llct', 'state-management', 'language', 'it'] as const;

/** What was learned, with school, number and scan of the certificate. */
export function QualificationsSection({ official }: { official: OfficialProfile }) {
  const { t } = useTranslation();
  const write = useWriteQualification();
  const mayChange = useMay('officials.manage');
  const training = useTraining(official.id);
  return (
    <RecordSection
      part="qualifications"
      official={official}
      rows={official.qualifications}
      mayChange={mayChange}
      nameOf={write}
      fields={(row, value) => {
        const kind = row?.kind ?? (value('kind') as Qualification['kind'] | null | undefined);
        const ladder = kind && LEVELS[kind];
        return [
          ...(row
            ? []
            : [
                {
                  name: 'kind',
                  label: t('record.kind'),
                  kind: 'select' as const,
                  required: true,
                  options: KINDS.map((each) => ({ value: each, label: t(`qualification.${each}`) })),
                },
              ]),
          ladder
            ? {
                name: 'level',
                label: t('record.level'),
                kind: 'select',
                required: true,
                options: ladder.map((each) => ({ value: each, label: t(`level.${kind}.${each}`) })),
                value: row?.level,
              }
            : {
                name: 'level',
                label: t('record.level'),
                kind: 'text',
                required: true,
                ...(kind && { hint: t('record.levelHint') }),
                value: row?.level,
              },
          { name: 'major', label: t('officials.professionalMajor'), kind: 'text', value: row?.major },
          { name: 'school', label: t('record.school'), kind: 'text', value: row?.school },
          { name: 'obtainedOn', label: t('record.obtainedOn'), kind: 'date', value: row?.obtainedOn },
          {
            name: 'certificateNumber',
            label: t('record.certificateNumber'),
            kind: 'text',
            value: row?.certificateNumber,
          },
          {
            name: 'classification',
            label: t('record.classification'),
            kind: 'select',
            options: GRADES.map((each) => ({ value: each, label: t(`grade.${each}`) })),
            value: row?.classification,
          },
          { name: 'note', label: t('record.note'), kind: 'text', value: row?.note },
        ];
      }}
      actions={(row) => (
        <>
          <HandIn officialId={official.id} qualification={row} />
          {row.file && <TakeOut officialId={official.id} qualification={row} />}
        </>
      )}
      render={(row) => (
        <>
          <Text fw={600}>{write(row)}</Text>
          <Text fz="sm" c="#5f5a54">
            {[
              row.major,
              row.school,
              row.obtainedOn && writeDate(row.obtainedOn),
              row.certificateNumber && t('record.numberOf', { number: row.certificateNumber }),
              row.classification && t('record.classifiedAs', { grade: t(`grade.${row.classification}`).toLowerCase() }),
              row.nominationId === null && row.source,
              row.note,
            ]
              .filter(Boolean)
              .join(' · ') || t('record.noDetails')}
          </Text>
          <GivenBy classes={training.data?.items ?? []} qualification={row} />
          {row.file && mayChange && (
            <Anchor fz="sm" href={certificateAddress(official.id, row.id)} download={row.file.name}>
              <IconPaperclip size={14} aria-hidden /> {row.file.name}
            </Anchor>
          )}
        </>
      )}
    />
  );
}

/** The class that gave it; its code alone where the class is not the reader's to see. */
function GivenBy({
  classes,
  qualification: { nominationId, source },
}: {
  classes: readonly Schema<'TrainingView'>[];
  qualification: Qualification;
}) {
  const { t } = useTranslation();
  if (nominationId === null || source === null) return null;
  const course = classes.find(({ id }) => id === nominationId)?.course;
  const said = t('record.givenByClass', { code: source });
  if (!course) return <Text fz="sm">{said}</Text>;
  return (
    <Anchor fz="sm" renderRoot={(props) => <Link to="/lop/$courseId" params={{ courseId: course.id }} {...props} />}>
      {`${said}: ${course.title}`}
    </Anchor>
  );
}

/** `Lý luận chính trị: Trung cấp`; languages and computing say what their certificate says. */
export function useWriteQualification(): (row: Pick<Qualification, 'kind' | 'level'>) => string {
  const { t } = useTranslation();
  return ({ kind, level }) => `${t(`qualification.${kind}`)}: ${LEVELS[kind] ? t(`level.${kind}.${level}`) : level}`;
}

/** The scan alone goes; the qualification stays. */
function TakeOut({ officialId, qualification }: { officialId: string; qualification: Qualification }) {
  const { t } = useTranslation();
  const remove = useRemoveCertificate(officialId);
  return (
    <Menu.Item
      color="red.9"
      onClick={() => {
        remove.mutate(qualification.id, {
          onSuccess: () => {
            notifyDone(t('record.fileRemoved', { name: qualification.file?.name ?? '' }));
          },
          onError: notifyProblem,
        });
      }}
    >
      {t('record.removeFile')}
    </Menu.Item>
  );
}

function HandIn({ officialId, qualification }: { officialId: string; qualification: Qualification }) {
  const { t } = useTranslation();
  const put = usePutCertificate(officialId);
  const reset = useRef<() => void>(null);
  return (
    <FileButton
      resetRef={reset}
      accept="application/pdf,image/png,image/jpeg"
      onChange={(file) => {
        if (!file) return;
        put.mutate(
          { qualificationId: qualification.id, file },
          {
            onSuccess: () => {
              notifyDone(t('record.fileKept', { name: file.name }));
            },
            onError: (error) => {
              const message = error instanceof ApiProblem ? error.fieldErrors.file : undefined;
              notifyProblem(message === undefined ? error : new Error(message));
            },
            onSettled: () => reset.current?.(),
          },
        );
      }}
    >
      {(props) => (
        <Menu.Item closeMenuOnClick={false} {...props}>
          {t(qualification.file ? 'record.replaceFile' : 'record.addFile')}
        </Menu.Item>
      )}
    </FileButton>
  );
}
