import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Installation } from '#app/platform/installation.ts';
import { Stop } from '#app/platform/stop.ts';

/** Who may open an archive: age keys, or a passphrase (the age format knows no mixture of the two). */
export type Keys = { recipients: string[]; identities: string[]; passphrase: string | undefined };

export const identityFile = (dataFolder: string): string => join(dataFolder, 'backup-identity.txt');

/** 32 MB for the key derivation, as `bounded memory` asks; the passphrase itself is at least 16 characters. */
const SCRYPT_LOG_N = 15;

/**
 * Keys of this installation. Its own identity is made on first use, and always opens the archive beside the
 * operator's recipients: the weekly drill could not restore what it cannot read.
 */
export async function keysOf({ dataFolder, backup }: Installation): Promise<Keys> {
  if (backup.passphrase) return { recipients: [], identities: [], passphrase: backup.passphrase };
  const own = await ownIdentity(dataFolder);
  return {
    recipients: [await identityToRecipient(own), ...backup.recipients],
    identities: [own],
    passphrase: undefined,
  };
}

/** At the start, not at two in the night. @throws Stop when a recipient of the settings is no key */
export const checkBackupKeys = async (installation: Installation): Promise<void> => {
  encrypterFor(await keysOf(installation));
};

async function ownIdentity(dataFolder: string): Promise<string> {
  const file = identityFile(dataFolder);
  if (!existsSync(file)) {
    const made = await generateX25519Identity();
    const lines = `# Khóa mở các bản sao lưu của Nhịp Cầu: chép ra nơi khác, giữ kín.\n# public key: ${await identityToRecipient(made)}\n${made}\n`;
    writeFileSync(file, lines, { mode: 0o600, flag: 'wx' });
  }
  return readIdentity(file);
}

/** The secret key in a file as age-keygen writes it. @throws Stop when there is none */
export function readIdentity(file: string): string {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const found = /^AGE-SECRET-KEY-[0-9A-Z-]+$/m.exec(text)?.[0];
  if (!found) throw new Stop(`Không có khóa AGE-SECRET-KEY-… trong tệp ${file}: kiểm tra lại đường dẫn.`);
  return found;
}

/** @throws Stop when a recipient of the settings is no key */
export function encrypterFor({ recipients, passphrase }: Keys): Encrypter {
  const encrypter = new Encrypter();
  if (passphrase) {
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(SCRYPT_LOG_N);
    return encrypter;
  }
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw new Stop(
        `Khóa ${recipient} trong NHIPCAU_BACKUP_RECIPIENT không phải khóa công khai age: hãy chép lại.`,
      );
    }
  }
  return encrypter;
}

export function decrypterFor({ identities, passphrase }: Keys): Decrypter {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  if (passphrase) decrypter.addPassphrase(passphrase);
  return decrypter;
}
