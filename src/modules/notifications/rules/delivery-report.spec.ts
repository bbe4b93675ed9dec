import fc from 'fast-check';
import { isAddressBad, readDeliveryStatus, readRefusal, reasonOf } from './delivery-report.js';

const POSTFIX = `Reporting-MTA: dns; mail.dinhlap.example
X-Postfix-Queue-ID: 4F1B2C3D
X-Postfix-Sender: rfc822; thu-tra-lai+abc@dinhlap.example
Arrival-Date: Mon, 16 Mar 2026 09:00:00 +0700 (ICT)

Final-Recipient: rfc822; xa-bix@dinhlap.example
Original-Recipient: rfc822;xa-bix@dinhlap.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.dinhlap.example
Diagnostic-Code: smtp; 550 5.1.1 <xa-bix@dinhlap.example>: Recipient address
    rejected: User unknown in virtual mailbox table
`;

describe('the report of a mail server', () => {
  it('says what became of the mail, why, and in whose words', () => {
    expect(readDeliveryStatus(POSTFIX)).toEqual({
      outcome: 'failed',
      status: '5.1.1',
      why: 'no-mailbox',
      said: '550 5.1.1 <xa-bix@dinhlap.example>: Recipient address rejected: User unknown in virtual mailbox table',
    });
    expect(readDeliveryStatus(POSTFIX.replaceAll('\n', '\r\n'))).toEqual(readDeliveryStatus(POSTFIX));
  });

  it('says that mail is late, without giving it up', () => {
    const late = POSTFIX.replace('Action: failed', 'Action: delayed').replace('Status: 5.1.1', 'Status: 4.4.1');
    expect(readDeliveryStatus(late)).toMatchObject({ outcome: 'delayed', status: '4.4.1', why: 'unreachable' });
  });

  it('counts the worst of several recipients, and nothing that went well', () => {
    const relayed = 'Reporting-MTA: dns; a\n\nAction: relayed\nStatus: 2.0.0\n';
    expect(readDeliveryStatus(relayed)).toBeNull();
    expect(
      readDeliveryStatus(`${relayed}\nAction: delayed\nStatus: 4.2.2\n\nACTION: Failed\nSTATUS: 5.2.2 (full)\n`),
    ).toMatchObject({ outcome: 'failed', status: '5.2.2', why: 'full', said: '5.2.2' });
  });

  it('is read whatever is in it, without ever throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (noise) => {
        expect(readDeliveryStatus(noise)).toBeNull();
        expect(readDeliveryStatus(`${noise}\n\n${POSTFIX}`)).toMatchObject({ outcome: 'failed' });
      }),
    );
  });
});

describe('an address', () => {
  it.each([
    ['5.1.1', 'no-mailbox', true],
    ['5.1.10', 'no-domain', true],
    ['5.1.2', 'no-domain', true],
    ['5.2.1', 'disabled', true],
    ['5.4.1', 'unreachable', true],
    ['5.0.0', 'other', true],
    ['5.2.2', 'full', false],
    ['5.3.4', 'content', false],
    ['5.7.1', 'blocked', false],
    ['4.4.7', 'unreachable', false],
    ['4.2.2', 'full', false],
  ] as const)('with %s: %s, no more mail goes there: %s', (status, why, bad) => {
    expect(reasonOf(status)).toBe(why);
    expect(isAddressBad({ outcome: 'failed', status, why })).toBe(bad);
    expect(isAddressBad({ outcome: 'delayed', status, why })).toBe(false);
  });

  it('that is refused at the door is refused by the same words', () => {
    expect(readRefusal('Message failed: 550 5.1.1 no such user')).toMatchObject({ status: '5.1.1', why: 'no-mailbox' });
    expect(readRefusal('Message failed: 550 not now')).toBeNull();
  });
});
