/** What mail servers return, in the shapes of some that are common. Addresses and servers are invented. */
export interface Returned {
  /** Envelope's sender of the mail that came back: whom the return is for. */
  to: string;
  /** Of the mail that came back, with brackets. */
  messageId: string;
  recipient?: string;
}

const crlf = (text: string) => text.replaceAll(/\r?\n/g, '\r\n');
const original = ({ to, messageId, recipient = 'anne.holm@klynge.example' }: Returned) => `Return-Path: <${to}>
From: Klyngevagt <klyngevagt@klyngevagt.example>
To: Anne Holm <${recipient}>
Subject: =?UTF-8?Q?Book_guldaudit_senest_18=2E_december_2026?=
Message-ID: ${messageId}
Date: Fri, 4 Dec 2026 06:15:02 +0000
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
`;

/** Postfix: the address is not known at the recipient's own server. */
export const postfix = (mail: Returned, { action = 'failed', status = '5.1.1', code = '550 5.1.1' } = {}) =>
  crlf(`Return-Path: <>
X-Original-To: ${mail.to}
Delivered-To: ${mail.to}
Received: by mail.klyngevagt.example (Postfix)
	id 4W7QpD3hV7z9rwT; Fri,  4 Dec 2026 10:20:44 +0100 (CET)
Date: Fri,  4 Dec 2026 10:20:44 +0100 (CET)
From: MAILER-DAEMON@mail.klyngevagt.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${mail.to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4W7QnW0hTQz9rwS.1796376044/mail.klyngevagt.example"
Content-Transfer-Encoding: 8bit
Message-Id: <4W7QpD3hV7z9rwT@mail.klyngevagt.example>

This is a MIME-encapsulated message.

--4W7QnW0hTQz9rwS.1796376044/mail.klyngevagt.example
Content-Description: Notification
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

This is the mail system at host mail.klyngevagt.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

--4W7QnW0hTQz9rwS.1796376044/mail.klyngevagt.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.klyngevagt.example
X-Postfix-Queue-ID: 4W7QnW0hTQz9rwS
X-Postfix-Sender: rfc822; ${mail.to}
Arrival-Date: Fri,  4 Dec 2026 07:15:03 +0100 (CET)

Final-Recipient: rfc822; ${mail.recipient ?? 'anne.holm@klynge.example'}
Original-Recipient: rfc822;${mail.recipient ?? 'anne.holm@klynge.example'}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.klynge.example
Diagnostic-Code: smtp; ${code} <${mail.recipient ?? 'anne.holm@klynge.example'}>: Recipient address
    rejected: User unknown in virtual mailbox table

--4W7QnW0hTQz9rwS.1796376044/mail.klyngevagt.example
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers
Content-Transfer-Encoding: 8bit

${original(mail)}
--4W7QnW0hTQz9rwS.1796376044/mail.klyngevagt.example--
`);

/** Exchange Online: a page for people first, the whole mail at the end, a long code that names servers. */
export const exchangeOnline = (mail: Returned) =>
  crlf(`Received: from DB9PR04MB0001.eurprd04.prod.outlook.example
 by DB9PR04MB0001.eurprd04.prod.outlook.example with HTTPS; Fri, 4 Dec 2026 09:31:12 +0000
MIME-Version: 1.0
From: <postmaster@klynge.example>
To: <${mail.to}>
Date: Fri, 4 Dec 2026 09:31:11 +0000
Content-Type: multipart/report; report-type=delivery-status;
	boundary="7c4e0b4f-3d9f-4b0a-8b3a-0d9d2b1a4a11"
X-MS-Exchange-Message-Is-Ndr:
Content-Language: da-DK
Message-ID: <9d0f1c52-7a1e-4a0e-9b1f-0c4ad7b2f0aa@DB9PR04MB0001.eurprd04.prod.outlook.example>
In-Reply-To: ${mail.messageId}
References: ${mail.messageId}
Subject: =?utf-8?B?S2FuIGlra2UgbGV2ZXJlczogQm9vayBndWxkYXVkaXQ=?=
Auto-Submitted: auto-replied

--7c4e0b4f-3d9f-4b0a-8b3a-0d9d2b1a4a11
Content-Type: multipart/alternative; differences=Content-Type;
	boundary="b4f5ee9c-2f3c-46a5-a0cd-4c2b5f9d1c10"

--b4f5ee9c-2f3c-46a5-a0cd-4c2b5f9d1c10
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

Din meddelelse til anne.holm@klynge.example kunne ikke leveres.

--b4f5ee9c-2f3c-46a5-a0cd-4c2b5f9d1c10
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: base64

PGh0bWw+PGJvZHk+PHA+RGluIG1lZGRlbGVsc2Uga3VubmUgaWtrZSBsZXZlcmVzLjwvcD48L2JvZHk+PC9odG1sPg==

--b4f5ee9c-2f3c-46a5-a0cd-4c2b5f9d1c10--

--7c4e0b4f-3d9f-4b0a-8b3a-0d9d2b1a4a11
Content-Type: message/delivery-status

Reporting-MTA: dns;DB9PR04MB0001.eurprd04.prod.outlook.example
Received-From-MTA: dns;mail.klyngevagt.example
Arrival-Date: Fri, 4 Dec 2026 09:31:09 +0000

Final-Recipient: rfc822;anne.holm@klynge.example
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient anne.holm@klynge.example not found by SMTP address lookup
X-Display-Name: Anne Holm

--7c4e0b4f-3d9f-4b0a-8b3a-0d9d2b1a4a11
Content-Type: message/rfc822

Received: from mail.klyngevagt.example (192.0.2.10) by
 DB9PR04MB0001.mail.protection.outlook.example (10.0.0.1); Fri, 4 Dec 2026 09:31:09 +0000
${original(mail)}
Kære Anne Holm

--7c4e0b4f-3d9f-4b0a-8b3a-0d9d2b1a4a11--
`);

