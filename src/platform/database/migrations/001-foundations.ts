import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions, Vietnamese order of letters, and the key that search runs on. */
export class Foundations1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE COLLATION IF NOT EXISTS vi (provider = icu, locale = 'vi-VN');

      -- What search compares: no marks, đ as d, lower case; ủy and uỷ become the same. unaccent() is only STABLE
      -- because its dictionary could be replaced; ours is not, so the wrapper may be used in indexes.
      CREATE FUNCTION fold(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN lower(public.unaccent('public.unaccent'::regdictionary, normalize($1, NFC)));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
