import type { Locale } from '../../platform/access/actor.js';
import type { Messages } from '../../platform/messages/messages.js';
import type { MessageText } from './template-text.js';

/** What an e-mail is made of, besides its text. */
export interface MailFacts {
  readonly link: string;
  readonly locale: Locale;
  /** The call that can be answered from it. */
  readonly callId: string | null;
}

/** An e-mail in both forms. */
export interface MailText {
  readonly subject: string;
  readonly body: string;
  readonly html: string;
}

/**
 * The e-mail that carries a message, in the recipient's language.
 * @param token signed for this very e-mail; without it, as the board reads it, its links ask for nothing but the page.
 */
export function mailText(
  messages: Messages,
  { title, body }: MessageText,
  { link, locale, callId }: MailFacts,
  publicUrl: string,
  token: string | null = null,
): MailText {
  const at = (path: string): string => new URL(path, publicUrl).href;
  const actions: [text: string, href: string][] =
    token === null
      ? [['open', at(link)]]
      : [
          ['open', at(`/thu/${token}`)],
          ...(callId === null
            ? []
            : ([
                ['noOne', at(`/thu/${token}?lam=khong-co-nguoi`)],
                ['moreTime', at(`/thu/${token}?lam=them-thoi-gian`)],
              ] satisfies [string, string][])),
          ['acknowledge', at(`/da-nhan/${token}`)],
        ];
  const lines = actions.map(([text, href]) => [messages.text(`mail.${text}`, {}, locale), href] as const);
  const footer = messages.text('mail.footer', {}, locale);
  return {
    subject: title,
    body: [body, '', ...lines.map(([text, href]) => `${text}: ${href}`), '', footer].join('\n'),
    html: page(title, body, lines, footer, locale),
  };
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const page = (
  title: string,
  body: string,
  actions: readonly (readonly [text: string, href: string])[],
  footer: string,
  locale: Locale,
): string =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escape(title)}</title></head>` +
  `<body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#222">` +
  `<h1 style="font-size:18px">${escape(title)}</h1><p>${escape(body).replaceAll('\n', '<br>')}</p>` +
  actions.map(([text, href]) => `<p><a href="${escape(href)}">${escape(text)}</a></p>`).join('') +
  `<p style="color:#666;font-size:13px">${escape(footer)}</p></body></html>`;
