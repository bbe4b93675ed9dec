import { Notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.css';

/** Where short messages appear. */
export const ShortMessages = () => <Notifications position="top-center" />;
