/**
 * What is there without a network besides the program itself (log-in, frame and desk): what a unit needs to name people. Each
 * with all it imports; paths within `src/web`, without their ends.
 */
export const FIRST_MODULES: readonly string[] = [
  'app/notifications',
  'components/date-picker',
  'features/quotas/foresight-move',
  'features/nominations/calls-to-answer',
  'features/nominations/calls-page',
  'features/nominations/nominate-page',
];

/** What first modules load only together with the rest. */
export const AFTER_REST: readonly string[] = ['features/own/own-page'];

/** Whether a file of the build holds one of these modules. */
export const holdsOneOf = ({ moduleIds }: { moduleIds: readonly string[] }, names: readonly string[]): boolean =>
  names.some((name) => moduleIds.some((id) => id.includes(`/src/web/${name}.`)));
