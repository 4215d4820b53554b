import pg from 'pg';

/** A version rose: of one cluster, or of what belongs to none. */
export interface DatabaseChange {
  clusterId: string | null;
  /** What changed where no cluster is named. */
  of: 'rules' | 'reminders' | null;
  version: number;
}

export interface ChangeListener {
  close(): Promise<void>;
}

export interface ChangeListenerOptions {
  url: string;
  onChange: (change: DatabaseChange) => void;
  /** The connection was away and is back: anything may have changed meanwhile. */
  onGap: () => void;
  onError: (error: Error) => void;
}

const channel = 'klyngevagt_changes';
const reconnectAfterMs = 1000;

/** Hears of every committed change. Resolves once it listens; a dropped connection is renewed until `close`. */
export async function listenToChanges({ url, onChange, onGap, onError }: ChangeListenerOptions): Promise<ChangeListener> {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isClosed = false;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, application_name: 'klyngevagt changes', keepAlive: true });
    const lost = (error?: Error) => {
      if (client !== fresh) return;
      client = null;
      if (error) onError(error);
      void fresh.end().catch(() => undefined);
      again();
    };
    fresh.on('error', lost);
    fresh.on('end', () => lost());
    fresh.on('notification', ({ payload }) => onChange(parse(payload)));
    await fresh.connect();
    await fresh.query(`listen ${channel}`);
    client = fresh;
  }

  function again(): void {
    if (isClosed) return;
    timer = setTimeout(() => {
      connect().then(onGap, (error: Error) => {
        onError(error);
        again();
      });
    }, reconnectAfterMs);
  }

  await connect();
  return {
    close: async () => {
      isClosed = true;
      if (timer) clearTimeout(timer);
      const open = client;
      client = null;
      await open?.end();
    },
  };
}

function parse(payload: string | undefined): DatabaseChange {
  const { clusterId = null, version = 0, of } = JSON.parse(payload ?? '{}') as Partial<DatabaseChange>;
  return { clusterId, version: Number(version), of: clusterId === null ? (of ?? 'rules') : null };
}
