import { Button, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { notifyProblem } from '../../components/notify';
import type { Course } from '../courses/api';
import { useMay } from '../identity/api';
import { useDraftDecision } from './api';
import { DecisionTable } from './decision-table';

const OVER: readonly Course['state'][] = ['draft', 'running', 'completed', 'cancelled'];

/** A class's decisions, and the drafting of the next. */
export function CourseDecisions({ course }: { course: Course }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const manages = useMay('decisions.manage');
  const draft = useDraftDecision();
  return (
    <>
      {manages && !OVER.includes(course.state) && (
        <Group justify="flex-end" mb="sm">
          <Button
            loading={draft.isPending}
            onClick={() => {
              draft.mutate([course.id], {
                onError: notifyProblem,
                onSuccess: ({ id }) => void navigate({ to: '/quyet-dinh/$decisionId', params: { decisionId: id } }),
              });
            }}
          >
            {t('decisions.make')}
          </Button>
        </Group>
      )}
      <DecisionTable courseId={course.id} />
    </>
  );
}
