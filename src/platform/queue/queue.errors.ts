import { DomainError } from '../http/domain-error.js';
import { defineMessages } from '../messages/messages.js';

/** The place where the queue lives does not answer: what is promised waits in the database. */
export class QueueUnreachable extends DomainError {
  readonly code = 'queue-unreachable';
  readonly status = 503;
}

/** Whoever presses was too late: the job's time has come, or it is done. */
export class JobMovedOn extends DomainError {
  readonly code = 'job-moved-on';
  readonly status = 404;
}

export const queueMessages = defineMessages({
  vi: {
    'error.queue-unreachable':
      'Không nối được tới nơi chứa hàng đợi (Redis). Không việc nào bị mất: mọi việc đã hẹn vẫn nằm trong cơ sở dữ liệu và được làm khi nối lại.',
    'error.job-moved-on': 'Việc này vừa được làm, hoặc không còn chờ nữa. Mời xem lại danh sách.',
  },
  en: {
    'error.queue-unreachable':
      'The queue cannot be reached (Redis). Nothing is lost: all that was promised is in the database and is done when it answers again.',
    'error.job-moved-on': 'This job has just been taken up, or no longer waits. Please look at the list again.',
  },
});
