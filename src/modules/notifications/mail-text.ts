import type { Locale } from '../../platform/access/actor.js';
import type { Messages } from '../../platform/messages/messages.js';

/** Subject and body of the e-mail that carries a notice, in the recipient's language. */
export function mailText(
  messages: Messages,
  { kind, facts, link, locale }: { kind: string; facts: Record<string, unknown>; link: string; locale: Locale },
  publicUrl: string,
): { subject: string; body: string } {
  const body = messages.text(`notice.${kind}.body`, facts, locale);
  const footer = messages.text('mail.footer', { link: new URL(link, publicUrl).href }, locale);
  return { subject: messages.text(`notice.${kind}.title`, facts, locale), body: `${body}\n\n${footer}` };
}
