import { useTranslation } from 'react-i18next';
import { drawerBody, SideDrawer } from '../../parts/SideDrawer.js';
import { Absences } from '../mail-preferences/Absences.js';
import type { Person } from './shown-people.js';

/** When somebody is away, and who is told in that person's place. */
export function AbsenceDrawer({ person: { id, name }, onClose }: { person: Person; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <SideDrawer title={t('mailPreferences.absence.titleOf', { name })} opened onClose={onClose}>
      <div className={drawerBody}>
        <Absences of={{ id, name }} />
      </div>
    </SideDrawer>
  );
}
