declare const brand: unique symbol;

/** A plain day `YYYY-MM-DD` in Europe/Copenhagen, valid through its end. Orders as a string. */
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' };

/** A day, month or year: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export type PartialDate = string;
