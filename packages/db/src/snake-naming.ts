import { DefaultNamingStrategy } from 'typeorm';

/** Columns are the property's name in snake_case: `validUntil` is stored as `valid_until`. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string, embeddedPrefixes: string[]): string {
    return customName || [...embeddedPrefixes, propertyName].map(toSnakeCase).join('_');
  }

  override joinColumnName(relationName: string, referencedColumnName: string): string {
    return `${toSnakeCase(relationName)}_${toSnakeCase(referencedColumnName)}`;
  }

  override primaryKeyName(table: string | { name: string }): string {
    const name = typeof table === 'string' ? table : table.name;
    return `${name.split('.').pop()}_id`;
  }
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
