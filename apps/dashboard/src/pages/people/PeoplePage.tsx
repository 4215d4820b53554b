import type { PeopleList } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../parts/ActionButton.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { Note } from '../../parts/Note.js';
import { PageContent } from '../../parts/PageContent.js';
import { TableSkeleton } from '../../parts/Skeleton.js';
import { useLookingBack } from '../../as-of.js';
import { paths } from '../../paths.js';
import { peopleQuery } from '../../queries.js';
import type { PeopleSearch } from './people-search.js';
import { useMay } from '../../session.js';
import { AbsenceDrawer } from './AbsenceDrawer.js';
import { InviteAgainDrawer } from './InviteAgainDrawer.js';
import { LifeDrawer } from './LifeDrawer.js';
import { NoPeople } from './NoPeople.js';
import { PeopleFilters } from './PeopleFilters.js';
import { PeopleTable } from './PeopleTable.js';
import { PersonDrawer } from './PersonDrawer.js';
import { type Person, shownPeople } from './shown-people.js';

type Open = { kind: 'new' } | { kind: 'edit' | 'again' | 'life' | 'absence'; person: Person };

/** Who is told, and who may sign in. */
export function PeoplePage() {
  const { t } = useTranslation();
  const mayRead = useMay('people:read');
  const isLookingBack = useLookingBack();
  const list = useQuery({ ...peopleQuery, enabled: mayRead });
  const [open, setOpen] = useState<Open | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const finish = (sentence: string) => {
    setOpen(null);
    setDone(sentence);
  };
  const close = () => setOpen(null);
  const start = (next: Open) => {
    setDone(null);
    setOpen(next);
  };
  const invite = (
    <ActionButton
      permission="people:manage"
      variant="filled"
      icon={<UserPlus size={16} aria-hidden />}
      onClick={() => start({ kind: 'new' })}
    >
      {t('people.actions.invite')}
    </ActionButton>
  );
  return (
    <>
      <PeopleBand people={list.data?.people} controls={mayRead && invite} isLookingBack={isLookingBack} />
      <PageContent>
        {done && <Note tone="green" role="status" title={done} />}
        {!mayRead && <NoAccess />}
        {list.isError && <ErrorState what={t('people.error')} error={list.error} onRetry={() => void list.refetch()} />}
        {mayRead && list.isPending && <TableSkeleton rows={10} columns={[22, 24, 14, 26, 14]} />}
        {list.data && <Content people={list.data.people} onOpen={start} />}
      </PageContent>
      {open?.kind === 'new' && <PersonDrawer person={null} onClose={close} onDone={finish} />}
      {open?.kind === 'edit' && <PersonDrawer key={open.person.id} person={open.person} onClose={close} onDone={finish} />}
      {open?.kind === 'life' && list.data && (
        <LifeDrawer key={open.person.id} person={open.person} people={list.data.people} onClose={close} onDone={finish} />
      )}
      {open?.kind === 'absence' && <AbsenceDrawer key={open.person.id} person={open.person} onClose={close} />}
      {open?.kind === 'again' && <InviteAgainDrawer person={open.person} onClose={close} onDone={finish} />}
    </>
  );
}

interface PeopleBandProps {
  people: PeopleList['people'] | undefined;
  controls: React.ReactNode;
  isLookingBack: boolean;
}

function PeopleBand({ people, controls, isLookingBack }: PeopleBandProps) {
  const { t } = useTranslation();
  const invited = people?.filter(({ account }) => account === 'invited').length ?? 0;
  const accounts = people?.filter(({ account }) => account === 'active').length ?? 0;
  const recipients = people?.filter(({ account }) => account === 'none').length ?? 0;
  const title = () => {
    if (!people) return t('people.document');
    if (people.length === 0) return t('people.title.none');
    return invited > 0 ? t('people.title.invited', { count: invited }) : t('people.title.all', { count: people.length });
  };
  const lead = people && (people.length === 0 ? t('people.leadNone') : t('people.lead', { accounts, recipients }));
  return <AnswerBand title={title()} documentTitle={t('people.document')} lead={lead} controls={controls} withAsOf={isLookingBack} />;
}

function Content({ people, onOpen }: { people: PeopleList['people']; onOpen(open: Open): void }) {
  const navigate = useNavigate();
  const search: PeopleSearch = useSearch({ from: '/signed-in/people' });
  const shown = shownPeople(people, search);
  const filter = (change: Partial<PeopleSearch>) =>
    void navigate({ ...paths.people({ ...search, ...change }), replace: true, resetScroll: false });
  return (
    <>
      {people.length > 0 && <PeopleFilters people={people} shown={shown.length} search={search} onChange={filter} />}
      {shown.length === 0 ? (
        <NoPeople isFiltered={people.length > 0} search={search} people={people} onReset={filter} />
      ) : (
        <PeopleTable
          people={shown}
          onEdit={(person) => onOpen({ kind: 'edit', person })}
          onInviteAgain={(person) => onOpen({ kind: 'again', person })}
          onAbsence={(person) => onOpen({ kind: 'absence', person })}
          onLife={(person) => onOpen({ kind: 'life', person })}
        />
      )}
    </>
  );
}
