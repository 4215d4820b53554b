import type { CalendarDate } from '@klyngevagt/scoring';
import type { DeepPartial } from 'typeorm';
import type { ObligationEntity } from '../entities/obligation.js';
import type { ProgrammeEntity } from '../entities/programme.js';

type ProgrammeSeed = DeepPartial<ProgrammeEntity> & { slug: string; obligation: Omit<DeepPartial<ObligationEntity>, 'programmeId'> };

const callOf2020 =
  'https://ufm.dk/aktuelt/nyheder/2020/uddannelses-og-forskningsministeriet-og-danmarks-erhvervsfremmebestyrelse-indleder-samarbejde-om-fremtidens-klyngeindsats (2020-02-06)';
const callOf2024 = 'https://udviklingidanmark.erhvervsstyrelsen.dk/aabent-ansoegninger-til-klyngeprogram-2025-2028 (2024-05-15)';

export const innovationskraft = 'innovationskraft';
export const klyngeprogram = 'klyngeprogram-2025-2028';

/** The two national programmes. Nothing is inherited from one to the other. */
export const nationalProgrammes: readonly ProgrammeSeed[] = [
  {
    slug: innovationskraft,
    nameDa: 'Innovationskraft 2021-2024',
    nameEn: 'Innovationskraft 2021-2024',
    portfolio: 'national',
    startsOn: '2021-01-01' as CalendarDate,
    endsOn: '2024-12-31' as CalendarDate,
    source: 'https://erhvervsfremmebestyrelsen.dk/innovationskraft-danske-klynger-viden-og-erhverv-2021-2024',
    confidence: 'sourced',
    note: '14 klynger udpeget 2020-10-01 med start 2021-01-01',
    obligation: {
      requiredLevel: 'gold',
      startsOn: '2021-01-01' as CalendarDate,
      endsOn: '2024-12-31' as CalendarDate,
      acceptsRenewalWindow: false,
      source: callOf2020,
      confidence: 'partly',
      note: 'Guld, eller en handlingsplan for at få guld hurtigst muligt: kildebelagt. At fornyelsesvinduet ikke opfylder kravet: antagelse.',
    },
  },
  {
    slug: klyngeprogram,
    nameDa: 'Det danske klyngeprogram 2025-2028',
    nameEn: 'The Danish cluster programme 2025-2028',
    portfolio: 'national',
    startsOn: '2025-01-01' as CalendarDate,
    endsOn: '2028-12-31' as CalendarDate,
    source: callOf2024,
    confidence: 'sourced',
    note: '11 klynger genudpeget i 2025 (DFIRbrief 55, september 2025). Hvilke 11 er ikke fundet.',
    obligation: {
      requiredLevel: 'gold',
      startsOn: '2025-01-01' as CalendarDate,
      endsOn: '2028-12-31' as CalendarDate,
      acceptsRenewalWindow: false,
      source: callOf2024,
      confidence: 'assumption',
      note: 'Kravets ordlyd er ikke fundet: hvem det binder, registreres for hvert medlem.',
    },
  },
];

/** Membership of the 14 designated in 2020. */
export const designation = {
  source:
    'https://ufm.dk/aktuelt/pressemeddelelser/2020/ministre-glaeder-sig-over-fordeling-af-viden-og-erhvervsklynger-i-hele-landet (14 klynger udpeget 2020-10-01; sidens liste kunne ikke læses; de 14 for 2021-2024 er også bekræftet af gts-net.dk, »14 nye viden- og erhvervsklynger«)',
  bankruptcy: 'https://www.transportnyhederne.dk/?Id=74390 (2022-04-20, lukket efter konkurs)',
};

/** MARLOG left in April 2022: the month is sourced, its last day assumed. */
export const marlogExit = { slug: 'marlog', endsOn: '2022-04-30' as CalendarDate };
