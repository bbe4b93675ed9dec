export { NotificationsModule } from './notifications.module.js';
export type { Notice } from './notice.js';
export { NotificationsService } from './notifications.service.js';
