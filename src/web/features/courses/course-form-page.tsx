import { Button, Card, Group, NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { DateField } from '../../components/date-field';
import { fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { PageHeader } from '../../components/page-header';
import { ErrorState, Loading } from '../../components/states';
import { usePrograms } from '../programs/api';
import { type Course, useCourse, useSaveCourse } from './api';

/** `null` empties a field that had a value; a field left out stays as it was. */
type Draft = Omit<Partial<Schema<'CreateCourseDto'>>, 'venue' | 'documentNumber'> & {
  venue?: string | null;
  documentNumber?: string | null;
};

/** Plans a class. */
export function NewCoursePage() {
  return <CourseForm />;
}

/** Changes a class. */
export function EditCoursePage() {
  const { courseId } = useParams({ strict: false }) as { courseId: string };
  const course = useCourse(courseId);
  if (course.error) return <ErrorState error={course.error} retry={() => void course.refetch()} />;
  return course.data ? <CourseForm course={course.data} /> : <Loading />;
}

/**
 * The form of a class.
 * @param start what a new one begins with. @param save how it is saved, when not as a class of its own.
 */
export function CourseForm({
  course,
  start = { minimum: 0 },
  save: given,
  subtitle,
}: {
  course?: Course;
  start?: Draft;
  save?: ReturnType<typeof useSaveCourse>;
  subtitle?: string;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const own = useSaveCourse(course);
  const save = given ?? own;
  const [draft, setDraft] = useState<Draft>(course ? toDraft(course) : start);
  const set = (change: Draft): void => {
    setDraft((before) => ({ ...before, ...change }));
  };
  const error = (path: string): string | undefined => fieldError(save.error, path);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft as Schema<'CreateCourseDto'>, {
          onSuccess: ({ id }) => {
            notifyDone(t('common.saved'));
            void navigate({ to: '/lop/$courseId', params: { courseId: id } } as never);
          },
        });
      }}
    >
      <PageHeader title={course ? t('courses.edit', { code: course.code }) : t('courses.new')} subtitle={subtitle} />
      {save.error && <ErrorState error={save.error} />}
      <Card withBorder maw={900}>
        <CourseFields course={course} draft={draft} set={set} error={error} />
        <Group justify="flex-end" mt="lg">
          <Button
            variant="default"
            onClick={() => {
              window.history.back();
            }}
          >
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Card>
    </form>
  );
}

interface CourseFieldsProps {
  course?: Course;
  draft: Draft;
  set: (change: Draft) => void;
  /** What the server said of a field. */
  error: (path: string) => string | undefined;
}

function CourseFields({ course, draft, set, error }: CourseFieldsProps) {
  const { t } = useTranslation();
  const programs = usePrograms();
  const frozen = course !== undefined && course.state !== 'draft';
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t('courses.program')}
          required
          disabled={frozen}
          value={draft.programId ?? null}
          error={error('programId')}
          data={programs.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          onChange={(programId) => {
            set({ programId: programId ?? undefined });
          }}
        />
        <TextInput
          label={t('courses.code')}
          description={t('courses.codeHint')}
          required
          disabled={frozen}
          value={draft.code ?? ''}
          error={error('code')}
          onChange={({ currentTarget }) => {
            set({ code: currentTarget.value });
          }}
        />
      </SimpleGrid>
      <TextInput
        mt="md"
        label={t('courses.title')}
        required
        value={draft.title ?? ''}
        error={error('title')}
        onChange={({ currentTarget }) => {
          set({ title: currentTarget.value });
        }}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="md">
        <DateField
          label={t('courses.startsOn')}
          required
          value={draft.startsOn ?? null}
          error={error('startsOn')}
          onChange={(startsOn) => {
            set({ startsOn: startsOn ?? undefined });
          }}
        />
        <DateField
          label={t('courses.endsOn')}
          required
          value={draft.endsOn ?? null}
          error={error('endsOn')}
          minDate={draft.startsOn}
          onChange={(endsOn) => {
            set({ endsOn: endsOn ?? undefined });
          }}
        />
        <NumberInput
          label={t('course.capacity')}
          required
          disabled={course !== undefined}
          min={1}
          max={2000}
          allowDecimal={false}
          value={draft.capacity ?? ''}
          error={error('capacity')}
          onChange={(capacity) => {
            set({ capacity: capacity === '' ? undefined : Number(capacity) });
          }}
        />
        <NumberInput
          label={t('course.minimum')}
          required
          min={0}
          max={2000}
          allowDecimal={false}
          value={draft.minimum ?? ''}
          error={error('minimum')}
          onChange={(minimum) => {
            set({ minimum: minimum === '' ? undefined : Number(minimum) });
          }}
        />
        <Select
          label={t('programs.mode')}
          placeholder={t('course.modeOfProgram')}
          clearable
          data={(['concentrated', 'non-concentrated'] as const).map((mode) => ({
            value: mode,
            label: t(`programs.modes.${mode}`),
          }))}
          value={draft.mode ?? null}
          error={error('mode')}
          onChange={(mode) => {
            set({ mode: mode as Draft['mode'] });
          }}
        />
        <WhereAndWhat draft={draft} error={error} set={set} />
      </SimpleGrid>
    </>
  );
}

/** Where it is held, what to bring, and the document it goes by. */
function WhereAndWhat({ draft, error, set }: Pick<CourseFieldsProps, 'draft' | 'error' | 'set'>) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('course.venue')}
        value={draft.venue ?? ''}
        error={error('venue')}
        onChange={({ currentTarget }) => {
          set({ venue: currentTarget.value || null });
        }}
      />
      <TextInput
        label={t('course.bring')}
        description={t('course.bringHint')}
        maxLength={300}
        value={draft.bring ?? ''}
        error={error('bring')}
        onChange={({ currentTarget }) => {
          set({ bring: currentTarget.value || null });
        }}
      />
      <TextInput
        label={t('course.document')}
        placeholder="15-CV/BTCHU"
        value={draft.documentNumber ?? ''}
        error={error('documentNumber')}
        onChange={({ currentTarget }) => {
          set({ documentNumber: currentTarget.value || null });
        }}
      />
    </>
  );
}

const toDraft = ({
  code,
  title,
  programId,
  startsOn,
  endsOn,
  capacity,
  minimum,
  mode,
  venue,
  bring,
  documentNumber,
}: Course): Draft => ({
  code,
  title,
  programId,
  startsOn,
  endsOn,
  capacity,
  minimum,
  mode,
  venue: venue ?? undefined,
  bring: bring ?? undefined,
  documentNumber: documentNumber ?? undefined,
});
