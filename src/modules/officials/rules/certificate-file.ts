/** Largest scan of a certificate, in bytes. */
export const LARGEST_CERTIFICATE = 10 * 1024 * 1024;

interface FileKind {
  readonly mediaType: string;
  readonly extensions: readonly string[];
  /** What such a file begins with. */
  readonly begins: readonly number[];
}

const KINDS: readonly FileKind[] = [
  { mediaType: 'application/pdf', extensions: ['pdf'], begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/png', extensions: ['png'], begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], begins: [0xff, 0xd8, 0xff] },
];

/** A file that may be kept with its true type, or the rule that it breaks. */
export type CertificateFile = { readonly mediaType: string } | { readonly rule: string };

/**
 * Judges a scan by what is in it, and holds that against its name; what the sender says it is counts for nothing.
 * @param name as the browser gives it. @param content its bytes.
 */
export function judgeCertificate(name: string, content: Uint8Array): CertificateFile {
  if (content.length > LARGEST_CERTIFICATE) return { rule: 'atMostTenMegabytes' };
  const kind = KINDS.find(({ begins }) => begins.every((byte, at) => content[at] === byte));
  if (!kind) return { rule: 'pdfOrPicture' };
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return kind.extensions.includes(extension) ? { mediaType: kind.mediaType } : { rule: 'nameOfItsContent' };
}
