/** The text format that Prometheus reads. */
export const metricsContentType = 'text/plain; version=0.0.4; charset=utf-8';

export interface Metric {
  name: string;
  help: string;
  /** A gauge when left out. */
  kind?: 'counter';
  /** Null: not known, so that nothing is said. */
  values: readonly { labels?: Readonly<Record<string, string>>; value: number | null }[];
}

/** Figures under the product's name, each with its sentence. */
export function metricsText(metrics: readonly Metric[]): string {
  const lines = metrics.flatMap(({ name, help, kind = 'gauge', values }) => {
    const full = `klyngevagt_${name}`;
    const samples = values.filter(({ value }) => value !== null).map(({ labels = {}, value }) => `${full}${labelsText(labels)} ${value}`);
    return [`# HELP ${full} ${help}`, `# TYPE ${full} ${kind}`, ...samples];
  });
  return `${lines.join('\n')}\n`;
}

function labelsText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(
    ([label, text]) => `${label}="${text.replace(/["\\\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))}"`,
  );
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
