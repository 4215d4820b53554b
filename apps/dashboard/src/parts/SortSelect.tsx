import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './SortSelect.module.css';

/** A column, and the wrong way round; neither for the order of the server. Stands in the address. */
export interface Sorting<C extends string> {
  sort?: C | undefined;
  descending?: true | undefined;
}

interface SortSelectProps<C extends string> {
  columns: readonly { column: C; name: string }[];
  sorting: Sorting<C>;
  /** The order of the server in words. */
  unsorted: string;
  onSort(sorting: Sorting<C>): void;
}

/** Sorts on phones, where the table's rows are cards and its heads with their buttons are gone. */
export function SortSelect<C extends string>({ columns, sorting, unsorted, onSort }: SortSelectProps<C>) {
  const { t } = useTranslation();
  const choices = columns.flatMap(({ column, name }) => [
    { value: column as string, label: t('shell.sort.ascending', { column: name }), sorting: { sort: column, descending: undefined } },
    { value: `-${column}`, label: t('shell.sort.descending', { column: name }), sorting: { sort: column, descending: true as const } },
  ]);
  return (
    <NativeSelect
      className={styles['sort'] ?? ''}
      size="sm"
      label={t('shell.sort.label')}
      value={sorting.sort === undefined ? '' : `${sorting.descending ? '-' : ''}${sorting.sort}`}
      data={[{ value: '', label: unsorted }, ...choices.map(({ value, label }) => ({ value, label }))]}
      onChange={({ currentTarget: { value } }) =>
        onSort(choices.find((choice) => choice.value === value)?.sorting ?? { sort: undefined, descending: undefined })
      }
    />
  );
}
