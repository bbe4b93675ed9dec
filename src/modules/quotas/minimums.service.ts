import { Injectable } from '@nestjs/common';
import { Messages } from '../../platform/messages/messages.js';
import type { QuotaMinimumDto } from './dto/minimum.dto.js';
import { MinimumsRepository } from './minimums.repository.js';
import type { PlacesOf } from './quota.types.js';
import { MinimumsNotKept } from './quotas.errors.js';
import type { Minimum } from './rules/minimums.js';

/** A unit named in a list, with the minimums it is to have; those left out stay as they are. */
export interface UnitWithMinimums {
  readonly unitId: string;
  readonly minimums?: readonly QuotaMinimumDto[];
}

/** Minimum shares of places by category. */
@Injectable()
export class MinimumsService {
  constructor(
    private readonly repository: MinimumsRepository,
    private readonly messages: Messages,
  ) {}

  /**
   * Sets minimums once the places are set, the tree held.
   * @throws MinimumsNotKept naming each line on which fewer places are left than a minimum keeps
   */
  async set(of: PlacesOf, allocations: readonly UnitWithMinimums[]): Promise<void> {
    const named = allocations.flatMap(({ unitId, minimums }) =>
      minimums ? [{ unitId, minimums: minimums.map(asMinimum) }] : [],
    );
    if (named.length > 0) await this.repository.set(of, named);
    const broken = await this.repository.broken(of);
    if (broken.length === 0) return;
    throw new MinimumsNotKept(
      broken.map(({ unitId, category, owed, left }) => {
        const index = allocations.findIndex((allocation) => allocation.unitId === unitId);
        const field = allocations[index]?.minimums ? 'minimums' : 'places';
        return {
          path: index < 0 ? 'allocations' : `allocations.${index}.${field}`,
          facts: { owed, left, category: this.messages.text(`value.quotaCategory.${category}`) },
        };
      }),
    );
  }
}

export const asMinimum = ({ category, places, underAge }: QuotaMinimumDto): Minimum => ({
  category,
  places,
  underAge: category === 'young' ? (underAge ?? null) : null,
});
