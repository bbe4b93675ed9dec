import type { OfficialProfile } from './api';
import type { Training } from './record-api';

/** One thing that happened, as the timeline tells it. */
export type Event =
  | { kind: 'post'; post: OfficialProfile['posts'][number] }
  | { kind: 'status'; status: OfficialProfile['statuses'][number] }
  | { kind: 'qualification'; qualification: OfficialProfile['qualifications'][number] }
  | { kind: 'training'; training: Training }
  | { kind: 'sending'; sending: OfficialProfile['pastSendings'][number] };

/** Posts, training and status in one column: newest first, what has no day last. The one status of everyone is no event. */
export function eventsOf(official: OfficialProfile, training: readonly Training[]): Event[] {
  const events: Event[] = [
    ...training.map((each) => ({ kind: 'training' as const, training: each })),
    ...official.statuses.filter(({ from }) => from !== null).map((status) => ({ kind: 'status' as const, status })),
    ...official.posts.map((post) => ({ kind: 'post' as const, post })),
    ...official.qualifications.map((qualification) => ({ kind: 'qualification' as const, qualification })),
    ...official.pastSendings.map((sending) => ({ kind: 'sending' as const, sending })),
  ];
  return events
    .map((event) => ({ event, day: dayOf(event) }))
    .sort((a, b) => b.day.localeCompare(a.day))
    .map(({ event }) => event);
}

/** When it began; the end of the year where only the year is known; empty where nothing is. */
function dayOf(event: Event): string {
  switch (event.kind) {
    case 'post':
      return event.post.from ?? '';
    case 'status':
      return event.status.from ?? '';
    case 'qualification':
      return event.qualification.obtainedOn ?? '';
    case 'training':
      return event.training.startsOn;
    case 'sending':
      return `${event.sending.year}-12-31`;
  }
}
