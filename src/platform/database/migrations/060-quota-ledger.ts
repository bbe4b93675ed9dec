import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CLAIMS, UNDO } from './parts/060-claims.sql.js';
import { MOVEMENTS, NOMINATIONS } from './parts/060-movements.sql.js';
import { OPENING } from './parts/060-opening-balances.sql.js';
import { LEDGER, TABLES } from './parts/060-quota-ledger.sql.js';

/**
 * Places of a program as a tree of rows, each fed by the nearest above it, and the ledger of every place that moves. The
 * counters of a row are moved by entries of the ledger alone, so the one can never tell anything but the other; what a row
 * passed on is what the rows below received, at every commit. See docs/adr/0026.
 */
export class QuotaLedger1790000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, OPENING.remember, LEDGER, MOVEMENTS, OPENING.post, NOMINATIONS, CLAIMS, UNDO])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
