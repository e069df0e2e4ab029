import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSelfSignedCertificate } from 'werift';

/** Makes a fresh key and a certificate that nobody but itself signed; both are gone with the directory. */
export async function makeCertificate(directory: string): Promise<{ key: string; certificate: string }> {
  const key = join(directory, 'key.pem');
  const certificate = join(directory, 'certificate.pem');
  const { keyPem, certPem } = await createSelfSignedCertificate({ signature: 3, hash: 4 }); // ECDSA with SHA-256
  await writeFile(key, keyPem, { mode: 0o600 });
  await writeFile(certificate, certPem);
  return { key, certificate };
}
