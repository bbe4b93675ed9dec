import { notifications } from '@mantine/notifications';
import { messageOf } from '../api/problem';

/** Says shortly that something was done. */
export const notifyDone = (message: string): void => {
  notifications.show({ message, color: 'green.9' });
};

/** Says what went wrong with something that has no place of its own on the page. */
export const notifyProblem = (error: unknown): void => {
  notifications.show({ message: messageOf(error), color: 'red.9', autoClose: 8000 });
};
