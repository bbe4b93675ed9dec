declare module 'clamscan' {
  import type { Readable } from 'node:stream';

  interface Verdict {
    /** null: the daemon did not say. */
    readonly isInfected: boolean | null;
    readonly viruses: readonly string[];
  }

  // As the package exports it.
  // eslint-disable-next-line no-restricted-syntax
  export default class NodeClam {
    init(options: {
      clamdscan: { host: string; port: number; timeout: number; localFallback: false; bypassTest: boolean };
      preference: 'clamdscan';
    }): Promise<NodeClam>;
    scanStream(stream: Readable): Promise<Verdict>;
  }
}
