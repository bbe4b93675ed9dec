import type { AuditEntry } from '../../platform/audit/audit.js';

/** A line of a nomination's timeline. @param unitId the called unit, whose people may read it. */
export const nominationEntry = (
  actor: AuditEntry['actor'],
  action: `nomination.${string}`,
  { id, unitId }: { readonly id: string; readonly unitId: string | null },
  data: Record<string, unknown> = {},
): AuditEntry => ({ actor, action, subjectType: 'nomination', subjectId: id, unitId, data });
