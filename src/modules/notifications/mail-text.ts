import type { Locale } from '../../platform/access/actor.js';
import type { Messages } from '../../platform/messages/messages.js';
import type { MessageText } from './template-text.js';

/** Subject and body of the e-mail that carries a message, in the recipient's language. */
export function mailText(
  messages: Messages,
  { title, body }: MessageText,
  { link, locale }: { link: string; locale: Locale },
  publicUrl: string,
): { subject: string; body: string } {
  const footer = messages.text('mail.footer', { link: new URL(link, publicUrl).href }, locale);
  return { subject: title, body: `${body}\n\n${footer}` };
}
