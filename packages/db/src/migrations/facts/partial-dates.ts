/** Dates known to the day, the month or the year are text; these functions keep them honest. */
export const partialDates = `
create extension if not exists btree_gist;

create function is_partial_date(value text) returns boolean language sql immutable parallel safe as $$
  select case
    when value !~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$' then false
    when length(value) < 10 then true
    else substr(value, 9, 2)::int <= extract(day from make_date(substr(value, 1, 4)::int, substr(value, 6, 2)::int, 1) + interval '1 month - 1 day')
  end
$$;

-- Compares as far as both are known.
create function partial_dates_ordered(earlier text, later text) returns boolean language sql immutable parallel safe as $$
  select left(earlier, least(length(earlier), length(later))) collate "C" <= left(later, least(length(earlier), length(later))) collate "C"
$$;
`;
