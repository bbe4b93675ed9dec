import { DefaultNamingStrategy } from 'typeorm';

/** Maps camelCase properties to snake_case columns; tables are named in full by each entity. */
export class SnakeCaseNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
