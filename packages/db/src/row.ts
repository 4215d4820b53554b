/** An entity as a list reads it: instants are ISO text, salts are left out. */
export type Row<Entity> = { [Property in keyof Entity as Property extends 'salt' ? never : Property]: Plain<Entity[Property]> };

type Plain<Value> = Value extends Date ? string : Value;
