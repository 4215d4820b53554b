/**
 * Sources that the product itself records, as they are stored: once, for everybody, in the register's language. `product-default` stands
 * where nobody published the figure: it is the product's own.
 */
export const ownSources = {
  cluster: 'Oplyst af klyngen',
  clusterAccepted: 'Oplyst af klyngen, godkendt af en programansvarlig',
  officer: 'Registreret af en programansvarlig uden nærmere kilde',
  mailLink: 'Kvitteret via link i mail',
  mailServer: 'Meldt af en mailserver',
  openedByItself: 'Åbnet af Klyngevagt, da fristen nærmede sig',
  register: 'Mærkeejerens register',
  invented: 'Opfundet til demonstrationen',
  knownSet: 'ECEI før 2020, almindeligt kendt',
  productDefault: 'product-default',
};

export type OwnSource = keyof typeof ownSources;

const keys = new Map<string, OwnSource>(Object.entries(ownSources).map(([key, stored]) => [stored, key as OwnSource]));

/** A recorded source with the product's own ones in a reader's words. What a person or a page states stays as it is. */
export function sourceIn(source: string, say: (key: OwnSource) => string): string {
  const parts = source.split(' ; ').map((part) => {
    const key = keys.get(part);
    return key === undefined ? part : say(key);
  });
  return parts.join(' ; ');
}
