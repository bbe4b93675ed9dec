import { ArrayMaxSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';
import { UnitRef } from '../../units/index.js';

const MOST = 500;

export class SecretariesDto {
  /** Accounts of committees, all that are a secretary's; who is left out is no longer one. */
  @IsArray()
  @ArrayMaxSize(MOST)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  accountIds: string[];
}

export class SecretaryView {
  accountId: string;
  name: string;
  unit: UnitRef;
  /** Whether it was named a secretary's. */
  secretary: boolean;
}

/** Accounts of committees below the reader, with those that are a secretary's. */
export class SecretariesView {
  items: SecretaryView[];
}
