import type { CalendarFeed } from '@klyngevagt/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { SideDrawerForm } from '../../parts/SideDrawerForm.js';
import { calendarFeedsQuery } from './calendar-query.js';
import type { MadeAddress } from './ShownAddress.js';

export type FeedChangeKind = 'renew' | 'revoke';

interface FeedChangeProps {
  kind: FeedChangeKind;
  feed: CalendarFeed;
  reach: string;
  onClose(): void;
  /** With the new address of a renewal. */
  onDone(made: MadeAddress | null): void;
}

/** Asks once before an address stops working. */
export function FeedChange({ kind, feed: { id }, reach, onClose, onDone }: FeedChangeProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: async (): Promise<MadeAddress | null> => {
      if (kind === 'renew') return api.send('calendar-feed.renew', { params: { id }, body: {} });
      await api.send('calendar-feed.revoke', { params: { id }, body: {} });
      return null;
    },
    gcTime: 0,
    onSuccess: (made) => {
      void client.invalidateQueries(calendarFeedsQuery);
      onDone(made);
    },
  });
  return (
    <SideDrawerForm
      title={t(`calendar.confirm.${kind}Title`)}
      opened
      onClose={onClose}
      onSubmit={() => change.mutate()}
      submitLabel={t(`calendar.confirm.${kind}`)}
      isSaving={change.isPending}
      problem={change.error}
    >
      <p className="strong">{reach}</p>
      <p>{t(`calendar.confirm.${kind}Text`)}</p>
    </SideDrawerForm>
  );
}
