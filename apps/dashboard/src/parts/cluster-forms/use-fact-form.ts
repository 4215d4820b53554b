import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../../api-client.js';
import { refreshChanged } from '../../live-updates.js';
import { clusterQuery } from '../../queries.js';
import type { FieldError } from '../SideDrawerForm.js';
import { useSavedNotice } from './saved-notice.js';

type Texts = Record<string, string | boolean>;
export type FieldMistakes<V> = Partial<Record<keyof V, string>>;

interface FactFormOptions<V extends Texts> {
  slug: string;
  /** What is recorded, as it stands in the fields. Fields that nobody typed in follow it. */
  recorded: V;
  /** What already stands in the fields beside it: an accepted proposal. */
  typed?: Partial<V>;
  labels: Record<keyof V, string>;
  /** Mistakes that need no server to be seen. */
  check(values: V): FieldMistakes<V>;
  save(values: V): Promise<unknown>;
  onDone(): void;
}

export interface FactFormState<V extends Texts> {
  values: V;
  set<K extends keyof V>(name: K, value: V[K]): void;
  id(name: keyof V): string;
  mistake(name: keyof V): string | null;
  errors: readonly FieldError[];
  isDirty: boolean;
  isSaving: boolean;
  /** What the server answered and no field can show. */
  problem: unknown;
  /** Somebody else changed the same fact: fetch it, keep what was typed. */
  isOutdated: boolean;
  submit(): void;
  forgetProblem(): void;
}

/** State of a form about one fact. What was typed survives every refusal, and also a newer recorded value. */
export function useFactForm<V extends Texts>({
  slug,
  recorded,
  typed: first = {},
  labels,
  check,
  save,
  onDone,
}: FactFormOptions<V>): FactFormState<V> {
  const client = useQueryClient();
  const saySaved = useSavedNotice();
  const [typed, setTyped] = useState<Partial<V>>(first);
  const [mistakes, setMistakes] = useState<FieldMistakes<V>>({});
  const values = { ...recorded, ...typed };
  const mutation = useMutation({
    mutationFn: save,
    onSuccess: () => {
      refreshChanged(client, [slug]);
      saySaved();
      onDone();
    },
    onError: (error) => {
      if (error instanceof ApiProblem) setMistakes(refusedFields(error, labels));
    },
  });
  const refusal = mutation.error;
  const isOutdated = refusal instanceof ApiProblem && refusal.code === 'changed-meanwhile';
  const id = (name: keyof V) => `fact-${String(name)}`;
  const errors = (Object.keys(labels) as (keyof V)[]).flatMap((name) => {
    const message = mistakes[name];
    return message === undefined ? [] : [{ id: id(name), label: labels[name], message }];
  });
  return {
    values,
    set: (name, value) => {
      setTyped((before) => ({ ...before, [name]: value }));
      setMistakes(({ [name]: _corrected, ...others }) => others as FieldMistakes<V>);
    },
    id,
    mistake: (name) => mistakes[name] ?? null,
    errors,
    isDirty: Object.keys(typed).length > 0,
    isSaving: mutation.isPending,
    // What the fields said of a refusal is not said again above them once they are corrected.
    problem: isOutdated || errors.length > 0 || isSaidByFields(refusal, labels) ? null : refusal,
    isOutdated,
    submit: () => {
      const found = check(values);
      setMistakes(found);
      if (Object.keys(found).length === 0) mutation.mutate(values);
      else mutation.reset();
    },
    forgetProblem: mutation.reset,
  };
}

/** Fetches the cluster anew for an open form. */
export function useReload(slug: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.refetchQueries({ queryKey: clusterQuery(slug, {}).queryKey });
}

function isSaidByFields<V extends Texts>(refusal: unknown, labels: Record<keyof V, string>): boolean {
  return refusal instanceof ApiProblem && Object.keys(refusedFields(refusal, labels)).length > 0;
}

/** The server's sentences, at the fields of this form. A refusal of a field it does not have is shown above. */
function refusedFields<V extends Texts>(refusal: ApiProblem, labels: Record<keyof V, string>): FieldMistakes<V> {
  const own = Object.entries(refusal.fields).filter(([field]) => field in labels);
  return Object.fromEntries(own) as FieldMistakes<V>;
}