/** Gmail: the report's text lies in a part of its own with pictures, and the mail's id stands in the report too. */
export const gmail = (mail: Returned) =>
  crlf(`Received: by 2002:a05:6512:3d0f:0:0:0:0 with SMTP id d15csp000001; Fri, 4 Dec 2026 01:31:12 -0800 (PST)
Return-Path: <>
Content-Type: multipart/report; boundary="000000000000a1b2c30628f0d001"; report-type=delivery-status
To: ${mail.to}
From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>
Subject: Delivery Status Notification (Failure)
References: ${mail.messageId}
In-Reply-To: ${mail.messageId}
X-Failed-Recipients: anne.holm@klynge.example
Auto-Submitted: auto-replied
Message-ID: <6750c1f0.050a0220.1a2b3.0001.GMR@mx.googlemail.example>
Date: Fri, 04 Dec 2026 01:31:12 -0800 (PST)

--000000000000a1b2c30628f0d001
Content-Type: multipart/related; boundary="000000000000a1b2da0628f0d002"

--000000000000a1b2da0628f0d002
Content-Type: multipart/alternative; boundary="000000000000a1b2df0628f0d003"

--000000000000a1b2df0628f0d003
Content-Type: text/plain; charset="UTF-8"
Content-Transfer-Encoding: quoted-printable

** Address not found **

--000000000000a1b2df0628f0d003--
--000000000000a1b2da0628f0d002
Content-Type: image/png; name="icon.png"
Content-Disposition: attachment; filename="icon.png"
Content-Transfer-Encoding: base64
Content-ID: <icon.png>

iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
--000000000000a1b2da0628f0d002--
--000000000000a1b2c30628f0d001
Content-Type: message/delivery-status

Reporting-MTA: dns; googlemail.example
Arrival-Date: Fri, 04 Dec 2026 01:31:11 -0800 (PST)
X-Original-Message-ID: ${mail.messageId}

Final-Recipient: rfc822; anne.holm@klynge.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; gmail-smtp-in.l.googlemail.example. (192.0.2.27, the server for the domain klynge.example.)
Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try
 550-5.1.1 double-checking the recipient's email address for typos or
 550 5.1.1 unnecessary spaces.
Last-Attempt-Date: Fri, 04 Dec 2026 01:31:12 -0800 (PST)

--000000000000a1b2c30628f0d001
Content-Type: message/rfc822

${original(mail)}
----- Message truncated -----

--000000000000a1b2c30628f0d001--
`);

/** An answer by itself of somebody who is away; it quotes what it answers. */
export const holidayNote = (mail: Returned) =>
  crlf(`From: Anne Holm <anne.holm@klynge.example>
To: ${mail.to}
Subject: =?utf-8?Q?Automatisk_svar:_Book_guldaudit?=
Auto-Submitted: auto-replied
In-Reply-To: ${mail.messageId}
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Jeg er på ferie. Action: failed. Status: 5.1.1
`);

/** Somebody sends on what came back to them: whoever forwards it may have written it. */
export const forwarded = (mail: Returned) =>
  crlf(`From: Anne Holm <anne.holm@klynge.example>
To: ${mail.to}
Subject: Fwd: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="forwarded"

--forwarded
Content-Type: message/rfc822

${postfix(mail)}
--forwarded--
`);
