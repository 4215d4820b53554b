import type { Language } from '../translator.js';

/** What a mail says, in order. Both parts are made from it, so that the plain text never says less than the HTML. */
export interface MailBody {
  language: Language;
  title: string;
  /** What a list of mails shows beside the subject; not seen in the mail itself, which says it. */
  preview: string;
  /** Null: to nobody in particular. */
  greeting: string | null;
  /** Of a mail about one thing; several, each with a heading of its own, where it gathers. */
  sections: readonly MailSection[];
  /** The one button. Null: there is nothing to press. */
  action: MailLink | null;
  after: readonly string[];
  signature: readonly string[];
  foot: readonly FootLine[];
}

export interface MailSection {
  heading: string | null;
  /** Sentences before the lead, each a paragraph: why it comes to this reader. */
  intro: readonly string[];
  /** Sentences of the lead; `strong` is a piece of one that stands out. */
  lead: { sentences: readonly string[]; strong: string | null };
  /** Sentences of a paragraph after the lead: what is known. */
  state: readonly string[];
  lists: readonly MailList[];
  /** What stands under a title that names the deadline needs no caption to be seen; the plain text and readers of the screen have it always. */
  dates: { caption: string; isCaptionShown: boolean; rows: readonly DateRow[] } | null;
  /** Quieter than the button. Without an address only the words stand. */
  links: readonly { label: string; url: string | null; text: string | null }[];
  after: readonly string[];
  /** In small letters. */
  notes: readonly string[];
}

export interface MailList {
  caption: string;
  points: readonly string[];
}

export interface DateRow {
  what: string;
  on: string;
  isDeciding: boolean;
}

export interface MailLink {
  label: string;
  url: string;
}

export interface FootLine {
  label: string | null;
  text: string;
  link: MailLink | null;
}

export interface Mail {
  subject: string;
  text: string;
  html: string;
}

/** A section that says nothing yet. */
export const emptySection: MailSection = {
  heading: null,
  intro: [],
  lead: { sentences: [], strong: null },
  state: [],
  lists: [],
  dates: null,
  links: [],
  after: [],
  notes: [],
};
