import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CLAIMS } from './parts/094-claims.sql.js';
import { SEATS } from './parts/094-seats.sql.js';

/** Seats kept for units, the order of the waitlist and offers of freed seats; claims of many requests written as one. */
export class Seats1790000000094 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SEATS);
    await runner.query(CLAIMS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
