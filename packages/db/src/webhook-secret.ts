import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Secrets that deliveries are signed with. Whoever signs must have the secret itself, so it is stored, encrypted with AES-256-GCM under a
 * key derived from the server's secret: a copy of the database alone signs nothing. Each is bound to its endpoint. Whoever gives the
 * server another secret must give every endpoint a new one too.
 */
export interface WebhookSecrets {
  /** A new one as the receiver gets it: `whsec_` and 32 bytes in base64. */
  make(): string;
  seal(secret: string, endpointId: string): string;
  /** @throws Error when it was sealed under another server secret, for another endpoint, or was changed. */
  open(sealed: string, endpointId: string): string;
}

const version = 'v1';
const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

export function webhookSecrets(serverSecret: string): WebhookSecrets {
  const key = Buffer.from(hkdfSync('sha256', serverSecret, '', 'klyngevagt webhook secrets v1', 32));
  return {
    make: () => `whsec_${randomBytes(32).toString('base64')}`,
    seal(secret, endpointId) {
      const nonce = randomBytes(nonceBytes);
      const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(endpointId));
      const text = Buffer.concat([sealing.update(secret, 'utf8'), sealing.final()]);
      return `${version}.${Buffer.concat([nonce, sealing.getAuthTag(), text]).toString('base64url')}`;
    },
    open(sealed, endpointId) {
      const [kind, body = ''] = sealed.split('.');
      if (kind !== version) throw new Error('A webhook secret of an unknown kind');
      const bytes = Buffer.from(body, 'base64url');
      const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
        .setAAD(Buffer.from(endpointId))
        .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      return opening.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + opening.final('utf8');
    },
  };
}
