export { NotificationsModule } from './notifications.module.js';
export type { Message, Notice } from './notice.js';
export { MessageTexts } from './message-texts.js';
export { BothTextsDto, TemplatePreviewQuery } from './dto/template.dto.js';
export { FilledTextView, TemplateList, TemplatePreview, TemplateView } from './dto/template.view.js';
export { defineTemplates } from './template-kinds.js';
export { TemplatesService } from './templates.service.js';
export { NotificationsService } from './notifications.service.js';
export { PhonesReseal } from './phones-reseal.service.js';
