/** Where units stand in the tree. Implemented by the room that owns it. */
export abstract class UnitPaths {
  /** The unit itself and all above it, by unit; an unknown unit is left out. */
  abstract of(unitIds: readonly string[]): Promise<Map<string, readonly string[]>>;
}
