import type { LedgerEntry, LedgerFilters } from './moves-api';

/** What is looked for in the ledger, as it stands in the address: program, unit, kind, person, days. */
export interface LedgerSearch {
  ct?: string;
  dv?: string;
  kieu?: LedgerEntry['kind'];
  /** A number where digits alone were typed. */
  nguoi?: string | number;
  tu?: string;
  den?: string;
}

/** As the API takes it. */
export const filtersOf = ({ ct, dv, kieu, nguoi, tu, den }: LedgerSearch): LedgerFilters => ({
  ...(ct && { programId: ct }),
  ...(dv && { unitId: dv }),
  ...(kieu && { kind: kieu }),
  ...(nguoi && { person: String(nguoi) }),
  ...(tu && { from: tu }),
  ...(den && { to: den }),
});
