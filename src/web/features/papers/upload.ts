import { ApiProblem } from '../../api/problem';
import { i18n } from '../../i18n/i18n';

/** Small enough to get through a weak line between two breaks. */
const PART_BYTES = 512 * 1024;
/** Waits between tries, in ms: a line that comes back within a minute is not noticed. */
const RETRIES = [500, 1_000, 3_000, 5_000, 10_000, 20_000, 20_000];

/**
 * Uploads a file in parts; after a broken connection it goes on where it stopped, after a reload too when the same file is
 * chosen again.
 * @param onProgress the part that has arrived, 0 to 1. @returns the upload's id. @throws ApiProblem
 */
export async function upload(file: File, onProgress: (part: number) => void): Promise<string> {
  const { Upload, DetailedError } = await import('tus-js-client');
  return new Promise((resolve, reject) => {
    const sending = new Upload(file, {
      endpoint: '/api/v1/uploads',
      chunkSize: PART_BYTES,
      retryDelays: RETRIES,
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name },
      onProgress: (sent, whole) => {
        onProgress(whole === 0 ? 1 : sent / whole);
      },
      onSuccess: () => {
        resolve((sending.url ?? '').split('/').at(-1) ?? '');
      },
      onError: (error) => {
        const status = error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;
        const title = i18n.t(status === 413 ? 'papers.tooLarge' : 'common.unreachable');
        reject(new ApiProblem({ title, status, code: status === 413 ? 'too-large' : 'unreachable' }));
      },
    });
    void sending.findPreviousUploads().then(([before]) => {
      if (before) sending.resumeFromPreviousUpload(before);
      sending.start();
    });
  });
}
