import { Button, NativeSelect } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '../../parts/Choices.js';
import { useAllClusters } from '../../parts/use-all-clusters.js';
import styles from './People.module.css';
import type { PersonForm } from './person-form.js';

type Row = PersonForm['clusters'][number];
const clusterRoles = ['manager', 'chair', 'deputy'] as const;

interface ClusterRowsProps {
  clusters: readonly Row[];
  /** Clusters the person has already: also one that this reader may not choose. */
  known: readonly { slug: string; name: string }[];
  error: string | undefined;
  onChange(clusters: Row[]): void;
}

/** Which clusters, and as what in each. */
export function ClusterRows({ clusters, known, error, onChange }: ClusterRowsProps) {
  const { t } = useTranslation();
  const names = useClusterNames(known);
  const replace = (at: number, row: Row) => onChange(clusters.map((old, index) => (index === at ? row : old)));
  return (
    <FieldGroup id="person-clusters" legend={t('people.form.clusters')} help={t('people.form.clustersHelp')} error={error}>
      {clusters.map((row, index) => (
        <div className={styles['clusterRow']} key={index}>
          <NativeSelect
            aria-label={t('people.form.clusterRow', { number: index + 1 })}
            value={row.slug}
            data={[{ value: '', label: t('people.form.chooseCluster') }, ...names]}
            onChange={(event) => replace(index, { ...row, slug: event.currentTarget.value })}
          />
          <NativeSelect
            aria-label={t('people.form.clusterRoleRow', { number: index + 1 })}
            value={row.role}
            data={clusterRoles.map((value) => ({ value, label: t(`terms.clusterRole.${value}`) }))}
            onChange={(event) =>
              replace(index, { ...row, role: clusterRoles.find((role) => role === event.currentTarget.value) ?? 'manager' })
            }
          />
          <button
            className={styles['remove']}
            type="button"
            aria-label={removeName(row, names, t('people.form.removeEmpty'), (cluster) => t('people.form.removeCluster', { cluster }))}
            onClick={() => onChange(clusters.filter((_row, at) => at !== index))}
          >
            <X size={16} aria-hidden />
          </button>
        </div>
      ))}
      <div>
        <Button
          size="sm"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => onChange([...clusters, { slug: '', role: 'manager' }])}
        >
          {t('people.form.addCluster')}
        </Button>
      </div>
    </FieldGroup>
  );
}

function useClusterNames(known: ClusterRowsProps['known']): { value: string; label: string }[] {
  const { i18n } = useTranslation();
  const { clusters } = useAllClusters();
  const names = new Map([...known, ...clusters].map(({ slug, name }) => [slug, name]));
  return [...names].map(([value, label]) => ({ value, label })).sort((one, other) => one.label.localeCompare(other.label, i18n.language));
}

function removeName(row: Row, names: { value: string; label: string }[], empty: string, named: (cluster: string) => string): string {
  const label = names.find(({ value }) => value === row.slug)?.label;
  return label ? named(label) : empty;
}
