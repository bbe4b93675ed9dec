import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { newId } from '../../kernel/ids.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import { NotAllowed } from '../../platform/access/access.errors.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Audit } from '../../platform/audit/audit.js';
import { NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import { UnitsQueries } from '../units/index.js';
import type { CreateRoomDto, CreateVenueDto, UpdateRoomDto, UpdateVenueDto } from './dto/room.dto.js';
import type { RoomView, VenueView } from './dto/room.view.js';
import { RoomsRepository } from './rooms.repository.js';

/** Where classes are held. Whoever works below a board may use its rooms; only that board changes them. */
@Injectable()
export class RoomsService {
  constructor(
    private readonly rooms: RoomsRepository,
    private readonly units: UnitsQueries,
    private readonly audit: Audit,
  ) {}

  async venues(actor: Actor): Promise<VenueView[]> {
    return (await this.rooms.venues(actor)).map((row) => toView(actor, row));
  }

  async list(actor: Actor): Promise<RoomView[]> {
    return (await this.rooms.rooms(actor)).map((row) => toView(actor, row));
  }

  /** @throws NameTaken */
  @Transactional()
  async createVenue(actor: Actor, { name, address }: CreateVenueDto): Promise<VenueView> {
    const id = await this.addVenue(actor, clean(name), address ?? null);
    return this.venue(actor, id);
  }

  /** @throws NotFound, NotAllowed, NameTaken, StaleVersion */
  @Transactional()
  async updateVenue(actor: Actor, id: string, dto: UpdateVenueDto, version?: number): Promise<VenueView> {
    const before = await this.venue(actor, id, true);
    const [name, address] = [dto.name ?? before.name, dto.address === undefined ? before.address : dto.address];
    if (!(await this.rooms.updateVenue(id, clean(name), address, version))) throw new StaleVersion();
    await this.record(actor, 'venue.changed', 'venue', id, { fields: Object.keys(dto) });
    return this.venue(actor, id);
  }

  /** Only one without rooms. @throws NotFound, NotAllowed, StillUsed */
  @Transactional()
  async removeVenue(actor: Actor, id: string): Promise<void> {
    await this.venue(actor, id, true);
    await this.rooms.deleteVenue(id);
    await this.record(actor, 'venue.removed', 'venue', id, {});
  }

  /** @throws NotFound, NotAllowed, NameTaken */
  @Transactional()
  async create(actor: Actor, dto: CreateRoomDto): Promise<RoomView> {
    const venueId = await this.venueOf(actor, dto);
    const id = newId();
    const equipment = (dto.equipment ?? []).map(clean);
    await this.rooms.insertRoom(id, venueId, {
      name: clean(dto.name),
      capacity: dto.capacity,
      equipment,
      closed: false,
    });
    await this.record(actor, 'room.created', 'room', id, { venueId, capacity: dto.capacity });
    return this.room(actor, id);
  }

  /** @throws NotFound, NotAllowed, NameTaken, StaleVersion */
  @Transactional()
  async update(actor: Actor, id: string, dto: UpdateRoomDto, version?: number): Promise<RoomView> {
    const before = await this.room(actor, id, true);
    const content = {
      name: clean(dto.name ?? before.name),
      capacity: dto.capacity ?? before.capacity,
      equipment: (dto.equipment ?? before.equipment).map(clean),
      closed: dto.closed ?? before.closed,
    };
    if (!(await this.rooms.updateRoom(id, content, version))) throw new StaleVersion();
    await this.record(actor, 'room.changed', 'room', id, {
      before: { capacity: before.capacity, closed: before.closed },
      after: { capacity: content.capacity, closed: content.closed },
    });
    return this.room(actor, id);
  }

  /** Only one that no session was ever laid into. @throws NotFound, NotAllowed, StillUsed */
  @Transactional()
  async remove(actor: Actor, id: string): Promise<void> {
    await this.room(actor, id, true);
    await this.rooms.deleteRoom(id);
    await this.record(actor, 'room.removed', 'room', id, {});
  }

  /** The venue that a new room lies in. */
  private async venueOf(actor: Actor, { venueId, venue }: CreateRoomDto): Promise<string> {
    if (venueId != null) {
      const [known] = await this.rooms.venues(actor, venueId);
      if (!known) throw new NotFound('venueId');
      if (!known.owned) throw new NotAllowed('timetable.manage');
      return venueId;
    }
    const name = venue != null ? clean(venue) : (await this.units.find(actor.unitId, actor.unitId))?.name;
    if (name === undefined) throw new NotFound('venueId');
    return (await this.rooms.venueNamed(actor.unitId, name)) ?? this.addVenue(actor, name, null);
  }

  private async addVenue(actor: Actor, name: string, address: string | null): Promise<string> {
    const id = newId();
    await this.rooms.insertVenue(id, actor.unitId, name, address);
    await this.record(actor, 'venue.created', 'venue', id, {});
    return id;
  }

  private async venue(actor: Actor, id: string, toChange = false): Promise<VenueView> {
    const [row] = await this.rooms.venues(actor, id);
    if (!row) throw new NotFound('id');
    if (toChange && !row.owned) throw new NotAllowed('timetable.manage');
    return toView(actor, row);
  }

  private async room(actor: Actor, id: string, toChange = false): Promise<RoomView> {
    const [row] = await this.rooms.rooms(actor, id);
    if (!row) throw new NotFound('id');
    if (toChange && !row.owned) throw new NotAllowed('timetable.manage');
    return toView(actor, row);
  }

  private record(
    actor: Actor,
    action: string,
    subjectType: string,
    subjectId: string,
    data: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record({ actor, action, subjectType, subjectId, unitId: actor.unitId, data });
  }
}

const clean = (text: string): string => toNfc(text).trim();

const toView = <Row extends { owned: boolean }>(
  actor: Actor,
  { owned, ...row }: Row,
): Omit<Row, 'owned'> & { canEdit: boolean } => ({
  ...row,
  canEdit: owned && mayRole(actor.role, 'timetable.manage'),
});
