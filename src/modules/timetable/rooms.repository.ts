import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { RoomView, VenueView } from './dto/room.view.js';
import { usableBy } from './session.sql.js';

export interface RoomContent {
  readonly name: string;
  readonly capacity: number;
  readonly equipment: readonly string[];
  readonly closed: boolean;
}

type Owned<View> = Omit<View, 'canEdit'> & { owned: boolean };
export type OwnedVenue = Owned<VenueView>;
export type OwnedRoom = Owned<RoomView>;

const VENUE = `v.id, v.name, v.address, ${unitRefSql('u')} AS unit, v.version, ${inSubtree('v.unit_id', '$1')} AS owned`;
const ROOM = `r.id, r.name, jsonb_build_object('id', v.id, 'name', v.name, 'address', v.address) AS venue, r.capacity, r.equipment,
  r.closed, r.version, ${inSubtree('v.unit_id', '$1')} AS owned`;

/** Reads and writes of venues and their rooms. */
@Injectable()
export class RoomsRepository {
  constructor(private readonly db: Database) {}

  /** Venues of the reader's subtree and of the units above, by name. */
  venues({ unitId }: Actor, id: string | null = null): Promise<OwnedVenue[]> {
    return this.db.rows<OwnedVenue>(
      `SELECT ${VENUE} FROM venues v JOIN units u ON u.id = v.unit_id WHERE ${usableBy('v.unit_id')} AND ($2::uuid IS NULL OR v.id = $2)
       ORDER BY v.name COLLATE vi, v.id`,
      [unitId, id],
    );
  }

  /** Their rooms, by venue and name; those no longer in use last. */
  rooms({ unitId }: Actor, id: string | null = null): Promise<OwnedRoom[]> {
    return this.db.rows<OwnedRoom>(
      `SELECT ${ROOM} FROM rooms r JOIN venues v ON v.id = r.venue_id WHERE ${usableBy('v.unit_id')} AND ($2::uuid IS NULL OR r.id = $2)
       ORDER BY r.closed, v.name COLLATE vi, r.name COLLATE vi, r.id`,
      [unitId, id],
    );
  }

  /** The unit's venue of that name, however it is spelt. */
  async venueNamed(unitId: string, name: string): Promise<string | null> {
    const row = await this.db.row<{ id: string }>('SELECT id FROM venues WHERE unit_id = $1 AND name_key = fold($2)', [
      unitId,
      name,
    ]);
    return row?.id ?? null;
  }

  async insertVenue(id: string, unitId: string, name: string, address: string | null): Promise<void> {
    await this.db.rows('INSERT INTO venues (id, unit_id, name, address) VALUES ($1, $2, $3, $4)', [
      id,
      unitId,
      name,
      address,
    ]);
  }

  async updateVenue(id: string, name: string, address: string | null, version?: number): Promise<boolean> {
    const changed = await this.db.write(
      'UPDATE venues SET name = $2, address = $3, version = version + 1 WHERE id = $1 AND ($4::int IS NULL OR version = $4)',
      [id, name, address, version ?? null],
    );
    return changed === 1;
  }

  async insertRoom(id: string, venueId: string, { name, capacity, equipment }: RoomContent): Promise<void> {
    await this.db.rows('INSERT INTO rooms (id, venue_id, name, capacity, equipment) VALUES ($1, $2, $3, $4, $5)', [
      id,
      venueId,
      name,
      capacity,
      equipment,
    ]);
  }

  async updateRoom(id: string, { name, capacity, equipment, closed }: RoomContent, version?: number): Promise<boolean> {
    const changed = await this.db.write(
      `UPDATE rooms SET name = $2, capacity = $3, equipment = $4, closed = $5, version = version + 1
       WHERE id = $1 AND ($6::int IS NULL OR version = $6)`,
      [id, name, capacity, equipment, closed, version ?? null],
    );
    return changed === 1;
  }

  async deleteVenue(id: string): Promise<void> {
    await this.db.write('DELETE FROM venues WHERE id = $1', [id]);
  }

  async deleteRoom(id: string): Promise<void> {
    await this.db.write('DELETE FROM rooms WHERE id = $1', [id]);
  }
}
