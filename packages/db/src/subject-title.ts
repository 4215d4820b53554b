import { firstWords } from './sql.js';

/** What readers call the one that a row of `reminder` is about: the title of a document, the first words of a recommendation. Null where it has none. */
export const subjectTitle = `case reminder.event
  when 'document' then (select title from document where document.id = reminder.subject::uuid)
  when 'recommendation' then (select ${firstWords('text')} from recommendation where recommendation.id = reminder.subject::uuid)
end`;
