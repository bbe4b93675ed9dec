import { Injectable } from '@nestjs/common';
import NodeClam from 'clamscan';
import fs from 'node:fs';
import { Settings } from '../config/settings.js';
import { ScannerSilent, VirusFound } from './files.errors.js';

const PATIENCE_MS = 60_000;

/** Asks a ClamAV daemon, where one is set up, before a file is kept. */
@Injectable()
export class VirusScanner {
  constructor(private readonly settings: Settings) {}

  /**
   * Scans the file at a path of this machine.
   * @returns whether it was scanned: false where no scanner is set up.
   * @throws VirusFound; ScannerSilent when one is set up and does not answer: nothing unscanned is kept then.
   */
  async scan(file: string): Promise<boolean> {
    const { clamavUrl } = this.settings;
    if (clamavUrl === undefined) return false;
    const { isInfected, viruses } = await ask(clamavUrl, file).catch((error: unknown) => {
      throw new ScannerSilent(error);
    });
    if (isInfected === null) throw new ScannerSilent();
    if (isInfected) throw new VirusFound(viruses[0] ?? '');
    return true;
  }
}

async function ask(url: string, file: string) {
  const { hostname, port } = new URL(url);
  const clam = await new NodeClam().init({
    clamdscan: { host: hostname, port: Number(port), timeout: PATIENCE_MS, localFallback: false, bypassTest: true },
    preference: 'clamdscan',
  });
  return clam.scanStream(fs.createReadStream(file));
}
