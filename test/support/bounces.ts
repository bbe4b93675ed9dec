/** What a mail server writes when a mail does not arrive. */
export interface ReportWishes {
  /** Envelope sender of the mail it speaks of. */
  readonly to: string;
  readonly status: string;
  readonly action?: 'failed' | 'delayed' | 'relayed';
  readonly said?: string;
  /** Message-ID of the report; null for a server that writes none. */
  readonly id?: string | null;
}

/** A report as Postfix writes it (RFC 3462, RFC 3464). */
export const reportOf = ({ to, status, action = 'failed', said = '', id = newId() }: ReportWishes): string =>
  `Return-Path: <>
Delivered-To: thu-tra-lai@dinhlap.example
Received: by mail.dinhlap.example (Postfix)
	id 4F1B2C3D5E; Mon, 16 Mar 2026 09:00:00 +0700 (+07)
Date: Mon, 16 Mar 2026 09:00:00 +0700 (+07)
From: MAILER-DAEMON@dinhlap.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4F1B2C3D5E.1773626400/mail.dinhlap.example"
${id === null ? '' : `Message-Id: <${id}@mail.dinhlap.example>\n`}
This is a MIME-encapsulated message.

--4F1B2C3D5E.1773626400/mail.dinhlap.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--4F1B2C3D5E.1773626400/mail.dinhlap.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.dinhlap.example
X-Postfix-Queue-ID: 4F1B2C3D5E
Arrival-Date: Mon, 16 Mar 2026 08:59:58 +0700 (+07)

Final-Recipient: rfc822; someone@xa.example
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.xa.example
Diagnostic-Code: smtp; ${said}

--4F1B2C3D5E.1773626400/mail.dinhlap.example
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

Subject: =?UTF-8?Q?M=E1=BB=9Di?=

--4F1B2C3D5E.1773626400/mail.dinhlap.example--
`;

let made = 0;
const newId = (): string => `report-${++made}`;
